package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// man prints the manual page, for those who package authlint.
func (c *Command) man() *cobra.Command {
	return &cobra.Command{
		Use:    "man",
		Short:  "Print the manual page authlint(1)",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var b bytes.Buffer
			manual(&b, cmd.Root())
			_, err := c.Stdout.Write(b.Bytes())
			return err
		},
	}
}

// manual writes the page of a command and its subcommands in the macros of
// man(7).
func manual(w io.Writer, root *cobra.Command) {
	fmt.Fprintf(w, ".TH %s 1 \"\" %q %q\n", strings.ToUpper(root.Name()), roff(version().number), "User commands")
	fmt.Fprintf(w, ".SH NAME\n%s \\- %s\n", root.Name(), roff(uncapitalized(root.Short)))
	fmt.Fprintf(w, ".SH SYNOPSIS\n.nf\n%s\n", roff(root.Use))
	subs := documented(root)
	for _, sub := range subs {
		fmt.Fprintln(w, roff(sub.UseLine()))
	}
	fmt.Fprintf(w, ".fi\n.SH DESCRIPTION\n%s", paragraphs(root.Long))
	fmt.Fprint(w, ".SH OPTIONS\n")
	options(w, root)
	fmt.Fprint(w, ".SH COMMANDS\n")
	for _, sub := range subs {
		fmt.Fprintf(w, ".SS %s\n%s.\n", roff(sub.UseLine()), roff(sub.Short))
		if sub.Long != "" {
			fmt.Fprintf(w, ".PP\n%s", paragraphs(sub.Long))
		}
		options(w, sub)
	}
	fmt.Fprintf(w, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roff(root.Example))
	fmt.Fprint(w, `.SH FILES
.TP
.B .authlint.yaml
the configuration, found from the working directory upwards
.TP
.B .authlint\-baseline.json
the findings that were there before, written by authlint baseline
`)
}

// documented are the commands of authlint itself, without those that cobra adds.
func documented(root *cobra.Command) (out []*cobra.Command) {
	for _, sub := range root.Commands() {
		if sub.IsAvailableCommand() && sub.Name() != "help" && sub.Name() != "completion" {
			out = append(out, sub)
		}
	}
	return out
}

func options(w io.Writer, cmd *cobra.Command) {
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		head := "--" + f.Name
		if f.Shorthand != "" {
			head = "-" + f.Shorthand + ", " + head
		}
		switch {
		case f.NoOptDefVal != "" && value != "" && f.Value.Type() != "bool":
			head += "[=" + value + "]"
		case value != "":
			head += " " + value
		}
		fmt.Fprintf(w, ".TP\n.B %s\n%s\n", roff(head), roff(usage))
	})
}

// paragraphs sets text whose paragraphs are apart by empty lines.
func paragraphs(text string) string {
	return strings.Join(strings.Split(roff(strings.TrimSpace(text)), "\n\n"), "\n.PP\n") + "\n"
}

// roff escapes text: no line of it is a macro, no character an escape.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "`", `\(ga`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

func uncapitalized(s string) string { return strings.ToLower(s[:1]) + s[1:] }
