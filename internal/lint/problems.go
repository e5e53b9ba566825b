package lint

import (
	"cmp"
	"os"
	"slices"

	"github.com/authlint/authlint/internal/source"
)

// finishProblems leaves of the problems those about what was asked for, and
// draws the conclusion from them.
func (r *runner) finishProblems() {
	if len(r.result.Problems) == 0 {
		return
	}
	ours := map[string]bool{}
	for _, f := range r.files.Go {
		ours[f] = true
	}
	for _, f := range r.files.TypeScript {
		ours[f] = true
	}
	problems := slices.DeleteFunc(r.result.Problems, func(p source.Problem) bool {
		// What is about no file of the project, such as a module, is about all.
		return ours[p.File] && !r.reports(p.File)
	})
	slices.SortStableFunc(problems, func(a, b source.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Kind, b.Kind))
	})
	r.result.Problems = slices.CompactFunc(problems, func(a, b source.Problem) bool {
		// One syntax error brings others with it: the first is the one to mend.
		return a == b || a.File == b.File && a.Kind == source.Parse && b.Kind == source.Parse
	})
	r.result.Blind = r.blind()
}

// blind reports whether something could not be analysed that a gate has to see.
// Bundles, data and videos named .ts are not: they are left out where they lie in
// a directory, but not where they are asked for by name.
func (r *runner) blind() bool {
	skipped := map[string]bool{}
	for _, p := range r.result.Problems {
		switch p.Kind {
		case source.Load, source.Internal:
			return true
		case source.Skipped:
			if r.files.Named(p.File) || unreadable(p.File) {
				return true
			}
			skipped[p.File] = true
		}
	}
	return len(skipped) > 0 && len(skipped) >= r.result.Files.Go+r.result.Files.TypeScript
}

func unreadable(path string) bool {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return false // opening a pipe would wait for whoever writes to it
	}
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	f.Close()
	return false
}
