package module

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/authlint/authlint/internal/source"
)

// configs are the tsconfig.json and jsconfig.json files, read when a file below
// them is first asked about.
type configs struct {
	sync.Mutex
	byDir map[string]*config // nil where a directory has none
	raw   map[string]*rawConfig
}

// A config is what a tsconfig.json, with what it extends, says about modules.
type config struct {
	dir     string
	baseURL string // absolute; empty if not set
	paths   []pathPattern
	include []string // absolute; nil if not set
	// references are the configurations of the parts of a project: a template
	// of Vite has its paths in a tsconfig.app.json.
	references []*config
}

// A pathPattern is one entry of paths: "@/*": ["src/*"].
type pathPattern struct {
	prefix, suffix string
	star           bool
	targets        []string // absolute, with the star in place
}

// rawConfig is a tsconfig.json as written.
type rawConfig struct {
	file            string
	Extends         any `json:"extends"`
	CompilerOptions struct {
		BaseURL *string             `json:"baseUrl"`
		Paths   map[string][]string `json:"paths"`
	} `json:"compilerOptions"`
	Include    []string `json:"include"`
	Files      []string `json:"files"`
	References []struct {
		Path string `json:"path"`
	} `json:"references"`
}

// maxExtends bounds how many files one configuration may be made of.
const maxExtends = 32

// byConfig resolves a specifier by the configurations above dir, the nearest
// first. TypeScript looks at one only; the others are tried since a bundler may
// take its aliases from any.
func (p *Project) byConfig(dir, spec string) (string, bool) {
	for at := dir; within(p.dir, at); at = filepath.Dir(at) {
		if c := p.configAt(at); c != nil {
			if path, ok := p.byPaths(c, dir, spec, 0); ok {
				return path, true
			}
		}
		if at == p.dir || at == filepath.Dir(at) {
			break
		}
	}
	return "", false
}

func (p *Project) byPaths(c *config, dir, spec string, depth int) (string, bool) {
	// What is installed goes before what happens to have its name below
	// baseUrl, or bundlers would not find axios from a file src/axios.ts.
	installed := p.dependsOn(dir, spec)
	for _, pattern := range c.paths {
		if !pattern.matches(spec) || pattern.star && pattern.prefix == "" && installed {
			continue
		}
		matched := spec[len(pattern.prefix) : len(spec)-len(pattern.suffix)]
		for _, target := range pattern.targets {
			if pattern.star {
				target = strings.Replace(target, "*", filepath.FromSlash(matched), 1)
			}
			if path, ok := p.probe(filepath.Clean(target), false); ok {
				return path, true
			}
		}
	}
	if c.baseURL != "" && !installed && !strings.HasPrefix(spec, "/") {
		if path, ok := p.probe(join(c.baseURL, spec), false); ok {
			return path, true
		}
	}
	if depth == 0 {
		for _, r := range c.references {
			if r.covers(dir) {
				if path, ok := p.byPaths(r, dir, spec, depth+1); ok {
					return path, true
				}
			}
		}
	}
	return "", false
}

func (t pathPattern) matches(spec string) bool {
	if !t.star {
		return spec == t.prefix
	}
	return len(spec) >= len(t.prefix)+len(t.suffix) && strings.HasPrefix(spec, t.prefix) && strings.HasSuffix(spec, t.suffix)
}

// covers reports whether files in dir may belong to the configuration.
func (c *config) covers(dir string) bool {
	if c.include == nil {
		return within(c.dir, dir)
	}
	for _, pattern := range c.include {
		if star := strings.IndexAny(pattern, "*?"); star >= 0 {
			pattern = filepath.Dir(pattern[:star] + "x") // the directories before the first wildcard
		} else if filepath.Ext(pattern) != "" {
			if filepath.Dir(pattern) == dir {
				return true // one file, which may be the one in question
			}
			continue
		}
		if within(pattern, dir) {
			return true
		}
	}
	return false
}

// configAt returns the configuration that lies in a directory, or nil.
func (p *Project) configAt(dir string) *config {
	cs := &p.configs
	cs.Lock()
	defer cs.Unlock()
	c, ok := cs.byDir[dir]
	if ok {
		return c
	}
	if cs.byDir == nil {
		cs.byDir = map[string]*config{}
		cs.raw = map[string]*rawConfig{}
	}
	for _, name := range compilerConfigs {
		if raw := p.rawConfig(filepath.Join(dir, name)); raw != nil {
			c = p.readConfig(raw)
			for _, r := range raw.References {
				path := join(dir, r.Path)
				if !strings.HasSuffix(path, ".json") {
					path = filepath.Join(path, "tsconfig.json")
				}
				if raw := p.rawConfig(path); raw != nil && len(c.references) < maxExtends {
					c.references = append(c.references, p.readConfig(raw))
				}
			}
			break
		}
	}
	cs.byDir[dir] = c
	return c
}

// rawConfig reads a configuration file once; nil if it is not there, cannot be
// used, or lies outside the project.
func (p *Project) rawConfig(file string) *rawConfig {
	if raw, ok := p.configs.raw[file]; ok {
		return raw
	}
	var raw *rawConfig
	if within(p.dir, file) {
		if src, ok := p.readJSON(file); ok {
			raw = &rawConfig{file: file}
			if err, ok := json.Unmarshal(src, raw).(*json.UnmarshalTypeError); ok {
				// What has the wrong type is left out, all else is there.
				p.problem(source.Config, file, fmt.Sprintf("%q cannot be of type %s; the aliases it defines may not be known", err.Field, err.Value))
			}
		}
	}
	p.configs.raw[file] = raw
	return raw
}

// readConfig puts a configuration together with those it extends.
func (p *Project) readConfig(raw *rawConfig) *config {
	c := &config{dir: filepath.Dir(raw.file)}
	budget := maxExtends
	p.inherit(c, raw, nil, &budget)
	if c.include == nil && len(raw.Files) > 0 {
		c.include = []string{}
		for _, f := range raw.Files {
			c.include = append(c.include, join(c.dir, f))
		}
	}
	return c
}

// inherit applies raw to c, after what it extends, so that the later wins.
func (p *Project) inherit(c *config, raw *rawConfig, chain []string, budget *int) {
	if slices.Contains(chain, raw.file) {
		p.problem(source.Config, raw.file, "extends itself; what it inherits that way is left out")
		return
	}
	if *budget--; *budget < 0 {
		return
	}
	chain = append(slices.Clip(chain), raw.file)
	for _, base := range extended(raw.Extends) {
		file, known := p.base(raw.file, base)
		if next := p.rawConfig(file); next != nil {
			p.inherit(c, next, chain, budget)
		} else if !known {
			why := "is not there or cannot be used"
			if !within(p.dir, file) {
				why = "lies outside the project"
			}
			p.problem(source.Config, raw.file, fmt.Sprintf("extends %q, which %s; the aliases it defines are not known", base, why))
		}
	}
	dir := filepath.Dir(raw.file)
	// ${configDir} is the directory of the configuration that all this is for.
	abs := func(base, path string) string {
		if rest, ok := strings.CutPrefix(path, "${configDir}"); ok {
			return join(c.dir, "./"+rest)
		}
		if filepath.IsAbs(path) {
			return filepath.Clean(path)
		}
		return join(base, path)
	}
	if b := raw.CompilerOptions.BaseURL; b != nil {
		c.baseURL = abs(dir, *b)
	}
	if raw.CompilerOptions.Paths != nil {
		base := dir
		if c.baseURL != "" {
			base = c.baseURL
		}
		c.paths = nil
		for pattern, targets := range raw.CompilerOptions.Paths {
			t := pathPattern{}
			t.prefix, t.suffix, t.star = strings.Cut(pattern, "*")
			for _, target := range targets {
				t.targets = append(t.targets, abs(base, target))
			}
			c.paths = append(c.paths, t)
		}
		slices.SortFunc(c.paths, comparePatterns)
	}
	if raw.Include != nil {
		c.include = []string{}
		for _, pattern := range raw.Include {
			c.include = append(c.include, abs(dir, pattern))
		}
	}
}

// comparePatterns puts exact patterns first, then those with the longest
// prefix, as TypeScript does.
func comparePatterns(a, b pathPattern) int {
	switch {
	case a.star != b.star:
		if a.star {
			return 1
		}
		return -1
	case len(a.prefix) != len(b.prefix):
		return len(b.prefix) - len(a.prefix)
	}
	return strings.Compare(a.prefix+"*"+a.suffix, b.prefix+"*"+b.suffix)
}

// extended returns the values of extends: a string or several.
func extended(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}

// base returns the file that a configuration extends. Known says that it is no
// matter if it is not there: a package that is not part of the project defines
// compiler options, hardly ever aliases, and nothing that would lead to a file
// of the project; and what frameworks generate into a hidden directory defines
// the aliases that byConvention knows.
func (p *Project) base(from, spec string) (file string, known bool) {
	dir := filepath.Dir(from)
	if !relative(spec) && !filepath.IsAbs(spec) {
		name, sub := packageName(spec)
		for _, k := range nearest(p.packages().byName[name], dir) {
			if sub == "" {
				sub = "tsconfig.json"
			}
			return p.configFile(join(k.dir, sub)), false
		}
		return "", true
	}
	file = filepath.Clean(spec)
	if !filepath.IsAbs(spec) {
		file = join(dir, spec)
	}
	return p.configFile(file), strings.HasPrefix(filepath.Base(filepath.Dir(file)), ".")
}

// configFile adds what extends may leave out.
func (p *Project) configFile(file string) string {
	switch {
	case strings.HasSuffix(file, ".json"):
		return file
	case p.has(file + ".json"):
		return file + ".json"
	}
	return filepath.Join(file, "tsconfig.json")
}
