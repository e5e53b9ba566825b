package goload

import (
	"cmp"
	"context"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/internal/parallel"
)

// A group is loaded by one run of the go command: a module, the modules of a
// workspace, or files that belong to no module.
type group struct {
	// dir is where the go command runs.
	dir string
	// modules maps the directory of each module to its path. It is empty for
	// loose files.
	modules map[string]string
	// workspace: dir has the go.work that lists the modules.
	workspace bool
	// dirs are the directories that have Go files, with these.
	dirs map[string][]string
	// looked is what matter saw.
	looked []look
}

func (g *group) loose() bool { return len(g.modules) == 0 }

// groups sorts files by the module that they belong to. Directories that the go
// command does not match by patterns are left out: vendor, testdata, and those
// that begin with "_" or ".".
func groups(opts *Options) []*group {
	l := &locator{modules: map[string]string{}, dirs: map[string]string{}}
	all := map[string]*group{}
	for _, file := range opts.Files {
		dir := filepath.Dir(file)
		root := l.module(dir)
		if unmatched(root, opts.Dir, dir) {
			continue
		}
		g := l.group(root, opts.Dir, all)
		g.dirs[dir] = append(g.dirs[dir], file)
	}
	return slices.SortedFunc(maps.Values(all), func(a, b *group) int { return cmp.Compare(a.dir, b.dir) })
}

// A locator finds modules and workspaces, each directory once.
type locator struct {
	dirs    map[string]string // directory to the directory of its go.mod, "" for none
	modules map[string]string // directory of a go.mod to the module's path
}

func (l *locator) module(dir string) string {
	if root, ok := l.dirs[dir]; ok {
		return root
	}
	root := ""
	if src, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil {
		root = dir
		l.modules[dir] = modfile.ModulePath(src)
	} else if parent := filepath.Dir(dir); parent != dir {
		root = l.module(parent)
	}
	l.dirs[dir] = root
	return root
}

func (l *locator) group(root, dir string, all map[string]*group) *group {
	if root == "" {
		g := all[""]
		if g == nil {
			g = &group{dir: dir, dirs: map[string][]string{}}
			all[""] = g
		}
		return g
	}
	key, workspace := root, false
	if work := l.workspace(root); work != "" {
		key, workspace = work, true
	}
	g := all[key]
	if g == nil {
		g = &group{dir: key, workspace: workspace, modules: map[string]string{}, dirs: map[string][]string{}}
		all[key] = g
	}
	g.modules[root] = l.modules[root]
	return g
}

// workspace returns the directory of the go.work that uses a module, "" where
// there is none.
func (l *locator) workspace(root string) string {
	if os.Getenv("GOWORK") == "off" {
		return ""
	}
	for dir := root; ; dir = filepath.Dir(dir) {
		if src, err := os.ReadFile(filepath.Join(dir, "go.work")); err == nil {
			f, err := modfile.ParseWork("go.work", src, nil)
			if err != nil {
				return ""
			}
			for _, use := range f.Use {
				if below(dir, use.Path) == root {
					return dir
				}
			}
			return "" // the go command stops at the first go.work too
		}
		if filepath.Dir(dir) == dir {
			return ""
		}
	}
}

// within reports whether dir is base or below it.
func within(dir, base string) bool {
	return dir == base || strings.HasPrefix(dir, strings.TrimSuffix(base, string(filepath.Separator))+string(filepath.Separator))
}

// unmatched reports whether patterns of the go command pass over dir. The run
// itself may stand in a testdata or _example: only what is below counts. A
// module in an _example is a module like any other, one that is vendored or
// test data is not.
func unmatched(root, run, dir string) bool {
	below := func(base string, pass func(string) bool) bool {
		rel, err := filepath.Rel(base, dir)
		if err != nil || rel == "." || base == "" || strings.HasPrefix(rel, "..") {
			return false
		}
		return slices.ContainsFunc(strings.Split(slash(rel), "/"), pass)
	}
	whole := run
	if !within(dir, run) {
		whole = root
	}
	if below(whole, func(s string) bool { return s == "vendor" || s == "testdata" }) {
		return true
	}
	module := root
	if module == "" || within(run, module) {
		module = run
	}
	return below(module, func(s string) bool { return strings.HasPrefix(s, "_") || strings.HasPrefix(s, ".") })
}

// A look is what the prefilter sees in a file.
type look struct {
	file    string
	was     cache.File
	m       gohttp.Mention
	imports []string
}

// reads reports whether a file is of interest.
func (o *Options) reads(file string) bool { return o.Tests || !strings.HasSuffix(file, "_test.go") }

// matter returns the directories whose packages mention what a rule could
// judge, and those that import one of them and so may call its helpers.
func (g *group) matter(ctx context.Context, opts *Options) []string {
	files := make([]look, 0, len(opts.Files))
	for _, list := range g.dirs {
		for _, f := range list {
			if opts.reads(f) {
				files = append(files, look{file: f})
			}
		}
	}
	parallel.Each(ctx, opts.Jobs, len(files), func() func(int) {
		return func(i int) {
			l := &files[i]
			l.was = cache.File{Path: l.file, Stamp: cache.StampOf(l.file)}
			src, err := opts.Overlay.ReadFile(l.file)
			if err != nil {
				return // whoever found the file says so
			}
			l.was.Sum = cache.Sum(src)
			l.m = gohttp.Mentions(src)
			l.imports = importsOf(src)
		}
	})

	g.looked = files
	declaring := opts.Clients.Packages()
	dirs := map[string]gohttp.Mention{}
	for i := range files {
		dir := filepath.Dir(files[i].file)
		dirs[dir] |= files[i].m
	}
	chosen := map[string]bool{}
	helpers := map[string]gohttp.Mention{}
	for dir, m := range dirs {
		if m.Matters() {
			chosen[dir] = true
		}
		if path := g.importPath(dir); path != "" {
			helpers[path] = m
		}
	}
	for i := range files {
		l := &files[i]
		if slices.ContainsFunc(l.imports, func(p string) bool { return l.m.Through(helpers[p]) || slices.Contains(declaring, p) }) {
			chosen[filepath.Dir(l.file)] = true
		}
	}
	return slices.Sorted(maps.Keys(chosen))
}

// importPath returns the path by which others import the package in dir.
func (g *group) importPath(dir string) string {
	best := ""
	for root := range g.modules {
		if within(dir, root) && len(root) > len(best) {
			best = root
		}
	}
	if best == "" {
		return ""
	}
	rel, err := filepath.Rel(best, dir)
	if err != nil {
		return ""
	}
	if rel == "." {
		return g.modules[best]
	}
	return g.modules[best] + "/" + slash(rel)
}

// importsOf returns the import paths of a file, as far as it parses.
func importsOf(src []byte) []string {
	f, _ := parser.ParseFile(token.NewFileSet(), "", src, parser.ImportsOnly)
	if f == nil {
		return nil
	}
	var out []string
	for _, s := range f.Imports {
		if path, err := strconv.Unquote(s.Path.Value); err == nil {
			out = append(out, path)
		}
	}
	return out
}
