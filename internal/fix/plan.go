// Package fix mends files. It chooses among the fixes of findings those that
// can be made together, and writes them in a way that loses nothing: a file that
// changed meanwhile, or that would no longer parse, is left as it is.
package fix

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// Options say which fixes are wanted.
type Options struct {
	// All takes suggested fixes too: those that change what code does.
	All bool
	// Read is when the files were read, or before: what was written to after
	// that is not what the findings are about.
	Read time.Time
}

// A Plan is what the files become.
type Plan struct {
	Files []File // in the order of their paths
	// Mended counts the findings whose fixes are in the plan, Left those whose
	// fixes touch the same code as one of these: they have their turn when the
	// files were written and read again.
	Mended, Left int
	// Problems say which files are left as they are, and why.
	Problems []source.Problem

	fixes []rule.Fix // those of Mended
}

// A File is one file before and after.
type File struct {
	Path          string
	Before, After string
}

// Make plans the fixes of findings, which are in the order of their places. Of
// fixes that touch the same code the first is taken.
func Make(findings []rule.Finding, o Options) *Plan {
	p := &planner{Options: o, files: map[string]*file{}}
	var fixes []rule.Fix
	for i := range findings {
		if f, ok := o.choose(&findings[i]); ok && p.usable(f) {
			fixes = append(fixes, f)
		}
	}
	for {
		plan := p.plan(fixes)
		bad := p.unsound(plan)
		if len(bad) == 0 {
			plan.Problems = p.problems()
			return plan
		}
		// A fix is made wholly or not at all.
		fixes = slices.DeleteFunc(fixes, func(f rule.Fix) bool { return touches(f, bad) })
	}
}

// choose returns the first fix of a finding that is wanted.
func (o Options) choose(f *rule.Finding) (rule.Fix, bool) {
	for _, fix := range f.Fixes {
		if (fix.Safe || o.All) && len(fix.Edits) > 0 {
			return fix, true
		}
	}
	return rule.Fix{}, false
}

// A planner reads each file once.
type planner struct {
	Options
	files map[string]*file
}

type file struct {
	text    string
	newline string
	// refused says why the file is left as it is.
	refused string
}

func (p *planner) file(path string) *file {
	if f := p.files[path]; f != nil {
		return f
	}
	f := &file{newline: "\n"}
	p.files[path] = f
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("it is no regular file")
	}
	if err != nil {
		f.refused = fmt.Sprintf("not mended: %v", err)
		return f
	}
	src, err := os.ReadFile(path)
	switch {
	case err != nil:
		f.refused = fmt.Sprintf("not mended: %v", err)
	case info.ModTime().After(time.Now()):
		f.refused = "not mended: by its time of change it lies in the future, so nobody can tell whether it changed meanwhile; touch it and run again"
	case info.ModTime().After(p.Read):
		f.refused = "not mended: it changed while it was checked; run again"
	}
	f.text = string(src)
	if strings.Count(f.text, "\r\n")*2 > strings.Count(f.text, "\n") {
		f.newline = "\r\n"
	}
	return f
}

// usable reports whether all files of a fix can be changed, and its edits are
// places in them.
func (p *planner) usable(f rule.Fix) bool {
	for _, e := range f.Edits {
		x := p.file(e.At.File)
		if x.refused == "" && (e.At.Start < 0 || e.At.Start > e.At.End || e.At.End > len(x.text)) {
			x.refused = "not mended: it changed while it was checked; run again"
		}
	}
	return !slices.ContainsFunc(f.Edits, func(e authflow.Edit) bool { return p.files[e.At.File].refused != "" })
}

// plan takes one fix after the other, as far as they do not touch each other.
func (p *planner) plan(fixes []rule.Fix) *Plan {
	plan := &Plan{}
	taken := map[string][]authflow.Edit{}
	for _, f := range fixes {
		if !fits(f, taken) {
			plan.Left++
			continue
		}
		plan.Mended++
		plan.fixes = append(plan.fixes, f)
		for _, e := range f.Edits {
			if !slices.Contains(taken[e.At.File], e) {
				taken[e.At.File] = append(taken[e.At.File], e)
			}
		}
	}
	for path, edits := range taken {
		x := p.files[path]
		plan.Files = append(plan.Files, File{path, x.text, apply(x.text, edits, x.newline)})
	}
	slices.SortFunc(plan.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return plan
}

// fits reports whether no edit of a fix touches another that is taken. The same
// edit may stand in several fixes: an import that two of them need.
func fits(f rule.Fix, taken map[string][]authflow.Edit) bool {
	for _, e := range f.Edits {
		for _, t := range taken[e.At.File] {
			if e != t && collide(e.At, t.At) {
				return false
			}
		}
	}
	return true
}

// collide reports whether two ranges of a file share a byte, or whether an
// insertion stands within or at the edge of the other, so that their order would
// matter.
func collide(a, b source.Span) bool {
	if a.Start == a.End || b.Start == b.End {
		return a.Start <= b.End && b.Start <= a.End
	}
	return a.Start < b.End && b.Start < a.End
}

// apply makes edits that do not collide. What they insert has the line ends of
// the file.
func apply(src string, edits []authflow.Edit, newline string) string {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b authflow.Edit) int { return cmp.Compare(a.At.Start, b.At.Start) })
	var out strings.Builder
	at := 0
	for _, e := range edits {
		out.WriteString(src[at:e.At.Start])
		out.WriteString(strings.ReplaceAll(strings.ReplaceAll(e.Text, "\r\n", "\n"), "\n", newline))
		at = e.At.End
	}
	out.WriteString(src[at:])
	return out.String()
}

// unsound returns the files that would no longer parse, and takes note of it.
func (p *planner) unsound(plan *Plan) (paths []string) {
	for _, f := range plan.Files {
		if err := sound(f); err != nil {
			p.files[f.Path].refused = fmt.Sprintf("not mended: with its fixes it would no longer parse (%v); please report it with the file", err)
			paths = append(paths, f.Path)
		}
	}
	return paths
}

func touches(f rule.Fix, paths []string) bool {
	return slices.ContainsFunc(f.Edits, func(e authflow.Edit) bool { return slices.Contains(paths, e.At.File) })
}

func (p *planner) problems() []source.Problem {
	var out []source.Problem
	for path, f := range p.files {
		if f.refused != "" {
			out = append(out, source.Problem{Kind: source.Fix, File: path, Message: f.refused})
		}
	}
	slices.SortFunc(out, func(a, b source.Problem) int { return cmp.Compare(a.File, b.File) })
	return out
}
