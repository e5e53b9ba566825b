package gopass

import (
	"go/ast"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/rules"
)

// Files says of each file of a package what decides whether findings in it
// count. Its result is a FileSet, which the analyzers of all rules share, so
// that what each of them suppresses is known in the end.
var Files = &analysis.Analyzer{
	Name:             "authlintfiles",
	Doc:              "find tests, generated code and authlint:ignore comments",
	Run:              readFiles,
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[FileSet](),
}

// A FileSet holds the files of a package by name.
type FileSet map[string]*File

// A File is one file of a package under analysis.
type File struct {
	// Generated: tools wrote it ("Code generated … DO NOT EDIT.").
	Generated bool
	// Test: what it sends is sent to see what happens.
	Test     bool
	Suppress *suppress.Set
	// Comments are all of the file's if one of them speaks to authlint, else none.
	Comments []suppress.Comment
	tokens   *token.File
}

// Keeps reports whether a finding counts: where it stands, and that nobody has
// accepted it.
func (fs FileSet) Keeps(f *rule.Finding, tests bool) bool {
	file, ok := fs[f.At.File]
	if !ok || file.Generated || file.Test && !tests {
		return false
	}
	return !file.Suppress.Suppresses(f)
}

func readFiles(pass *analysis.Pass) (any, error) {
	out := FileSet{}
	for _, f := range pass.Files {
		tokens := pass.Fset.File(f.FileStart)
		if tokens == nil {
			continue // the parser made nothing of it
		}
		name := tokens.Name()
		out[name] = &File{
			Generated: ast.IsGenerated(f),
			Test:      isTest(pass.Pkg.Path(), name, f),
			Comments:  directives(f, tokens),
			tokens:    tokens,
		}
		out[name].Accept(name, pass.ReadFile)
	}
	return out, nil
}

// directives returns the comments of a file if one of them speaks to authlint.
func directives(f *ast.File, tokens *token.File) []suppress.Comment {
	var comments []suppress.Comment
	speaks := false
	for _, group := range f.Comments {
		for _, c := range group.List {
			speaks = speaks || strings.Contains(c.Text, suppress.Mark)
			at := source.Span{File: tokens.Name(), Start: tokens.Offset(c.Pos()), End: tokens.Offset(c.End())}
			comments = append(comments, suppress.Comment{At: at, Text: c.Text})
		}
	}
	if !speaks {
		return nil
	}
	return comments
}

// Accept makes Suppress of the comments. The source is read only where one of
// them speaks to authlint.
func (f *File) Accept(name string, readFile func(string) ([]byte, error)) {
	f.Suppress = suppress.New("", nil, rules.Known)
	if len(f.Comments) == 0 {
		return
	}
	src, err := readFile(name)
	if err != nil || f.tokens != nil && len(src) != f.tokens.Size() {
		return // it went away or changed meanwhile
	}
	f.Suppress = suppress.New(string(src), f.Comments, rules.Known)
}

// isTest reports whether a file is a test, or code that only tests run: it is
// named or placed so, or imports what only tests use.
func isTest(path, name string, f *ast.File) bool {
	if strings.HasSuffix(name, "_test.go") {
		return true
	}
	return source.InTests(path) ||
		slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool { return s.Path.Value == `"testing"` })
}

// Suppressed reports whether a comment accepts a finding that would otherwise
// count.
func (fs FileSet) Suppressed(f *rule.Finding, tests bool) bool {
	file, ok := fs[f.At.File]
	return ok && !file.Generated && (tests || !file.Test) && file.Suppress.Suppresses(f)
}
