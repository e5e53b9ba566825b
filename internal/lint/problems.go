package lint

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/source"
)

// finishProblems leaves of the problems those about what was asked for, and
// draws the conclusion from them.
func (r *runner) finishProblems() {
	if len(r.result.Problems) == 0 {
		return
	}
	problems := slices.DeleteFunc(r.result.Problems, func(p source.Problem) bool { return !r.concerns(p.File) })
	slices.SortStableFunc(problems, func(a, b source.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Kind, b.Kind))
	})
	r.result.Problems = slices.CompactFunc(problems, func(a, b source.Problem) bool {
		// One syntax error brings others with it: the first is the one to mend.
		return a == b || a.File == b.File && a.Kind == source.Parse && b.Kind == source.Parse
	})
	r.result.Blind = r.blind()
}

// concerns reports whether a problem with a file is one of what was asked for.
func (r *runner) concerns(file string) bool {
	switch filepath.Base(file) {
	case "go.mod", "go.work":
		module := filepath.Dir(file) + string(filepath.Separator)
		return slices.ContainsFunc(r.files.Go, func(f string) bool { return strings.HasPrefix(f, module) && r.reports(f) })
	}
	_, isGo := slices.BinarySearch(r.files.Go, file)
	_, isTypeScript := slices.BinarySearch(r.files.TypeScript, file)
	// What is about no file of the project, such as a directory, is about all.
	return !isGo && !isTypeScript || r.reports(file)
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
