package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/authlint/authlint/internal/markdown"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/rules"
)

// mostColumns is how wide text is set: longer lines are hard to read.
const mostColumns = 100

// explain prints the page of a rule.
func (c *Command) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Show what a rule flags, why, and how to mend it",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("explain takes the name of one rule: authlint explain missing-bearer; `authlint rules` lists them")
			}
			return nil
		},
		ValidArgs: ruleNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := ruleOrSuppression(args[0])
			if err != nil {
				return err
			}
			d := r.Doc()
			page := fmt.Sprintf("# %s (%s)\n\n%s\n\n%s\n", d.Title, r.ID, strings.Join(d.Metadata(), " · "), strings.TrimSpace(d.Body))
			if f := terminalOf(c.Stdout); f != nil {
				columns, _ := c.terminalSize(f)
				return c.page(cmd.Context(), f, markdown.Terminal(page, min(columns, mostColumns), c.colored("auto")))
			}
			// A program gets the page as it is written.
			_, err = io.WriteString(c.Stdout, page)
			return err
		},
	}
}

func ruleOrSuppression(name string) (*rule.Rule, error) {
	if suppress.SameRule(name, suppress.RuleID) {
		return suppress.Rule, nil
	}
	if r, ok := rules.Lookup(name); ok {
		return r, nil
	}
	if id, ok := rules.Nearest(name); ok {
		return nil, fmt.Errorf("there is no rule %q; did you mean %s?", name, id)
	}
	return nil, fmt.Errorf("there is no rule %q; `authlint rules` lists them", name)
}

func ruleNames() []string {
	var out []string
	for _, r := range rules.All {
		out = append(out, r.ID)
	}
	return out
}

// rules lists the rules.
func (c *Command) rules() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := choice("format", format, "text", "json"); err != nil {
				return err
			}
			if format == "json" {
				return c.rulesJSON()
			}
			w := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', 0)
			fmt.Fprintln(w, "RULE\tSEVERITY\tPRESET\tLANGUAGES\tFIX\tFLAGS")
			for _, r := range rules.All {
				d := r.Doc()
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", r.ID, d.Severity, d.Preset, strings.Join(d.Languages, ","), d.Fix, d.Title)
			}
			return w.Flush()
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

// jsonRule is a row of the catalogue.
type jsonRule struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Summary   string   `json:"summary"`
	Severity  string   `json:"severity"`
	Preset    string   `json:"preset"`
	Languages []string `json:"languages"`
	CWE       []int    `json:"cwe"`
	Fix       string   `json:"fix"`
	Since     string   `json:"since"`
	URL       string   `json:"url"`
}

func (c *Command) rulesJSON() error {
	out := []jsonRule{}
	for _, r := range rules.All {
		d := r.Doc()
		out = append(out, jsonRule{
			ID: r.ID, Title: d.Title, Summary: d.Summary, Severity: d.Severity.String(), Preset: d.Preset,
			Languages: d.Languages, CWE: append([]int{}, d.CWE...), Fix: d.Fix, Since: d.Since, URL: r.URL(),
		})
	}
	e := json.NewEncoder(c.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
