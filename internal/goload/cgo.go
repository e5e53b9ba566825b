package goload

import (
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"slices"

	"golang.org/x/tools/go/packages"
)

// fromSource replaces what cgo made of a package by the files that people
// wrote, so that places are theirs. What comes from C has no type then.
func fromSource(pkg *packages.Package) {
	if !slices.ContainsFunc(pkg.CompiledGoFiles, func(f string) bool { return !slices.Contains(pkg.GoFiles, f) }) {
		return // nothing of it was made by cgo
	}
	var files []*ast.File
	for _, name := range pkg.GoFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			continue // it went away meanwhile
		}
		if f, _ := parseFile(pkg.Fset, name, src); f != nil {
			files = append(files, f)
		}
	}
	info := &types.Info{
		Types:        map[ast.Expr]types.TypeAndValue{},
		Defs:         map[*ast.Ident]types.Object{},
		Uses:         map[*ast.Ident]types.Object{},
		Implicits:    map[ast.Node]types.Object{},
		Instances:    map[*ast.Ident]types.Instance{},
		Scopes:       map[ast.Node]*types.Scope{},
		Selections:   map[*ast.SelectorExpr]*types.Selection{},
		FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{
		Importer:    imports(pkg.Imports),
		FakeImportC: true,
		Sizes:       pkg.TypesSizes,
		Error:       func(error) {}, // said where the package was loaded
	}
	checked, _ := conf.Check(pkg.PkgPath, pkg.Fset, files, info)
	if checked == nil {
		return
	}
	pkg.Syntax, pkg.Types, pkg.TypesInfo = files, checked, info
}

// imports resolves the imports of one package.
type imports map[string]*packages.Package

func (m imports) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := m[path]; p != nil && p.Types != nil {
		return p.Types, nil
	}
	return nil, fmt.Errorf("package %s was not loaded", path)
}
