package gohttp

import (
	"github.com/authlint/authlint/internal/authflow"
	"go/ast"
)

func (r *reader) readAnswers()                                    {}
func (r *reader) keeps(d *ast.FuncDecl, depth int) authflow.Truth { return authflow.Unknown }
