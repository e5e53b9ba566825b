package goload

import (
	"context"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/mod/modfile"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/internal/parallel"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/suppress"
)

// A memory is what an earlier run read of a group, with all that it depends on:
// the group's files, what else of the disk the go command looked at, and the go
// command's own settings. What lies in the module cache never changes.
type memory struct {
	Began    int64 // nanoseconds since 1970
	Asked    uint64
	Go       string
	Files    []cache.File
	Dirs     []cache.Dir // and the Go files in them
	Packages []packageMemory
	Problems []source.Problem
}

// A packageMemory is a checked package.
type packageMemory struct {
	Path  string
	Facts *authflow.Facts
	Files []fileMemory
}

// A fileMemory is a gopass.File.
type fileMemory struct {
	Name            string
	Generated, Test bool
	Comments        []suppress.Comment
}

// recall returns what an earlier run read, if to read it again would give the
// same.
func recall(ctx context.Context, o *Options, g *group) (read []*checked, problems []source.Problem, ok bool) {
	var m memory
	if !g.keeps(o) || !o.Cache.Load(g.key(), &m) || m.Asked != g.asked(o) || !m.holds(ctx, o, g) {
		return nil, nil, false
	}
	for _, p := range m.Packages {
		c := &checked{path: p.Path, facts: p.Facts, files: gopass.FileSet{}}
		for _, f := range p.Files {
			file := &gopass.File{Generated: f.Generated, Test: f.Test, Comments: f.Comments}
			file.Accept(f.Name, os.ReadFile)
			c.files[f.Name] = file
		}
		read = append(read, c)
	}
	return read, m.Problems, true
}

// remember keeps what was read of a group, unless something was missing, which
// may be there the next time, or a fault of ours is part of it.
func remember(ctx context.Context, o *Options, g *group, began int64, read []*checked, problems []source.Problem) {
	if !g.keeps(o) || ctx.Err() != nil {
		return
	}
	if slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Kind != source.Types && p.Kind != source.Parse }) {
		return
	}
	now, ok := settings(ctx, g)
	if !ok {
		return
	}
	local, ok := g.local()
	if !ok {
		return
	}
	m := memory{Began: began, Asked: g.asked(o), Go: now, Problems: problems}
	m.trail(o, g, local)
	for _, c := range read {
		p := packageMemory{Path: c.path, Facts: c.facts}
		for _, name := range slices.Sorted(maps.Keys(c.files)) {
			f := c.files[name]
			p.Files = append(p.Files, fileMemory{name, f.Generated, f.Test, f.Comments})
		}
		m.Packages = append(m.Packages, p)
	}
	// This encodes the facts at once: what is linked later is another run's to link.
	o.Cache.Save(g.key(), &m)
}

func (g *group) key() string { return "go " + g.dir }

// asked sums up which files are of interest, and what is asked of them.
func (g *group) asked(o *Options) uint64 {
	var names []string
	for _, files := range g.dirs {
		for _, f := range files {
			if o.reads(f) {
				names = append(names, f)
			}
		}
	}
	slices.Sort(names)
	settings := cache.Settings(*o, "Dir", "Files", "Want", "Rules", "Strict", "Overlay", "Jobs", "Cache")
	return cache.Sum([]byte(settings + strings.Join(names, "\x00")))
}

// keeps reports whether all that the group depends on can be named: not what is
// not on disk, nor the code of others that is vendored, nor files outside of all
// modules, which GOPATH explains.
func (g *group) keeps(o *Options) bool {
	if o.Cache == nil || len(o.Overlay) > 0 || g.loose() {
		return false
	}
	_, err := os.Lstat(filepath.Join(g.dir, "vendor"))
	return err != nil
}

// settings are those of the go command in the directory of a group.
func settings(ctx context.Context, g *group) (string, bool) {
	cmd := exec.CommandContext(ctx, "go", "env", "GOVERSION", "GOROOT", "GOOS", "GOARCH", "GOAMD64", "GOARM", "GOARM64", "GO386", "GOMIPS",
		"GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM", "CGO_ENABLED", "GOFLAGS", "GOEXPERIMENT", "GOMODCACHE", "GOWORK", "GOMOD", "GO111MODULE",
		"CC", "CXX", "CGO_CFLAGS", "CGO_CPPFLAGS", "CGO_LDFLAGS", "PKG_CONFIG")
	cmd.Dir, cmd.Env = g.dir, environment(g)
	out, err := cmd.Output()
	return string(out), err == nil
}

// trail notes the files and directories that the group depends on.
func (m *memory) trail(o *Options, g *group, local layout) {
	imports := map[string][]string{}
	for _, l := range g.looked {
		m.Files = append(m.Files, l.was)
		dir := filepath.Dir(l.file)
		imports[dir] = append(imports[dir], l.imports...)
	}
	list := o.goFiles
	for _, root := range slices.Sorted(maps.Values(local)) {
		m.note(filepath.Join(root, "go.mod"), filepath.Join(root, "go.sum"))
	}
	if g.workspace {
		m.note(filepath.Join(g.dir, "go.work"), filepath.Join(g.dir, "go.work.sum"))
	}
	queue := slices.Sorted(maps.Keys(g.dirs))
	seen := map[string]bool{}
	for len(queue) > 0 {
		dir := queue[0]
		queue = queue[1:]
		if seen[dir] {
			continue
		}
		seen[dir] = true
		d := cache.ReadDir(dir, list)
		m.Dirs = append(m.Dirs, d)
		for _, name := range d.Names {
			// Files that git ignores, and packages of modules beside this one, are not
			// the project's, but their types are part of it.
			if file := filepath.Join(dir, name); !slices.Contains(g.dirs[dir], file) {
				imports[dir] = append(imports[dir], m.note(file)...)
			}
		}
		for _, path := range imports[dir] {
			if at := local.dirOf(path); at != "" {
				queue = append(queue, at)
			}
		}
	}
}

// note adds files, and returns what the Go files among them import. One that is
// not there counts as well: it may come.
func (m *memory) note(files ...string) (imports []string) {
	for _, file := range files {
		f := cache.File{Path: file, Stamp: cache.StampOf(file)}
		if src, err := os.ReadFile(file); err == nil {
			f.Sum = cache.Sum(src)
			if strings.HasSuffix(file, ".go") {
				imports = append(imports, importsOf(src)...)
			}
		}
		m.Files = append(m.Files, f)
	}
	return imports
}

// goFiles are the names of the Go files in a directory that are of interest.
func (o *Options) goFiles(dir string) (names []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".go") && o.reads(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

// A layout says in which directories modules are that are not in the module
// cache.
type layout map[string]string // by the path of the module

// local returns the modules of the group, and those that its go.mod and go.work
// files find in a directory. It is not ok where these cannot be understood.
func (g *group) local() (l layout, ok bool) {
	l = layout{}
	for root, path := range g.modules {
		l[path] = root
	}
	for root := range g.modules {
		src, err := os.ReadFile(filepath.Join(root, "go.mod"))
		if err != nil {
			return nil, false
		}
		f, err := modfile.Parse("go.mod", src, nil) // ParseLax leaves out what is sought
		if err != nil {
			return nil, false
		}
		l.replaced(root, f.Replace)
	}
	if !g.workspace {
		return l, true
	}
	src, err := os.ReadFile(filepath.Join(g.dir, "go.work"))
	if err != nil {
		return nil, false
	}
	f, err := modfile.ParseWork("go.work", src, nil)
	if err != nil {
		return nil, false
	}
	l.replaced(g.dir, f.Replace)
	for _, use := range f.Use {
		dir := below(g.dir, use.Path)
		if src, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil {
			l[modfile.ModulePath(src)] = dir
		}
	}
	return l, true
}

func (l layout) replaced(root string, by []*modfile.Replace) {
	for _, r := range by {
		if _, known := l[r.Old.Path]; !known && modfile.IsDirectoryPath(r.New.Path) {
			l[r.Old.Path] = below(root, r.New.Path)
		}
	}
}

// below is a path of go.mod or go.work, in the form of the operating system.
func below(root, path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(root, path)
}

// dirOf returns the directory of a package, empty where it is in none of the
// modules.
func (l layout) dirOf(path string) string {
	for module := path; ; {
		if dir, ok := l[module]; ok {
			return filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(path[len(module):], "/")))
		}
		i := strings.LastIndexByte(module, '/')
		if i < 0 {
			return ""
		}
		module = module[:i]
	}
}

// holds reports whether nothing that the memory depends on has changed.
func (m *memory) holds(ctx context.Context, o *Options, g *group) bool {
	var broken atomic.Bool
	settled := make(chan bool, 1)
	go func() {
		now, ok := settings(ctx, g)
		settled <- ok && now == m.Go
	}()
	parallel.Each(ctx, o.Jobs, len(m.Files)+len(m.Dirs), func() func(int) {
		return func(i int) {
			switch {
			case broken.Load():
			case i < len(m.Files):
				if !m.Files[i].Unchanged(m.Began) {
					broken.Store(true)
				}
			case !m.Dirs[i-len(m.Files)].Unchanged(m.Began, o.goFiles):
				broken.Store(true)
			}
		}
	})
	return <-settled && !broken.Load() && ctx.Err() == nil
}
