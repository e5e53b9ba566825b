package module

import (
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tailscale/hujson"

	"github.com/authlint/authlint/internal/source"
)

// packages are the package.json files of the project: its own, and those of
// its workspaces, whichever package manager they are for.
type packages struct {
	at     map[string]*pkg   // by directory
	byName map[string][]*pkg // several may have the same name, in examples or tests
}

// A pkg is what a package.json says about where its modules are.
type pkg struct {
	dir  string
	name string
	// entries are the fields that name the module of the package as a whole, as
	// paths relative to dir, the best first.
	entries []string
	// exports and imports are nil if not there. Their order matters.
	exports, imports hujson.ValueTrimmed
	// depends has every package that this one may import.
	depends map[string]bool
	// versions are the ranges that are asked for, as written.
	versions map[string]string
}

// findPackages reads the package.json next to and above every file. It does not
// look into node_modules or other directories without files of the project.
func (p *Project) findPackages() *packages {
	ps := &packages{at: map[string]*pkg{}, byName: map[string][]*pkg{}}
	for dir := range p.dirs {
		if k := p.readPackage(dir); k != nil {
			ps.at[dir] = k
			if k.name != "" {
				ps.byName[k.name] = append(ps.byName[k.name], k)
			}
		}
	}
	for _, same := range ps.byName {
		slices.SortFunc(same, func(a, b *pkg) int { return strings.Compare(a.dir, b.dir) })
	}
	return ps
}

func (p *Project) readPackage(dir string) *pkg {
	file := filepath.Join(dir, "package.json")
	src, ok := p.readJSON(file)
	if !ok {
		return nil
	}
	var raw struct {
		Name, Main, Module, Source, Types, Typings                            any
		Exports, Imports                                                      json.RawMessage
		Dependencies, DevDependencies, PeerDependencies, OptionalDependencies map[string]any
	}
	if err := json.Unmarshal(src, &raw); err != nil {
		if _, wrongType := err.(*json.UnmarshalTypeError); !wrongType {
			return nil
		}
	}
	k := &pkg{dir: dir, depends: map[string]bool{}, versions: map[string]string{}}
	k.name, _ = raw.Name.(string)
	for _, entry := range []any{raw.Source, raw.Module, raw.Main, raw.Types, raw.Typings} {
		if s, _ := entry.(string); s != "" {
			k.entries = append(k.entries, s)
		}
	}
	if v, err := hujson.Parse(raw.Exports); err == nil && len(raw.Exports) > 0 {
		k.exports = v.Value
	}
	if v, err := hujson.Parse(raw.Imports); err == nil && len(raw.Imports) > 0 {
		k.imports = v.Value
	}
	for _, deps := range []map[string]any{raw.Dependencies, raw.DevDependencies, raw.PeerDependencies, raw.OptionalDependencies} {
		for name, version := range deps {
			k.depends[name] = true
			k.versions[name], _ = version.(string)
		}
	}
	return k
}

// maxJSON is the size of the largest configuration file that is read, and
// maxNesting how deep it may be nested: the parser recurses.
const (
	maxJSON    = 1 << 20
	maxNesting = 100
)

// readJSON reads a JSON file with comments and trailing commas as plain JSON.
// That it is not there is no problem.
func (p *Project) readJSON(file string) (src []byte, ok bool) {
	if !p.has(file) {
		return nil, false
	}
	src, _, refused := p.read(file, maxJSON, nil)
	p.noteConfig(file, src)
	if refused == "" && nesting(src) > maxNesting {
		refused = fmt.Sprintf("nested deeper than %d levels", maxNesting)
	}
	if refused != "" {
		p.problem(source.Config, file, refused+"; the aliases it defines are not known")
		return nil, false
	}
	src, err := hujson.Standardize([]byte(strings.TrimPrefix(string(src), "\ufeff")))
	if err != nil {
		p.problem(source.Config, file, fmt.Sprintf("%v; the aliases it defines are not known", trimPackage(err)))
		return nil, false
	}
	return src, true
}

// nesting is how deep brackets are nested at most. Those in strings and
// comments count too, which makes it an upper bound.
func nesting(src []byte) int {
	depth, deepest := 0, 0
	for _, c := range src {
		switch c {
		case '{', '[':
			depth++
			deepest = max(deepest, depth)
		case '}', ']':
			depth--
		}
	}
	return deepest
}

func trimPackage(err error) string { return strings.TrimPrefix(err.Error(), "hujson: ") }

// byPackage resolves #internal/x by the imports of the nearest package.json
// that has any, and pkg/x by the packages of the project.
func (p *Project) byPackage(dir, spec string, depth int) (string, bool) {
	if depth > 4 {
		return "", false // imports that lead to each other
	}
	if strings.HasPrefix(spec, "#") {
		for at := dir; within(p.dir, at); at = filepath.Dir(at) {
			if k := p.packages().at[at]; k != nil && k.imports != nil {
				for _, target := range targets(k.imports, spec) {
					if !relative(target) {
						if file, ok := p.byPackage(at, target, depth+1); ok {
							return file, true
						}
					} else if file, ok := p.built(at, target); ok {
						return file, true
					}
				}
				return "", false
			}
			if at == p.dir || at == filepath.Dir(at) {
				break
			}
		}
		return "", false
	}
	name, sub := packageName(spec)
	for _, k := range nearest(p.packages().byName[name], dir) {
		if sub == "" {
			if file, ok := p.entryPoint(k); ok {
				return file, true
			}
			continue
		}
		for _, target := range targets(k.exports, "./"+sub) {
			if file, ok := p.built(k.dir, target); ok {
				return file, true
			}
		}
		for _, guess := range []string{sub, "src/" + sub} {
			if file, ok := p.built(k.dir, guess); ok {
				return file, true
			}
		}
	}
	return "", false
}

// packageName splits a specifier into the package and the path in it.
func packageName(spec string) (name, sub string) {
	head, rest, _ := strings.Cut(spec, "/")
	if strings.HasPrefix(head, "@") {
		second, sub, _ := strings.Cut(rest, "/")
		return head + "/" + second, sub
	}
	return head, rest
}

// nearest sorts packages of one name by how much of their path they share with
// dir.
func nearest(same []*pkg, dir string) []*pkg {
	if len(same) < 2 {
		return same
	}
	shared := func(k *pkg) int {
		n := 0
		for n < len(dir) && n < len(k.dir) && dir[n] == k.dir[n] {
			n++
		}
		return n
	}
	same = slices.Clone(same)
	slices.SortStableFunc(same, func(a, b *pkg) int { return shared(b) - shared(a) })
	return same
}

// dependsOn reports whether a package.json at or above dir lists the package
// of a specifier, which then is not an alias.
func (p *Project) dependsOn(dir, spec string) bool {
	name, _ := packageName(spec)
	for at := dir; within(p.dir, at); at = filepath.Dir(at) {
		if k := p.packages().at[at]; k != nil && k.depends[name] {
			return true
		}
		if at == p.dir || at == filepath.Dir(at) {
			break
		}
	}
	return false
}

// entryPoint is the module of a package as a whole.
func (p *Project) entryPoint(k *pkg) (string, bool) {
	candidates := slices.Concat(targets(k.exports, "."), k.entries, []string{"index", "src/index"})
	for _, c := range candidates {
		if file, ok := p.built(k.dir, c); ok {
			return file, true
		}
	}
	return "", false
}

// outputs are the directories that compilers write to. They are not part of a
// project's files, so an entry there stands for the source it is made from.
var outputs = map[string]bool{"dist": true, "lib": true, "build": true, "out": true, "output": true, "es": true,
	"esm": true, "cjs": true, "umd": true, "types": true, "typings": true, "module": true}

// built finds the file that a path in a package.json means, or the source it is
// compiled from: dist/esm/x.mjs from src/x.ts.
func (p *Project) built(dir, target string) (string, bool) {
	target = path.Clean(strings.TrimPrefix(target, "/"))
	if target == ".." || strings.HasPrefix(target, "../") {
		return "", false
	}
	full := join(dir, target)
	if full == dir {
		full = filepath.Join(dir, "index") // the package.json of dir led here
	}
	if file, ok := p.fileAt(full); ok {
		return file, true
	}
	if file, ok := p.stems[filepath.Join(full, "index")]; ok {
		return file, true
	}
	rest := target
	for {
		head, tail, ok := strings.Cut(rest, "/")
		if !ok || !outputs[head] {
			break
		}
		rest = tail
	}
	if rest == target {
		return "", false
	}
	stem, _, _ := cutExtension(filepath.FromSlash(rest))
	for _, guess := range []string{filepath.Join(dir, "src", stem), filepath.Join(dir, stem)} {
		if file, ok := p.stems[guess]; ok {
			return file, true
		}
	}
	return "", false
}

// conditions are the keys of conditional exports, the best first: what leads to
// the source, then what a bundler takes. Whether the file is there decides, so
// the order only matters where several are.
var conditions = []string{"development", "source", "import", "module", "browser", "default", "require", "node"}

// targets returns where the exports or imports of a package.json lead from a
// key such as "./sub" or "#internal/x", the best first.
func targets(v hujson.ValueTrimmed, key string) []string {
	object, ok := v.(*hujson.Object)
	if !ok || !subpaths(object) {
		if key != "." {
			return nil
		}
		return leaves(v, "", 0) // the exports of the package as a whole
	}
	var best hujson.ValueTrimmed
	longest, star := -1, ""
	for _, m := range object.Members {
		name := memberName(m)
		if name == key {
			return leaves(m.Value.Value, "", 0)
		}
		prefix, suffix, pattern := strings.Cut(name, "*")
		if !pattern && strings.HasSuffix(name, "/") {
			pattern = true // the older form: "./lib/": "./src/lib/"
		}
		if pattern && len(prefix) > longest && len(key) >= len(prefix)+len(suffix) &&
			strings.HasPrefix(key, prefix) && strings.HasSuffix(key, suffix) {
			best, longest, star = m.Value.Value, len(prefix), key[len(prefix):len(key)-len(suffix)]
		}
	}
	if best == nil {
		return nil
	}
	return leaves(best, star, 0)
}

// subpaths reports whether the keys are paths, not conditions.
func subpaths(o *hujson.Object) bool {
	for _, m := range o.Members {
		if name := memberName(m); strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") {
			return true
		}
	}
	return false
}

func memberName(m hujson.ObjectMember) string {
	name, _ := m.Name.Value.(hujson.Literal)
	return name.String()
}

func leaves(v hujson.ValueTrimmed, star string, depth int) []string {
	if depth > 8 {
		return nil
	}
	switch v := v.(type) {
	case hujson.Literal:
		if v.Kind() != '"' {
			return nil // null: not exported
		}
		target := v.String()
		if strings.HasSuffix(target, "/") {
			return []string{target + star}
		}
		return []string{strings.ReplaceAll(target, "*", star)}
	case *hujson.Array:
		var all []string
		for _, e := range v.Elements {
			all = append(all, leaves(e.Value, star, depth+1)...)
		}
		return all
	case *hujson.Object:
		rank := func(m hujson.ObjectMember) int {
			switch name := memberName(m); {
			case strings.HasPrefix(name, "types"):
				return len(conditions) + 1
			default:
				if i := slices.Index(conditions, name); i >= 0 {
					return i
				}
				return len(conditions)
			}
		}
		members := slices.Clone(v.Members)
		slices.SortStableFunc(members, func(a, b hujson.ObjectMember) int { return rank(a) - rank(b) })
		var all []string
		for _, m := range members {
			all = append(all, leaves(m.Value.Value, star, depth+1)...)
		}
		return all
	}
	return nil
}
