package fix

import (
	"context"
	"errors"
	"fmt"
	"go/parser"
	"go/scanner"
	"go/token"
	"path/filepath"

	"github.com/authlint/authlint/internal/ts/parse"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// sound reports whether a file parses after its fixes as well as it did before.
func sound(f File) error {
	faults := scriptFaults
	if filepath.Ext(f.Path) == ".go" {
		faults = goFaults
	}
	before, _ := faults(f.Path, f.Before)
	after, first := faults(f.Path, f.After)
	if after > before {
		return first
	}
	return nil
}

// goFaults counts the syntax errors of a Go file and returns the first.
func goFaults(path, src string) (int, error) {
	_, err := parser.ParseFile(token.NewFileSet(), filepath.Base(path), src, parser.AllErrors|parser.SkipObjectResolution)
	var list scanner.ErrorList
	if errors.As(err, &list) {
		return len(list), list[0]
	}
	return 0, nil
}

// scriptFaults counts the places that tree-sitter does not understand.
func scriptFaults(path, src string) (n int, first error) {
	tree, problems := parse.Source(context.Background(), path, []byte(src))
	if tree == nil {
		return 1, fmt.Errorf("%s", problems[0].Message)
	}
	if len(problems) == 0 {
		return 0, nil
	}
	for node := range tree.Root().Descendants() {
		if node.Is(syntax.Error, syntax.Missing) {
			n++
		}
	}
	return max(1, n), errors.New(problems[0].Message)
}
