package module

import (
	"path/filepath"
	"slices"
	"strings"
)

// extensions are those that an import may leave out, the best first. Where
// compiled output or a declaration lies next to its source, the source is
// meant.
var extensions = []string{".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte", ".astro",
	".d.ts", ".d.mts", ".d.cts"}

// cutExtension splits a path before the extension that an import may leave
// out; rank says how good it is, from 0.
func cutExtension(path string) (stem string, rank int, ok bool) {
	for _, declaration := range [...]string{".d.ts", ".d.mts", ".d.cts"} {
		if stem, ok = strings.CutSuffix(path, declaration); ok {
			return stem, slices.Index(extensions, declaration), true
		}
	}
	ext := filepath.Ext(path)
	rank = slices.Index(extensions, ext)
	return path[:len(path)-len(ext)], rank, rank >= 0
}

// index fills the tables that resolving looks things up in. No candidate is
// ever looked for on disk, so nothing resolves outside of the project.
func (p *Project) index(files []string) {
	p.byPath = make(map[string]*entry, len(files))
	p.stems = make(map[string]string, len(files))
	p.dirs = map[string]bool{}
	for _, path := range files {
		if !within(p.dir, path) || p.byPath[path] != nil {
			continue
		}
		e := &entry{path: path}
		p.entries = append(p.entries, e)
		p.byPath[path] = e
		if stem, rank, ok := cutExtension(path); ok {
			if old, taken := p.stems[stem]; !taken || rank < rankOf(old) {
				p.stems[stem] = path
			}
		}
		for dir := filepath.Dir(path); !p.dirs[dir]; dir = filepath.Dir(dir) {
			p.dirs[dir] = true
			if dir == p.dir || dir == filepath.Dir(dir) {
				break
			}
		}
	}
	slices.SortFunc(p.entries, func(a, b *entry) int { return strings.Compare(a.path, b.path) })
}

func rankOf(path string) int {
	_, rank, _ := cutExtension(path)
	return rank
}

// Resolve returns the file that an import in another means. It is not ok for
// what lies outside the project: a package, a built-in module, an asset, or a
// file that is not there.
//
// What is not relative is looked for in the paths and baseUrl of the
// tsconfig.json or jsconfig.json above the file, in the imports of its
// package.json, among the packages of the project, and at last where the usual
// bundlers and frameworks have their aliases.
func (p *Project) Resolve(from *File, spec string) (path string, ok bool) {
	return p.resolve(filepath.Dir(from.Path), spec)
}

// ResolveFrom is Resolve for an import in a file of that directory.
func (p *Project) ResolveFrom(dir, spec string) (path string, ok bool) { return p.resolve(dir, spec) }

func (p *Project) resolve(dir, spec string) (path string, ok bool) {
	if i := strings.IndexByte(spec, '?'); i >= 0 {
		// Have: import Worker from "./worker?worker", import text from "./a.js?raw"
		if query := spec[i+1:]; strings.Contains(query, "raw") || strings.Contains(query, "url") {
			return "", false
		}
		spec = spec[:i]
	}
	switch {
	case spec == "":
		return "", false
	case relative(spec):
		return p.probe(join(dir, spec), strings.HasSuffix(spec, "/") || spec == "." || spec == ".." || strings.HasSuffix(spec, "/.."))
	case strings.ContainsAny(spec, ":!"):
		return "", false // node:fs, https://…, a loader of webpack
	}
	return p.alias(dir, spec)
}

func relative(spec string) bool {
	return spec == "." || spec == ".." || strings.HasPrefix(spec, "./") || strings.HasPrefix(spec, "../")
}

// join is the path of spec, which has forward slashes, seen from dir.
func join(dir, spec string) string { return filepath.Join(dir, filepath.FromSlash(spec)) }

// sources says for the extension of compiled output that an import may name
// which sources it can stand for.
var sources = map[string][]string{
	".js":  {".ts", ".tsx", ".jsx", ".d.ts"},
	".jsx": {".tsx", ".d.ts"},
	".mjs": {".mts", ".d.mts", ".ts"},
	".cjs": {".cts", ".d.cts", ".ts"},
}

// fileAt finds the file that a path means, whose extension may be missing or
// that of compiled output.
func (p *Project) fileAt(path string) (string, bool) {
	if p.byPath[path] != nil {
		return path, true
	}
	if file, ok := p.stems[path]; ok {
		return file, true
	}
	ext := filepath.Ext(path)
	for _, source := range sources[ext] {
		// Have: import "./x.js", where x.ts is compiled to x.js.
		if file := path[:len(path)-len(ext)] + source; p.byPath[file] != nil {
			return file, true
		}
	}
	return "", false
}

// probe finds the file that a path means, or the directory there.
func (p *Project) probe(path string, directory bool) (string, bool) {
	if !directory {
		if file, ok := p.fileAt(path); ok {
			return file, true
		}
	}
	if !p.dirs[path] {
		return "", false
	}
	if pkg := p.packages().at[path]; pkg != nil {
		if file, ok := p.entryPoint(pkg); ok {
			return file, true
		}
	}
	file, ok := p.stems[filepath.Join(path, "index")]
	return file, ok
}
