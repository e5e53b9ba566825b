package module

import (
	"path/filepath"
	"strings"
)

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

// PackageDir returns the directory of the nearest package.json at or above a
// file; that of the project where there is none.
func (p *Project) PackageDir(path string) string {
	for dir := filepath.Dir(path); within(p.dir, dir); dir = filepath.Dir(dir) {
		if p.packages().at[dir] != nil {
			return dir
		}
		if dir == p.dir || dir == filepath.Dir(dir) {
			break
		}
	}
	return p.dir
}

// Version returns the version of a package that the nearest package.json above a
// file asks for, without what stands before the first digit; empty where none
// does.
func (p *Project) Version(path, name string) string {
	for dir := filepath.Dir(path); within(p.dir, dir); dir = filepath.Dir(dir) {
		if k := p.packages().at[dir]; k != nil && k.versions[name] != "" {
			v := k.versions[name]
			return strings.TrimLeft(v, "^~>=v ")
		}
		if dir == p.dir || dir == filepath.Dir(dir) {
			break
		}
	}
	return ""
}
