package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/authlint/authlint/internal/baseline"
	"github.com/authlint/authlint/internal/changes"
	"github.com/authlint/authlint/internal/config"
	"github.com/authlint/authlint/internal/lint"
	"github.com/authlint/authlint/internal/report"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// baseline writes down what is found now.
func (c *Command) baseline() *cobra.Command {
	o := &checkOptions{}
	cmd := &cobra.Command{
		Use:   "baseline",
		Short: "Write down all findings, so that later runs tell of new ones only",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return errors.New("baseline is about the whole project and takes no patterns; exclude files in the configuration")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return c.writeBaseline(cmd.Context(), o) },
	}
	o.define(cmd)
	for _, name := range []string{"format", "output", "fail-on", "fix", "diff", "color", "only", "lang", "stats", "new-from-rev", "stdin-filename"} {
		cmd.Flags().MarkHidden(name) // they are of no use here
	}
	return cmd
}

func (c *Command) writeBaseline(ctx context.Context, o *checkOptions) error {
	for _, name := range []string{"format", "output", "fail-on", "fix", "diff", "only", "lang", "new-from-rev", "stdin-filename"} {
		if o.flags.Changed(name) {
			return fmt.Errorf("baseline takes no --%s: it holds all findings", name)
		}
	}
	run, err := o.lint(c.Dir, nil)
	if err != nil {
		return err
	}
	if err := c.configure(o, &run); err != nil {
		return err
	}
	file := c.baselineFile(o, run.Dir)
	if file.base != run.Dir {
		return fmt.Errorf("%s is about the whole project: write it anew with `authlint baseline -C %s`, or another with --baseline FILE", file.shown, path.Dir(file.shown))
	}
	shown := c.progress(o.quiet)
	run.Stage = shown.at
	result, err := lint.Run(ctx, run)
	shown.done()
	if err != nil {
		return err
	}
	r := &report.Run{Result: result, Dir: run.Dir, Overlay: run.Overlay}
	if !o.quiet {
		r.ProblemText(c.Stderr, c.problemOptions(o))
	}
	if result.Blind {
		return errors.New("not all could be analysed, so no baseline was written: it would call findings new that are not")
	}
	var entries []baseline.Entry
	for i, fingerprint := range r.Fingerprint() {
		f := &result.Findings[i]
		entries = append(entries, baseline.Entry{Fingerprint: fingerprint, Rule: f.Rule, File: r.Relative(f.At.File), Message: f.Message})
	}
	if err := baseline.Write(file.path, entries); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Stdout, "%s is written (findings: %d); later runs leave them out\n", file.shown, len(entries))
	return err
}

// A baselineFile is where a baseline is, or would be written to.
type baselineFile struct {
	path  string
	shown string // how messages name it
	base  string // the directory that its entries' files are relative to
}

// baselineFile returns the file that a flag names, or the nearest from the
// working directory upwards, as for the configuration; else the one that would be
// written there.
func (c *Command) baselineFile(o *checkOptions, dir string) baselineFile {
	if o.baseline != "" {
		path := o.baseline
		if !filepath.IsAbs(path) {
			path = filepath.Join(dir, path)
		}
		return baselineFile{path, o.baseline, dir}
	}
	for at := range config.Upwards(dir, filepath.Clean(c.getenv("HOME"))) {
		path := filepath.Join(at, baseline.Name)
		if _, err := os.Lstat(path); err == nil {
			shown, err := filepath.Rel(dir, path)
			if err != nil {
				shown = path
			}
			return baselineFile{path, filepath.ToSlash(shown), at}
		}
	}
	return baselineFile{filepath.Join(dir, baseline.Name), baseline.Name, dir}
}

// name returns a file as entries name it.
func (b *baselineFile) name(path string) string {
	return (&report.Run{Dir: b.base}).Relative(path)
}

// known is what tells new findings from old ones.
type known struct {
	file     baselineFile
	baseline *baseline.Baseline // nil where there is none
	base     *changes.Base      // nil where no revision was named
}

// known reads the baseline of a run, if there is one or one was asked for, and
// looks up the revision that was named.
func (c *Command) known(ctx context.Context, o *checkOptions, dir string) (k known, err error) {
	if o.flags.Changed("new-from-rev") {
		if k.base, err = changes.Resolve(ctx, dir, o.since); err != nil {
			return k, fmt.Errorf("--new-from-rev %s: %w", o.since, err)
		}
	}
	k.file = c.baselineFile(o, dir)
	b, err := baseline.Read(k.file.path)
	switch {
	case err == nil:
		k.baseline = b
		return k, nil
	case errors.Is(err, fs.ErrNotExist) && o.baseline == "":
		return k, nil
	}
	return k, fmt.Errorf("%s: %w", k.file.shown, err)
}

// lintNew is lint.Run without what is known already.
func (o *checkOptions) lintNew(ctx context.Context, run lint.Options, k known) (*lint.Result, error) {
	result, err := lint.Run(ctx, run)
	if err != nil {
		return nil, err
	}
	k.onlyNew(run, result)
	if k.base == nil {
		return result, nil
	}
	// The lines are asked for after each run: a fix moves them.
	lines, err := k.base.Lines(ctx)
	if err != nil {
		return nil, fmt.Errorf("--new-from-rev %s: %w", o.since, err)
	}
	(&report.Run{Result: result, Dir: run.Dir, Overlay: run.Overlay}).Fingerprint()
	before := len(result.Findings)
	result.Findings = slices.DeleteFunc(result.Findings, func(f rule.Finding) bool { return !lines.Touch(f.At) })
	result.KnownBefore, result.Revision = before-len(result.Findings), o.since
	return result, nil
}

// onlyNew takes the findings away that the baseline knows. Entries that nothing
// has any more are said where the run was about everything.
func (k *known) onlyNew(run lint.Options, result *lint.Result) {
	if k.baseline == nil {
		return
	}
	r := &report.Run{Result: result, Dir: run.Dir, Overlay: run.Overlay}
	r.Fingerprint()
	findings := make([]baseline.Finding, len(result.Findings))
	for i, id := range r.Identities() {
		findings[i] = baseline.Finding{Fingerprint: id.In(k.file.name(result.Findings[i].At.File)), In: id.In}
	}
	isNew, stale := k.baseline.New(findings, func(file string) bool {
		_, err := os.Lstat(filepath.Join(k.file.base, filepath.FromSlash(file)))
		return errors.Is(err, fs.ErrNotExist)
	})
	i := -1
	before := len(result.Findings)
	result.Findings = slices.DeleteFunc(result.Findings, func(_ rule.Finding) bool { i++; return !isNew[i] })
	result.Baselined = before - len(result.Findings)
	whole := len(run.Patterns)+len(run.Overlay) == 0 || slices.Equal(run.Patterns, []string{"./..."})
	below := k.file.name(run.Dir) + "/"
	stale = slices.DeleteFunc(stale, func(e baseline.Entry) bool {
		return below != "./" && !strings.HasPrefix(e.File, below) // nobody looked there
	})
	if len(stale) == 0 || !whole || len(run.Only) > 0 || len(run.Languages) > 0 || result.Blind {
		return
	}
	result.Problems = append(result.Problems, source.Problem{Kind: source.Config, File: k.file.path,
		Message: fmt.Sprintf("%d of its findings are not there any more, the first is %s in %s; `authlint baseline` writes it anew", len(stale), stale[0].Rule, stale[0].File)})
}
