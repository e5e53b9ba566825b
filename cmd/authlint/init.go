package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/authlint/authlint/internal/atomicfile"
	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/config"
	"github.com/authlint/authlint/internal/discover"
	"github.com/authlint/authlint/internal/goload"
	"github.com/authlint/authlint/internal/report"
	"github.com/authlint/authlint/internal/tshttp"
)

// init writes a first configuration.
func (c *Command) init() *cobra.Command {
	var dir string
	var force bool
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Look at the project and write a commented " + config.Name,
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			at := c.Dir
			if dir != "" {
				var err error
				if at, err = workingDir(c.Dir, dir); err != nil {
					return err
				}
			}
			look, err := lookAt(cmd.Context(), at)
			if err != nil {
				return err
			}
			if err := writeNew(filepath.Join(at, config.Name), look.configuration(), force); err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.Stdout, report.Typed(config.Name+" is written; `authlint` checks the project with it", c.typed()))
			return err
		},
	}
	cmd.Flags().StringVarP(&dir, "dir", "C", "", "write it into `DIR` and look at what is below")
	cmd.Flags().BoolVar(&force, "force", false, "overwrite a "+config.Name+" that is there")
	return cmd
}

// writeNew writes a file that must not be there, unless forced: whole or not at
// all.
func writeNew(path, text string, force bool) error {
	if _, err := os.Lstat(path); err == nil && !force {
		return fmt.Errorf("%s is there already; --force overwrites it", config.Name)
	}
	f, err := atomicfile.Create(path)
	if err == nil {
		defer f.Discard()
		if _, err = f.WriteString(text); err == nil {
			err = f.Commit(0o644)
		}
	}
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w; make the directory writable", config.Name, atomicfile.Bare(err))
	}
	return nil
}

// A look is what a project shows at first sight.
type look struct {
	golang, typescript int
	clients            []string // "axios `api` (src/http.ts)", sorted
	// module is the specifier of a file that makes a client of a library that can
	// be declared, for the example.
	module, library string
}

func lookAt(ctx context.Context, dir string) (*look, error) {
	files, err := discover.Find(ctx, discover.Options{Dir: dir})
	if err != nil {
		return nil, err
	}
	l := &look{module: "@/lib/http", library: "axios"}
	l.golang, l.typescript = files.CountWanted()
	var clients []*authflow.Client
	if l.golang > 0 {
		read, err := goload.Load(ctx, goload.Options{Dir: dir, Files: files.Go})
		if err != nil {
			return nil, err
		}
		clients = read.Clients()
	}
	if l.typescript > 0 {
		read, err := tshttp.Read(ctx, tshttp.Input{Dir: dir, Files: files.TypeScript})
		if err != nil {
			return nil, err
		}
		clients = append(clients, read.Facts.Clients...)
	}
	example := ""
	for _, client := range clients {
		text := client.Library
		if client.At.Valid() {
			if files.IsTest(client.At.File) {
				continue
			}
			rel, err := filepath.Rel(dir, client.At.File)
			if err != nil {
				continue
			}
			rel = filepath.ToSlash(rel)
			text = fmt.Sprintf("%s, made in %s", client.Library, rel)
			if slices.Contains(tshttp.Libraries, client.Library) && (example == "" || rel < example) {
				example, l.library = rel, client.Library
			}
		}
		l.clients = append(l.clients, oneLine(text))
	}
	if example != "" {
		l.module = "./" + strings.TrimSuffix(oneLine(example), filepath.Ext(example))
	}
	slices.Sort(l.clients)
	l.clients = slices.Compact(l.clients)
	return l, nil
}

// oneLine keeps the name of a file from being more than a comment.
func oneLine(s string) string { return strings.NewReplacer("\n", " ", "\r", " ", `"`, "'").Replace(s) }

// mostClients is how many clients are listed: the rest says nothing new.
const mostClients = 12

// configuration is the text of a first file: all that could be set, with nothing
// but the preset set.
func (l *look) configuration() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# yaml-language-server: $schema=%s", config.SchemaURL)
	line("#")
	line("# Found here: %s.", l.languages())
	for i, c := range l.clients {
		if i == mostClients {
			line("#   and %d more", len(l.clients)-i)
			break
		}
		line("#   %s", c)
	}
	line("")
	line("# recommended: what holds up on real code. strict: also what rests on lighter evidence.")
	line("preset: recommended")
	line("")
	line("# off, advice, warning or error; `authlint rules` lists the rules, `authlint explain RULE` explains one.")
	line("rules:")
	if l.typescript > 0 {
		line("  # nullish-token: error")
	}
	line("  # hardcoded-credential: off")
	line("")
	line("# Files and directories, relative to this file, in which nothing is reported and no evidence is sought.")
	line("exclude:")
	line("  # - legacy")
	line("  # - \"**/*.gen.%s\"", map[bool]string{true: "ts", false: "go"}[l.typescript > 0])
	line("")
	line("# Report findings in test files too.")
	line("tests: false")
	line("")
	line("# Other weights for some files; of several that match, the last one counts.")
	line("overrides:")
	line("  # - files: [scripts/**]")
	line("  #   rules: { cleartext-auth: off }")
	line("")
	line("# Wrappers are followed by themselves. Name those that come from a package, or that a factory makes out of sight.")
	if l.typescript > 0 {
		line("# TypeScript: axios, fetch, ky, got, ofetch or umi-request. #name behind a module is an export of that name.")
	}
	if l.golang > 0 {
		line("# Go: types and functions of other modules, as net/http, resty or req.")
	}
	line("clients:")
	if l.typescript > 0 {
		line("  # %q: %s", l.module, l.library)
	}
	if l.golang > 0 {
		line("  # example.com/acme/web.Client: net/http")
	}
	line("")
	line("# Authentication schemes of your own beside Bearer, Basic and the like, the usual one first.")
	line("schemes:")
	line("  # - Token")
	line("")
	line("# Hosts that take a token without a scheme in front of it.")
	line("raw-token-hosts:")
	line("  # - api.example.com")
	line("")
	line("# Paths that need no login.")
	line("public:")
	line("  # - /health")
	return b.String()
}

func (l *look) languages() string {
	var parts []string
	if l.golang > 0 {
		parts = append(parts, fmt.Sprintf("Go (files: %d)", l.golang))
	}
	if l.typescript > 0 {
		parts = append(parts, fmt.Sprintf("TypeScript and JavaScript (files: %d)", l.typescript))
	}
	text := strings.Join(parts, ", ")
	if len(l.clients) > 0 {
		text += "; these send requests"
	}
	return text
}
