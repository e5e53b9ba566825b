package gohttp

import (
	"go/ast"
	"go/types"
	"strconv"
	"strings"
)

// olderThan reports whether a module surely has a version before the given one.
// The version shows in the place of its files in the module cache, as the
// compiler noted it; without one nothing is older.
func (x *index) olderThan(module string, at ast.Node, version ...int) bool {
	for _, pkg := range x.pass.Pkg.Imports() {
		if path := pkg.Path(); path != module && !strings.HasPrefix(path, module+"/") {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			if v, ok := x.versionAt(pkg.Scope().Lookup(name), module); ok {
				return less(v, version)
			}
		}
	}
	return false
}

// versionAt reads the version in …/labstack/echo/v4@v4.9.0/middleware/cors.go.
func (x *index) versionAt(obj types.Object, module string) ([]int, bool) {
	if !obj.Pos().IsValid() {
		return nil, false
	}
	file := strings.ReplaceAll(x.pass.Fset.Position(obj.Pos()).Filename, `\`, "/")
	_, rest, ok := strings.Cut(file, module[strings.IndexByte(module, '/'):]+"@v")
	if !ok {
		return nil, false
	}
	text, _, _ := strings.Cut(rest, "/")
	text, _, _ = strings.Cut(text, "-")
	var out []int
	for _, part := range strings.Split(text, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil, false
		}
		out = append(out, n)
	}
	return out, true
}

func less(a, b []int) bool {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return len(a) < len(b)
}
