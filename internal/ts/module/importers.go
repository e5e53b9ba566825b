package module

import (
	"path/filepath"

	"github.com/authlint/authlint/internal/parallel"
)

// Importers returns the files that import, re-export or require a file, sorted.
// They are found in the bytes, without parsing, so one whose import stands in a
// comment is among them.
func (p *Project) Importers(path string) []string { return p.importers()[path] }

// findImporters resolves every import of the project, which takes about as long
// as reading a few files: each costs a look or two into a table.
func (p *Project) findImporters() map[string][]string {
	resolved := make([][]string, len(p.entries))
	parallel.Each(p.ctx, p.jobs, len(p.entries), func() func(int) {
		return func(i int) {
			e := p.entries[i]
			dir := filepath.Dir(e.path)
			for _, spec := range e.specs {
				if path, ok := p.resolve(dir, spec); ok {
					resolved[i] = append(resolved[i], path)
				}
			}
		}
	})
	by := map[string][]string{}
	for i, e := range p.entries {
		for _, path := range resolved[i] {
			// The entries are in order, so repetitions come one after another.
			if list := by[path]; len(list) == 0 || list[len(list)-1] != e.path {
				by[path] = append(list, e.path)
			}
		}
	}
	return by
}
