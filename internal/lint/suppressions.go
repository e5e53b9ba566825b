package lint

import (
	"slices"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/rules"
)

// suppress takes away the findings in TypeScript that their authors accept, and
// adds those about the directives themselves.
func (r *runner) suppress(p *tsProject, found []rule.Finding) []rule.Finding {
	sets := map[string]*suppress.Set{}
	set := func(file string) *suppress.Set {
		s := sets[file]
		if s == nil {
			src := ""
			if len(p.directives[file]) > 0 {
				b, _ := r.Overlay.ReadFile(file)
				src = string(b)
			}
			s = suppress.New(src, p.directives[file], rules.Known)
			s.Ran, s.Nearest = ran(r.rules), rules.Nearest
			sets[file] = s
		}
		return s
	}
	// A file without findings may hold directives that have nothing to ignore.
	for file := range p.directives {
		if r.reports(file) {
			set(file)
		}
	}
	found = slices.DeleteFunc(found, func(f rule.Finding) bool { return set(f.At.File).Suppresses(&f) })
	for _, s := range sets {
		r.result.Suppressed += s.Suppressed()
		found = append(found, s.Findings()...)
	}
	return found
}
