package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// summary is the last line: "5 errors, 2 warnings in 38 files (12 parsed, 0.21 s)".
func (r *Run) summary() string {
	errors, warnings, advice := r.count()
	var parts []string
	add := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, count(n, one, many))
		}
	}
	add(errors, "error", "errors")
	add(warnings, "warning", "warnings")
	add(advice, "advice", "advice")
	if len(parts) == 0 {
		parts = append(parts, "no findings")
	}
	add(r.Suppressed, "suppressed", "suppressed")
	add(r.Baselined, "baselined", "baselined")
	before := "known before " + printable(shortRevision(r.Revision))
	add(r.KnownBefore, before, before)
	add(r.Fixed, "fixed", "fixed")

	work := []string{fmt.Sprintf("%d parsed", r.Files.Parsed)}
	if r.Files.Skipped > 0 {
		work = append(work, fmt.Sprintf("%d skipped", r.Files.Skipped))
	}
	work = append(work, seconds(r.Duration))
	return fmt.Sprintf("%s in %s (%s)", strings.Join(parts, ", "), count(r.Files.Go+r.Files.TypeScript, "file", "files"), strings.Join(work, ", "))
}

// shortRevision shortens the whole name of a commit, as git itself does.
func shortRevision(rev string) string {
	if len(rev) >= 40 && strings.Trim(rev, "0123456789abcdef") == "" {
		return rev[:10]
	}
	return rev
}

// fixable says what --fix could do, empty where it could do nothing.
func (r *Run) fixable() string {
	safe, suggested := 0, 0
	for i := range r.Findings {
		switch fixes := r.Findings[i].Fixes; {
		case slices.ContainsFunc(fixes, func(f rule.Fix) bool { return f.Safe }):
			safe++
		case len(fixes) > 0:
			suggested++
		}
	}
	switch {
	case len(r.Overlay) > 0: // what is not on disk is not --fix's to change
	case safe > 0 && suggested > 0:
		return fmt.Sprintf("%d can be mended with --fix, %d more with --fix=all; --diff shows how", safe, suggested)
	case safe > 0:
		return fmt.Sprintf("%d can be mended with --fix; --diff shows how", safe)
	case suggested > 0:
		return fmt.Sprintf("%d can be mended with --fix=all; --fix=all --diff shows how", suggested)
	}
	return ""
}

// byRule sums up a list that is too long to be kept in mind, empty for one that
// is not: "nullish-token 23, missing-bearer 12".
func (r *Run) byRule() string {
	if len(r.Findings) <= mostFindings {
		return ""
	}
	counts := map[string]int{}
	for i := range r.Findings {
		counts[r.Findings[i].Rule]++
	}
	ids := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	if len(ids) == 1 {
		return ""
	}
	for i, id := range ids {
		ids[i] = fmt.Sprintf("%s %d", id, counts[id])
	}
	return strings.Join(ids, ", ")
}

// mostFindings is how many findings need no summing up.
const mostFindings = 10

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

// mostProblems is how many problems are said in full, unless all are asked for.
const mostProblems = 10

// ProblemOptions say how problems are shown.
type ProblemOptions struct {
	All   bool
	Width int // of the terminal; 0 for none
}

// ProblemText writes the problems, one a line.
func (r *Run) ProblemText(w io.Writer, o ProblemOptions) {
	for i, p := range r.Problems {
		if i == mostProblems && !o.All {
			fmt.Fprintf(w, "authlint: and %s; -v shows all\n", count(len(r.Problems)-i, "other problem", "other problems"))
			return
		}
		line := "authlint: "
		if p.File != "" {
			line += printable(r.Relative(p.File)) + ": "
		}
		if p.Kind == source.Skipped {
			line += "skipped: "
		}
		fmt.Fprintln(w, wrap(line+Typed(printable(p.Message), r.Command), 0, 2, o.Width))
	}
}

// Typed spells the commands that a text tells to type as the reader types them:
// whoever runs npx has no command of the name.
func Typed(text, command string) string {
	if command == "" {
		return text
	}
	return strings.NewReplacer("`authlint ", "`"+command+" ", "`authlint`", "`"+command+"`").Replace(text)
}

// StatsText writes where the time went.
func (r *Run) StatsText(w io.Writer) {
	fmt.Fprintf(w, "files     %6d   %d Go, %d TypeScript and JavaScript\n", r.Files.Go+r.Files.TypeScript, r.Files.Go, r.Files.TypeScript)
	earlier := ""
	if n := r.Files.Recalled; n > 0 {
		earlier = fmt.Sprintf("   %d in an earlier run, unchanged since", n)
	}
	fmt.Fprintf(w, "parsed    %6d%s\nskipped   %6d\n", r.Files.Parsed, earlier, r.Files.Skipped)
	for _, p := range r.Phases {
		fmt.Fprintf(w, "%-10s%6.0f ms\n", p.Name, milliseconds(p.Time))
	}
	fmt.Fprintf(w, "%-10s%6.0f ms\n", "in all", milliseconds(r.Duration))
	if len(r.Rules) == 0 {
		return
	}
	fmt.Fprintln(w, "\nof which the rules, the slowest first")
	for _, t := range r.Rules[:min(mostRules, len(r.Rules))] {
		fmt.Fprintf(w, "%-28s%8.2f ms\n", t.ID, milliseconds(t.Time))
	}
	if len(r.Rules) <= mostRules {
		return
	}
	var rest time.Duration
	for _, t := range r.Rules[mostRules:] {
		rest += t.Time
	}
	fmt.Fprintf(w, "%-28s%8.2f ms\n", count(len(r.Rules)-mostRules, "other", "others"), milliseconds(rest))
}

// mostRules is how many rules have a line of their own.
const mostRules = 10

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
