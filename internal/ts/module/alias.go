package module

import (
	"path/filepath"
	"strings"
	"sync"
)

// aliases remembers what specifiers that are not relative resolve to: a project
// imports the same few from everywhere.
type aliases struct {
	sync.RWMutex
	known map[aliasKey]string
}

type aliasKey struct{ dir, spec string }

// alias resolves a specifier that is not relative.
func (p *Project) alias(dir, spec string) (path string, ok bool) {
	key := aliasKey{dir, spec}
	p.aliases.RLock()
	path, known := p.aliases.known[key]
	p.aliases.RUnlock()
	if !known {
		path = p.findAlias(dir, spec)
		p.aliases.Lock()
		if p.aliases.known == nil {
			p.aliases.known = map[aliasKey]string{}
		}
		p.aliases.known[key] = path
		p.aliases.Unlock()
	}
	return path, path != ""
}

func (p *Project) findAlias(dir, spec string) string {
	if path, ok := p.byConfig(dir, spec); ok {
		return path
	}
	if path, ok := p.byPackage(dir, spec, 0); ok {
		return path
	}
	path, _ := p.byConvention(dir, spec)
	return path
}

// byConvention tries the aliases that bundlers and frameworks come with, which
// stand in configuration that is code, or is generated. That the file exists is
// what makes it the one meant.
func (p *Project) byConvention(dir, spec string) (string, bool) {
	head, rest, slash := strings.Cut(spec, "/")
	var below []string // where to look under the root of the application
	switch {
	case head == "":
		// Have: <script src="/src/main.ts">, import "/src/main.ts"
		below = []string{rest, "public/" + rest}
	case head == "@" || head == "~" || head == "#":
		// Vite's and webpack's @, Nuxt's ~: the sources, wherever they are.
		below = []string{"src/" + rest, "app/" + rest, rest}
	case head == "@@" || head == "~~":
		below = []string{rest} // Nuxt's root
	case strings.HasPrefix(head, "$"):
		// SvelteKit's $lib, and what people add in its likeness.
		below = []string{"src/" + spec[1:]}
	case !slash || p.dependsOn(dir, spec):
		return "", false
	case strings.HasPrefix(head, "@"):
		// Have: @components/button
		below = []string{"src/" + spec[1:], "app/" + spec[1:]}
	default:
		// Quasar's components/…, boot/… and src/…, and baseUrl "src".
		below = []string{"src/" + spec, spec}
	}
	for at := dir; within(p.dir, at); at = filepath.Dir(at) {
		if p.packages().at[at] != nil || p.dirs[filepath.Join(at, "src")] {
			for _, b := range below {
				if path, ok := p.probe(join(at, b), false); ok {
					return path, true
				}
			}
		}
		if at == p.dir || at == filepath.Dir(at) {
			break
		}
	}
	return "", false
}
