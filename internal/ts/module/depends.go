package module

import "path/filepath"

// Specifiers returns what a file imports, as it spells it, with repetitions.
// Like Importers it reads bytes, so an import in a comment is among them.
func (p *Project) Specifiers(path string) []string {
	if e := p.byPath[path]; e != nil {
		return e.specs
	}
	return nil
}

// Dependencies returns the packages that the nearest package.json above a file
// lists, nil where none lists any. Do not change it.
func (p *Project) Dependencies(path string) map[string]bool {
	for dir := filepath.Dir(path); within(p.dir, dir); dir = filepath.Dir(dir) {
		if k := p.packages().at[dir]; k != nil && len(k.depends) > 0 {
			return k.depends
		}
		if dir == p.dir || dir == filepath.Dir(dir) {
			break
		}
	}
	return nil
}
