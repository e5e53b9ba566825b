package gohttp

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
)

// inTest tells whether code is of a test, or stands in for what is not there.
// Every reader asks it of every call, so that a file is judged once.
func (x *index) inTest(n ast.Node) bool {
	file := x.pass.Fset.File(n.Pos())
	if file == nil {
		return false
	}
	test, known := x.tests[file]
	if !known {
		test = isTestFile(filepath.ToSlash(file.Name()))
		x.tests[file] = test
	}
	return test
}

func isTestFile(path string) bool {
	if strings.HasSuffix(path, "_test.go") {
		return true
	}
	// Have: components/external-services-mock/cmd/main.go, mocks/server.go.
	dirs := strings.Split(path, "/")
	return slices.ContainsFunc(dirs[max(0, len(dirs)-6):len(dirs)-1], func(dir string) bool {
		words := credential.Words(dir)
		return slices.Contains(words, "mock") || slices.Contains(words, "mocks")
	})
}

func (x *index) filename(pos token.Pos) string {
	if f := x.pass.Fset.File(pos); f != nil {
		return f.Name()
	}
	return ""
}
