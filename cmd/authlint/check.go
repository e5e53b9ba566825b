package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/discover"
	"github.com/authlint/authlint/internal/lint"
	"github.com/authlint/authlint/internal/report"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/rules"
)

// checkOptions are the flags of a run, as written.
type checkOptions struct {
	dir       string
	config    string
	preset    string
	severity  []string
	only      []string
	format    string
	outputs   []string
	failOn    string
	fix       string
	diff      bool
	tests     bool
	stdin     string
	baseline  string
	since     string
	languages []string
	jobs      int
	noCache   bool
	color     string
	stats     bool
	quiet     bool
	verbose   bool

	flags *pflag.FlagSet // which of them were given
}

func (o *checkOptions) define(cmd *cobra.Command) {
	f := cmd.Flags()
	o.flags = f
	f.SortFlags = false
	f.StringVarP(&o.dir, "dir", "C", "", "work in `DIR`; patterns and paths are relative to it")
	f.StringVar(&o.config, "config", "", "read this `FILE` (default: the nearest .authlint.yaml, from the working directory upwards)")
	f.StringVar(&o.preset, "preset", rule.Recommended, "which rules run: recommended or strict")
	f.StringArrayVar(&o.severity, "rule", nil, "set the severity of a rule, `ID=off|advice|warning|error`; may be repeated")
	f.StringSliceVar(&o.only, "only", nil, "run only these rules, `ID,...`")
	f.StringVar(&o.format, "format", "text", "how findings are written: "+strings.Join(formats, ", "))
	f.StringArrayVar(&o.outputs, "output", nil, "write them to a file as well, `FORMAT=PATH`; may be repeated")
	f.StringVar(&o.failOn, "fail-on", "warning", "the least `severity` that makes the exit status 1: error, warning, advice or never")
	f.StringVar(&o.fix, "fix", "", "mend what can be mended: safe (the default), or all, with fixes that change what the code does")
	f.Lookup("fix").NoOptDefVal = fixSafe
	f.BoolVar(&o.diff, "diff", false, "show what --fix would change as a unified diff, and change nothing")
	f.StringVar(&o.baseline, "baseline", "", "leave out the findings that this `FILE` knows (default: .authlint-baseline.json, if it is there)")
	f.StringVar(&o.since, "new-from-rev", "", "report only findings on lines that are new since this git `REV`")
	f.StringVar(&o.stdin, "stdin-filename", "", "read standard input as this `FILE`: what an editor has not saved; the pattern is -, or none")
	f.BoolVar(&o.tests, "tests", false, "report findings in test files too")
	f.StringSliceVar(&o.languages, "lang", nil, "check only these languages: go, ts (with JavaScript)")
	f.IntVar(&o.jobs, "jobs", 0, "how many files are worked on at once (default: one a processor)")
	f.BoolVar(&o.noCache, "no-cache", false, "read everything anew, and keep nothing for the next run")
	f.StringVar(&o.color, "color", "auto", "colours: auto, always or never")
	f.BoolVar(&o.stats, "stats", false, "show where the time goes")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "show findings only")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "show all problems, and where the time goes")

	completeValues(cmd)
}

var (
	severities = []string{"off", "advice", "warning", "error"}
	presets    = []string{rule.Recommended, rule.Strict}
	formats    = formatNames()
	fixes      = []string{fixSafe, fixAll}
	failOns    = []string{"error", "warning", "advice", "never"}
	languages  = []string{string(discover.Go), string(discover.TypeScript)}
	colors     = []string{"auto", "always", "never"}
)

func formatNames() (names []string) {
	for _, f := range report.Formats {
		names = append(names, f.Name)
	}
	return names
}

// check checks the files that the patterns ask for.
func (c *Command) check(ctx context.Context, o *checkOptions, patterns []string) (status int, err error) {
	run, err := o.lint(c.Dir, patterns)
	if err != nil {
		return 0, err
	}
	if err := c.readStdin(o, &run); err != nil {
		return 0, err
	}
	if err := c.configure(o, &run); err != nil {
		return 0, err
	}
	if dir, err := cache.UserDir(); err == nil && !o.noCache {
		run.Cache = cache.Open(dir)
	}
	out, err := o.openOutputs(run.Dir)
	if err != nil {
		return 0, err
	}
	defer out.discard()
	start := time.Now()
	shown := c.progress(o.quiet)
	run.Stage = shown.at
	result, mended, err := c.run(ctx, o, run)
	shown.done()
	if err != nil {
		return 0, err
	}
	r := &report.Run{Result: result, Dir: run.Dir, Version: version().number, Command: c.typed(), Duration: time.Since(start), Fixed: mended, Overlay: run.Overlay}

	switch {
	case o.diff:
		err = o.showDiff(c.Stdout, r, start)
		if !o.quiet {
			r.ProblemText(c.Stderr, c.problemOptions(o))
		}
	default:
		// On a terminal what matters most is to stand last.
		if !o.quiet && !out.problems() {
			r.ProblemText(c.Stderr, c.problemOptions(o))
		}
		err = out.write(r, c.Stdout, report.TextOptions{Color: c.colored(o.color), Quiet: o.quiet, Width: c.width(c.Stdout)})
	}
	if err != nil {
		return 0, fmt.Errorf("the findings could not be written: %w", err)
	}
	if result.Files.Go+result.Files.TypeScript == 0 && !o.quiet {
		fmt.Fprintf(c.Stderr, "authlint: nothing was checked: the configuration excludes all %d files that were asked for\n", result.Files.Excluded)
	}
	if o.stats || o.verbose {
		r.StatsText(c.Stderr)
		if err := run.Cache.Err(); err != nil {
			fmt.Fprintf(c.Stderr, "\nnothing is kept for the next run: %v\n", err)
		}
	}
	status = o.status(result)
	if status == exitBlind && !o.quiet {
		fmt.Fprintln(c.Stderr, "authlint: nothing was found, but not all that was asked for could be analysed: exit status 3")
	}
	return status, nil
}

func (c *Command) problemOptions(o *checkOptions) report.ProblemOptions {
	return report.ProblemOptions{All: o.verbose, Width: c.width(c.Stderr)}
}

// lint turns flags into the options of a run.
func (o *checkOptions) lint(dir string, patterns []string) (run lint.Options, err error) {
	for _, err := range []error{
		choice("preset", o.preset, presets...),
		choice("format", o.format, formats...),
		choice("fail-on", o.failOn, failOns...),
		choice("color", o.color, colors...),
		o.fixChoice(),
	} {
		if err != nil {
			return run, err
		}
	}
	if o.jobs < 0 {
		return run, fmt.Errorf("--jobs %d: it is 1 or more, or 0 for one a processor", o.jobs)
	}
	run = lint.Options{Dir: dir, Patterns: patterns, Tests: o.tests, Jobs: o.jobs}
	run.Preset = o.preset
	if o.dir != "" {
		if run.Dir, err = workingDir(dir, o.dir); err != nil {
			return run, err
		}
	}
	for _, name := range o.languages {
		if err := choice("lang", name, languages...); err != nil {
			return run, err
		}
		run.Languages = append(run.Languages, discover.Language(name))
	}
	for _, name := range o.only {
		id, err := ruleID("only", name)
		if err != nil {
			return run, err
		}
		run.Only = append(run.Only, id)
	}
	run.Severity = map[string]rule.Severity{}
	for _, text := range o.severity {
		name, value, ok := strings.Cut(text, "=")
		if !ok {
			return run, fmt.Errorf("--rule %q: write it as ID=off, ID=advice, ID=warning or ID=error", text)
		}
		id, err := ruleID("rule", name)
		if err != nil {
			return run, err
		}
		if err := choice("rule "+name, value, severities...); err != nil {
			return run, err
		}
		run.Severity[id], _ = rule.ParseSeverity(value)
	}
	return run, nil
}

// workingDir resolves -C.
func workingDir(dir, name string) (string, error) {
	path := name
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	info, err := os.Stat(path)
	switch {
	case os.IsNotExist(err):
		return "", fmt.Errorf("-C %s: there is no such directory%s", name, discover.Hint(name, path))
	case err != nil:
		return "", fmt.Errorf("-C %s: %w", name, err)
	case !info.IsDir():
		return "", fmt.Errorf("-C %s: it is a file; name its directory with -C, and the file as a pattern", name)
	}
	return filepath.Clean(path), nil
}

// ruleID returns the ID of the rule that a flag names.
func ruleID(flag, name string) (string, error) {
	if suppress.SameRule(name, suppress.RuleID) {
		return suppress.RuleID, nil
	}
	if r, ok := rules.Lookup(name); ok {
		return r.ID, nil
	}
	if id, ok := rules.Nearest(name); ok {
		return "", fmt.Errorf("--%s: there is no rule %q; did you mean %s?", flag, name, id)
	}
	return "", fmt.Errorf("--%s: there is no rule %q; `authlint rules` lists them", flag, name)
}

// status is the exit status after a run.
func (o *checkOptions) status(r *lint.Result) int {
	if least, ok := rule.ParseSeverity(o.failOn); ok {
		if slices.ContainsFunc(r.Findings, func(f rule.Finding) bool { return f.Severity >= least }) {
			return exitFindings
		}
	}
	if r.Blind && len(r.Findings) == 0 {
		return exitBlind
	}
	return exitClean
}

// colored decides about colours. NO_COLOR is that of no-color.org.
func (c *Command) colored(when string) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return terminalOf(c.Stdout) != nil && c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb"
}

func (c *Command) getenv(name string) string {
	for _, kv := range slices.Backward(c.Env) {
		if value, ok := strings.CutPrefix(kv, name+"="); ok {
			return value
		}
	}
	return ""
}
