package analyzer_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/authlint/authlint/analyzer"
)

// Code whose dependencies are missing, or that does not compile, is judged by
// what is known of it: nothing is said there that is not said of the whole, and
// what needs nothing of what is missing is still said.
func TestBroken(t *testing.T) {
	strictly(t)
	pkgs := loadFixtures(t)
	whole := said(t, breakage{}.of(t, pkgs))
	if len(whole) < 500 {
		t.Fatalf("only %d findings in the fixtures", len(whole))
	}
	foreign := usesForeign(pkgs)
	for _, b := range []breakage{
		{name: "no dependencies", missing: true},
		{name: "type error", add: "\nfunc _() { var n int = \"no\"; nothing(n).here() }\n"},
		{name: "syntax error", add: "\nfunc broken( {\n"},
		{name: "undefined", add: "\nfunc _() { x := nowhere(); x.y[0].z(x...) }\n\ntype _ struct{ nowhere.T }\n"},
	} {
		t.Run(b.name, func(t *testing.T) {
			broken := said(t, b.of(t, pkgs))
			for _, at := range slices.Sorted(maps.Keys(broken)) {
				if whole[at] == "" {
					t.Errorf("%s: %s is said only of broken code", at, broken[at])
				}
			}
			for _, at := range slices.Sorted(maps.Keys(whole)) {
				if broken[at] == "" && !(b.missing && foreign(at)) {
					t.Errorf("%s: %s is no longer said", at, whole[at])
				}
			}
		})
	}
}

// Of a function that is not there nothing is known, so nothing more is said
// where it is called. Each function is taken away in turn, by another name.
func TestUndefined(t *testing.T) {
	strictly(t)
	pkgs := loadFixtures(t)
	whole := said(t, breakage{}.of(t, pkgs))
	for nth := 0; ; nth++ {
		lost := map[string]*ast.FuncDecl{}
		var of []*packages.Package
		for _, p := range pkgs {
			if d := nthFunc(p, nth); d != nil {
				lost[p.Fset.File(d.Pos()).Name()], of = d, append(of, p)
			}
		}
		if len(of) == 0 {
			break
		}
		inside := map[string]bool{} // its own name may say what it is for
		for _, d := range lost {
			mark(inside, of[0].Fset, d)
		}
		rename := func(name, src string) string {
			if d := lost[name]; d != nil {
				from := of[0].Fset.Position(d.Name.Pos()).Offset
				to := from + len(d.Name.Name)
				return src[:from] + strings.Repeat("Z", to-from) + src[to:]
			}
			return src
		}
		for at, message := range said(t, breakage{change: rename}.of(t, of)) {
			if whole[at] == "" && !inside[strings.Fields(at)[0]] {
				t.Errorf("%s: %s is said only without one of %v", at, message, slices.Collect(maps.Values(lost)))
			}
		}
	}
}

// nthFunc is a function of a package, by its place among those that are no methods.
func nthFunc(p *packages.Package, nth int) *ast.FuncDecl {
	for _, f := range p.Syntax {
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Recv == nil {
				if nth == 0 {
					return d
				}
				nth--
			}
		}
	}
	return nil
}

func strictly(t *testing.T) {
	for _, a := range analyzer.Rules {
		if err := a.Flags.Set("strict", "true"); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		for _, a := range analyzer.Rules {
			a.Flags.Set("strict", "false")
		}
	})
}

// A breakage is a way in which code is not whole.
type breakage struct {
	name string
	// missing: no package is there but the standard library and the fixtures.
	missing bool
	// add is put at the end of every file.
	add string
	// change makes another text of a file's.
	change func(name, src string) string
}

// loadFixtures loads the packages of all rules' fixtures, whole.
func loadFixtures(t *testing.T) []*packages.Package {
	cfg := &packages.Config{
		Mode: packages.LoadSyntax,
		Dir:  testdata(t),
		Env:  append(os.Environ(), "GO111MODULE=off", "GOPATH="+testdata(t), "GOPROXY=off", "GOWORK=off"),
	}
	patterns := []string{"strict/..."}
	for _, a := range analyzer.Rules {
		patterns = append(patterns, a.Name+"/...")
	}
	pkgs, err := packages.Load(cfg, patterns...)
	if err != nil || len(pkgs) == 0 {
		t.Fatalf("%d packages, %v", len(pkgs), err)
	}
	return pkgs
}

// of returns the packages with the breakage, checked anew.
func (b breakage) of(t *testing.T, whole []*packages.Package) []*packages.Package {
	byPath := map[string]*packages.Package{}
	for _, p := range whole {
		byPath[p.PkgPath] = p
	}
	done := map[string]*packages.Package{}
	var load func(path string) *packages.Package
	load = func(path string) *packages.Package {
		if p, ok := done[path]; ok || byPath[path] == nil {
			return p
		}
		p := &packages.Package{
			ID: path, Name: byPath[path].Name, PkgPath: path, GoFiles: byPath[path].GoFiles, CompiledGoFiles: byPath[path].CompiledGoFiles,
			Fset: byPath[path].Fset, TypesSizes: byPath[path].TypesSizes, Imports: map[string]*packages.Package{}, IllTyped: true,
			TypesInfo: &types.Info{
				Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
				Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
				Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
			},
		}
		done[path] = p
		for i, name := range p.CompiledGoFiles {
			f := byPath[path].Syntax[i]
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text := string(src) + b.add
			if b.change != nil {
				text = b.change(name, text)
			}
			// Comments that accept findings are heeded only where the file is as it is on the disk.
			if text != string(src) && !strings.Contains(text, "authlint:ignore") {
				f, _ = parser.ParseFile(p.Fset, name, text, parser.AllErrors|parser.ParseComments|parser.SkipObjectResolution)
			}
			p.Syntax = append(p.Syntax, f)
		}
		p.Types = types.NewPackage(path, p.Name)
		conf := types.Config{Sizes: p.TypesSizes, Error: func(error) {}, Importer: importing(func(imported string) (*types.Package, error) {
			if q := load(imported); q != nil {
				p.Imports[imported] = q
				return q.Types, nil
			}
			first, _, _ := strings.Cut(imported, "/")
			if q := byPath[path].Imports[imported]; q != nil && !(b.missing && strings.Contains(first, ".")) {
				return q.Types, nil
			}
			return nil, errors.New("it is missing")
		})}
		types.NewChecker(&conf, p.Fset, p.Types, p.TypesInfo).Files(p.Syntax)
		return p
	}
	var out []*packages.Package
	for _, p := range whole {
		out = append(out, load(p.PkgPath))
	}
	return out
}

type importing func(path string) (*types.Package, error)

func (f importing) Import(path string) (*types.Package, error) { return f(path) }

// said returns what all rules say of packages, by rule and line.
func said(t *testing.T, pkgs []*packages.Package) map[string]string {
	out := map[string]string{}
	graph, err := checker.Analyze(analyzer.Rules, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Errorf("%s: %v", root, root.Err)
		}
		for _, d := range root.Diagnostics {
			out[place(root.Package.Fset, d.Pos)+" "+root.Analyzer.Name] = d.Message
		}
	}
	return out
}

func place(fset *token.FileSet, pos token.Pos) string {
	p := fset.Position(pos)
	_, name, _ := strings.Cut(filepath.ToSlash(p.Filename), "testdata/go/src/")
	return fmt.Sprintf("%s:%d", name, p.Line)
}

// mark notes the places of all lines of a declaration.
func mark(lines map[string]bool, fset *token.FileSet, d ast.Decl) {
	f := fset.File(d.Pos())
	for line := f.Line(d.Pos()); line <= f.Line(d.End()-1); line++ {
		lines[place(fset, f.LineStart(line))] = true
	}
}

// usesForeign returns what tells of a finding whether the declaration around it
// uses anything that is from neither the standard library nor the fixtures.
func usesForeign(pkgs []*packages.Package) func(at string) bool {
	lines := map[string]bool{}
	for _, p := range pkgs {
		for _, f := range p.Syntax {
			for _, d := range f.Decls {
				foreign := false
				ast.Inspect(d, func(n ast.Node) bool {
					id, ok := n.(*ast.Ident)
					if obj := p.TypesInfo.Uses[id]; ok && obj != nil && obj.Pkg() != nil {
						first, _, _ := strings.Cut(obj.Pkg().Path(), "/")
						foreign = foreign || strings.Contains(first, ".")
					}
					return true
				})
				if foreign {
					mark(lines, p.Fset, d)
				}
			}
		}
	}
	return func(at string) bool { return lines[strings.Fields(at)[0]] }
}
