package goload

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/packages"

	"github.com/authlint/authlint/internal/source"
)

const loadMode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
	packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedModule

// A way is how the go command is asked for the packages of a group.
type way struct {
	env   []string
	flags []string
}

// load type-checks the packages in dirs. Where the project as it is cannot be
// loaded, it is tried again without what is in the way, and that is said.
func (g *group) load(ctx context.Context, opts *Options, dirs []string) ([]*packages.Package, []source.Problem) {
	var problems []source.Problem
	say := func(kind source.ProblemKind, file, format string, args ...any) {
		problems = append(problems, source.Problem{Kind: kind, File: file, Message: fmt.Sprintf(format, args...)})
	}
	w := way{env: environment(g)}
	undownloaded := "" // a module whose absence keeps the go command from listing any package
	for tries := 0; ; tries++ {
		pkgs, err := g.list(ctx, opts, dirs, w)
		if err == nil {
			found := complaints(g, pkgs, undownloaded)
			return pkgs, append(problems, found...)
		}
		text := plainError(err)
		switch {
		case ctx.Err() != nil:
			return nil, problems
		case errors.Is(err, exec.ErrNotFound):
			say(source.Load, "", "the go command was not found, so the Go files in %s were not analysed; install Go or put it in PATH", g.dir)
			return nil, problems
		case tries >= 3:
			say(source.Load, g.file(), "the Go files in %s were not analysed: %s", g.dir, text)
			return nil, problems
		case wantsNewer.MatchString(text) && !g.loose():
			say(source.Load, g.file(), "%s; analysed with the Go that is here, %s", firstLine(text), strings.TrimPrefix(runtime.Version(), "go"))
			if next, undo, ok := g.lowered(); ok {
				defer undo()
				w = next
				continue
			}
			w = loose()
		case strings.Contains(text, "inconsistent vendoring"):
			say(source.Load, g.file(), "vendor/modules.txt and go.mod disagree, so the vendored code was left aside; run `go mod vendor`")
			w.flags = append(w.flags, "-mod=readonly")
		case unlisted.MatchString(text) && !g.loose() && undownloaded == "":
			// That we forbid downloads is ours; that the module is not there is theirs.
			undownloaded, _, _ = strings.Cut(afterColon(firstLine(text)), "@")
			w = loose()
		case g.workspace && !slices.Contains(w.env, "GOWORK=off"):
			say(source.Load, filepath.Join(g.dir, "go.work"), "%s; the modules were analysed without the workspace", firstLine(text))
			return g.apart(ctx, opts, dirs, problems)
		default:
			say(source.Load, g.file(), "%s; the packages were analysed without their module, so types of other packages are unknown", firstLine(text))
			w = loose()
		}
	}
}

// apart loads the modules of a workspace one by one.
func (g *group) apart(ctx context.Context, opts *Options, dirs []string, problems []source.Problem) ([]*packages.Package, []source.Problem) {
	var all []*packages.Package
	for _, root := range slices.Sorted(maps.Keys(g.modules)) {
		one := &group{dir: root, modules: map[string]string{root: g.modules[root]}, dirs: g.dirs}
		var mine []string
		for _, d := range dirs {
			if g.rootOf(d) == root {
				mine = append(mine, d)
			}
		}
		if len(mine) == 0 {
			continue
		}
		pkgs, more := one.load(ctx, opts, mine)
		all, problems = append(all, pkgs...), append(problems, more...)
	}
	return all, problems
}

func (g *group) rootOf(dir string) string {
	best := ""
	for root := range g.modules {
		if within(dir, root) && len(root) > len(best) {
			best = root
		}
	}
	return best
}

// file is the one to name where a group cannot be loaded.
func (g *group) file() string {
	switch {
	case g.loose():
		return ""
	case g.workspace:
		return filepath.Join(g.dir, "go.work")
	}
	return filepath.Join(g.dir, "go.mod")
}

func (g *group) list(ctx context.Context, opts *Options, dirs []string, w way) ([]*packages.Package, error) {
	if _, err := exec.LookPath("go"); err != nil {
		return nil, err
	}
	patterns := make([]string, len(dirs))
	for i, d := range dirs {
		rel, err := filepath.Rel(g.dir, d)
		if err != nil {
			return nil, err
		}
		patterns[i] = "./" + slash(rel)
	}
	overlay, undo, err := overlayFlags(opts.Overlay)
	if err != nil {
		return nil, err
	}
	defer undo()
	ahead := g.parseAhead(opts, dirs)
	return packages.Load(&packages.Config{
		Fset:       ahead.fset,
		ParseFile:  ahead.parse,
		Context:    ctx,
		Mode:       loadMode,
		Dir:        g.dir,
		Env:        w.env,
		BuildFlags: append(overlay, w.flags...),
		Tests:      opts.Tests,
	}, patterns...)
}

// A parseAhead parses while the go command lists.
type parseAhead struct {
	fset  *token.FileSet
	files map[string]func() (*ast.File, error)
}

// parseAhead starts on the files in dirs, of which most will be asked for.
func (g *group) parseAhead(opts *Options, dirs []string) *parseAhead {
	a := &parseAhead{fset: token.NewFileSet(), files: map[string]func() (*ast.File, error){}}
	var order []func() (*ast.File, error)
	for _, dir := range dirs {
		for _, file := range g.dirs[dir] {
			if !opts.reads(file) {
				continue
			}
			f := sync.OnceValues(func() (*ast.File, error) {
				src, err := opts.Overlay.ReadFile(file)
				if err != nil {
					return nil, err
				}
				return parseFile(a.fset, file, src)
			})
			a.files[file] = f
			order = append(order, f)
		}
	}
	go func() {
		for _, f := range order {
			f()
		}
	}()
	return a
}

func (a *parseAhead) parse(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	if f, ok := a.files[name]; ok {
		return f()
	}
	return parseFile(fset, name, src)
}

func parseFile(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	return parser.ParseFile(fset, name, src, parser.AllErrors|parser.ParseComments|parser.SkipObjectResolution)
}

// environment is that of the go command: nothing is downloaded, nothing in the
// project is changed.
func environment(g *group) []string {
	env := append(os.Environ(), "GOPROXY=off", "GOVCS=*:off", "GONOPROXY=none", "GOFLAGS="+flags(), "GOPACKAGESDRIVER=off")
	env = append(env, collection()...)
	if g.loose() {
		return append(env, "GO111MODULE=off")
	}
	env = append(env, "GO111MODULE=on")
	if !g.workspace {
		env = append(env, "GOWORK=off")
	}
	return env
}

// collection lets the go command collect its garbage less often, which takes a
// fifth off its time, as long as it is small. What it starts inherits that: a
// compiler that needs much collects as always.
func collection() []string {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return nil
	}
	return []string{"GOGC=400", "GOMEMLIMIT=1GiB"}
}

// flags are the user's GOFLAGS without those that let the go command write
// go.mod or say less.
func flags() string {
	var out []string
	for _, f := range strings.Fields(os.Getenv("GOFLAGS")) {
		name, _, _ := strings.Cut(strings.TrimLeft(f, "-"), "=")
		if name != "mod" && name != "json" && name != "modfile" {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		// Not empty: the go command would then read its configuration file.
		return "-buildvcs=false"
	}
	return strings.Join(out, " ")
}

func loose() way { return way{env: environment(&group{})} }

var wantsNewer = regexp.MustCompile(`requires go >= \S+ \(running|toolchain not available|invalid go version|unknown revision|errors parsing go.mod:\s*\S*:\d+: invalid go version`)

// lowered returns a way to load a module that wants a newer Go: a copy of
// go.mod that asks for the one that is here.
func (g *group) lowered() (w way, undo func(), ok bool) {
	root := g.dir
	src, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil || g.workspace {
		return w, nil, false
	}
	f, err := modfile.ParseLax("go.mod", src, nil)
	if err != nil {
		return w, nil, false
	}
	if err := f.AddGoStmt(release()); err != nil {
		return w, nil, false
	}
	f.DropToolchainStmt()
	out, err := f.Format()
	if err != nil {
		return w, nil, false
	}
	dir, err := os.MkdirTemp("", "authlint-")
	if err != nil {
		return w, nil, false
	}
	undo = func() { os.RemoveAll(dir) }
	mod := filepath.Join(dir, "go.mod")
	if os.WriteFile(mod, out, 0o600) != nil {
		undo()
		return w, nil, false
	}
	if sum, err := os.ReadFile(filepath.Join(root, "go.sum")); err == nil {
		if os.WriteFile(filepath.Join(dir, "go.sum"), sum, 0o600) != nil {
			undo()
			return w, nil, false
		}
	}
	return way{env: environment(g), flags: []string{"-modfile=" + mod}}, undo, true
}

// release is the newest Go language version that this binary knows.
func release() string {
	tags := build.Default.ReleaseTags
	return strings.TrimPrefix(tags[len(tags)-1], "go")
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

// plainError is what the go command said, without the words around it.
func plainError(err error) string {
	text := err.Error()
	if i := strings.LastIndex(text, "stderr: "); i >= 0 {
		text = text[i+len("stderr: "):]
	}
	text = strings.TrimPrefix(strings.TrimSpace(text), "err: ")
	return strings.TrimPrefix(strings.TrimSpace(text), "go: ")
}

var (
	missingPackage = regexp.MustCompile(`(?:no required module provides package|cannot find module providing package|missing go.sum entry for module providing package|cannot find package|no such package|could not import) "?([^\s";:)]+)`)
	missingModule  = regexp.MustCompile(`([\w.\-/~]+)@v\S*: (?:module lookup disabled by GOPROXY=off|reading)`)
	syntaxError    = packages.ParseError
)

// complaints says once for each cause what could not be loaded wholly.
// undownloaded is a module that was missing before any package could be listed,
// so that the packages were loaded apart from their module.
func complaints(g *group, pkgs []*packages.Package, undownloaded string) []source.Problem {
	missing := map[string]bool{}
	if undownloaded != "" {
		missing[undownloaded] = true
	}
	var out []source.Problem
	var typeErrors []packages.Error
	illTyped := map[string]bool{}
	said := map[string]bool{}
	for _, pkg := range pkgs {
		for _, e := range allErrors(pkg) {
			switch text := e.Msg; {
			case missingModule.MatchString(text):
				missing[missingModule.FindStringSubmatch(text)[1]] = true
			case missingPackage.MatchString(text):
				missing[moduleOf(missingPackage.FindStringSubmatch(text)[1])] = true
			case strings.Contains(text, "disabled by GOPROXY=off"):
				// The import that needs it is said to be missing as well.
			case strings.HasPrefix(text, "pattern ") && strings.Contains(text, "no matching files found"):
				// Files to embed that a build makes. Nothing here needs them.
			case strings.Contains(text, "build constraints exclude all Go files") || strings.Contains(text, "no Go files in"):
				// Made for another system: there is nothing to analyse here.
			case e.Kind == syntaxError:
				file, line := g.place(e.Pos)
				if key := file + text; !said[key] {
					said[key] = true
					out = append(out, source.Problem{Kind: source.Parse, File: file, Message: fmt.Sprintf("syntax error in line %s: %s; what could be read was analysed", line, text)})
				}
			case e.Kind == packages.ListError && strings.HasPrefix(text, "# "):
				// What the compiler said while it made export data: the type errors of
				// the package say the same with their places.
			case e.Kind == packages.ListError:
				file, _ := g.place(e.Pos)
				if !said[text] {
					said[text] = true
					out = append(out, source.Problem{Kind: source.Load, File: file, Message: firstLine(text)})
				}
			default:
				typeErrors = append(typeErrors, e)
				illTyped[pkg.PkgPath] = true
			}
		}
	}
	for _, own := range g.modules {
		maps.DeleteFunc(missing, func(m string, _ bool) bool {
			return m == own || strings.HasPrefix(m, own+"/") // loaded apart: its packages do not find each other
		})
	}
	if len(missing) > 0 {
		out = append(out, source.Problem{Kind: source.Load, File: g.file(), Message: g.missingMessage(missing)})
	} else if len(typeErrors) > 0 {
		// Where modules are missing, type errors only follow from that.
		e := typeErrors[0]
		file, line := g.place(e.Pos)
		out = append(out, source.Problem{Kind: source.Types, File: file, Message: fmt.Sprintf("%s; what is known was analysed; the first error is in line %s: %s", countOf(len(illTyped), "package does not type-check", "packages do not type-check"), line, firstLine(e.Msg))})
	}
	return out
}

// allErrors are those of a package and of what its imports lack.
func allErrors(pkg *packages.Package) []packages.Error {
	out := slices.Clone(pkg.Errors)
	for _, imp := range pkg.Imports {
		if len(imp.Syntax) == 0 {
			out = append(out, imp.Errors...)
		}
	}
	return out
}

// unlisted is how the go command refuses to list packages for want of a module
// that is not in its cache, or of the line in go.sum that a download would write.
var unlisted = regexp.MustCompile(`disabled by GOPROXY=off|missing go\.sum entry`)

// afterColon returns what follows the place in "go.mod:3:2: text"; the go command
// sometimes leaves the place out.
func afterColon(text string) string {
	if i := strings.Index(text, ": "); i >= 0 && !strings.Contains(text[:i], "@") {
		return text[i+2:]
	}
	return text
}

func (g *group) missingMessage(missing map[string]bool) string {
	var names []string
	for m := range missing {
		names = append(names, m)
	}
	slices.Sort(names)
	shown := names[:min(3, len(names))]
	more := ""
	if n := len(names) - len(shown); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	if g.loose() {
		return fmt.Sprintf("the Go files in %s belong to no module and import what is not here (%s%s), so types that come from there are unknown; put a go.mod beside them",
			g.dir, strings.Join(shown, ", "), more)
	}
	return fmt.Sprintf("%s missing (%s%s), so types that come from there are unknown; run `go mod download`",
		countOf(len(names), "module is", "modules are"), strings.Join(shown, ", "), more)
}

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// moduleOf guesses the module of a package by the way hosts lay them out.
func moduleOf(path string) string {
	parts := strings.Split(path, "/")
	switch {
	case len(parts) >= 3 && strings.Contains(parts[0], "."):
		return strings.Join(parts[:3], "/")
	}
	return path
}

// place splits "file:line:column" and makes the file absolute.
func (g *group) place(pos string) (file, line string) {
	parts := strings.Split(pos, ":")
	switch n := len(parts); {
	case n < 2:
		return "", "?"
	case n == 2:
		file, line = parts[0], parts[1]
	default:
		file, line = strings.Join(parts[:n-2], ":"), parts[n-2]
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(g.dir, file)
	}
	return file, line
}
