package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
)

// structsMade yields where the package makes structs: T{…}, new(T), and the T of
// var v T.
func (x *index) structsMade() iter.Seq[ast.Expr] {
	return func(yield func(ast.Expr) bool) {
		for _, lit := range x.literals {
			if !yield(lit) {
				return
			}
		}
		for _, call := range x.calls {
			if madeByNew(call) != nil && !yield(call) {
				return
			}
		}
		for _, v := range x.unset {
			if len(v.Names) == 1 && !yield(v.Type) {
				return
			}
		}
	}
}

// madeType returns the import path and name of the type of what structsMade
// yields.
func (x *index) madeType(made ast.Expr) (path, name string) {
	switch e := made.(type) {
	case *ast.CompositeLit:
		return x.literalType(e)
	case *ast.CallExpr:
		return x.typeNamed(madeByNew(e))
	}
	return x.typeNamed(made)
}

// madeByNew returns the type of new(T).
func madeByNew(call *ast.CallExpr) ast.Expr {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "new" && len(call.Args) == 1 {
		return call.Args[0]
	}
	return nil
}

// isSet reports whether a cookie goes to a setter of an answer: a client adds
// cookies to its requests, which have no attributes.
func (r *reader) isSet(made ast.Expr) bool { return r.reachesSetter(made, r.heldBy(made), 0) }

// reachesSetter: the expression, or the variable that holds it, is handed to a
// setter, by the function itself or by one that it returns it to.
func (r *reader) reachesSetter(e ast.Expr, held types.Object, depth int) bool {
	if depth > 2 {
		return false
	}
	if held == nil {
		return r.toSetter(e, depth)
	}
	return slices.ContainsFunc(r.uses[held], func(id *ast.Ident) bool { return r.toSetter(id, depth) })
}

func (r *reader) toSetter(e ast.Expr, depth int) bool {
	var n ast.Node = e
	if u, ok := r.parent[n].(*ast.UnaryExpr); ok && u.Op == token.AND {
		n = u
	}
	switch p := r.parent[n].(type) {
	case *ast.CallExpr:
		return setsCookie(p)
	case *ast.ReturnStmt:
		decl, ok := r.funcOf(p).(*ast.FuncDecl)
		if !ok {
			return false
		}
		fn, _ := r.info.Defs[decl.Name].(*types.Func)
		return slices.ContainsFunc(r.callsTo[fn], func(call *ast.CallExpr) bool {
			held := r.resultAt(call, slices.Index(p.Results, n.(ast.Expr)))
			return !r.amended(held) && r.reachesSetter(call, held, depth+1)
		})
	}
	return false
}

// resultAt returns the variable that a result of a call is assigned to.
func (r *reader) resultAt(call *ast.CallExpr, i int) types.Object {
	if a, ok := r.parent[call].(*ast.AssignStmt); ok && len(a.Rhs) == 1 && i < len(a.Lhs) {
		return r.object(a.Lhs[i])
	}
	return r.heldBy(call)
}

// amended: fields of the struct that the variable holds are assigned.
func (r *reader) amended(held types.Object) bool {
	return slices.ContainsFunc(r.uses[held], func(id *ast.Ident) bool {
		sel, ok := r.parent[id].(*ast.SelectorExpr)
		if !ok {
			return false
		}
		a, ok := r.parent[sel].(*ast.AssignStmt)
		return ok && slices.Contains(a.Lhs, ast.Expr(sel))
	})
}

// handedOn: a function that sets no cookie is given the variable, and may change
// what it points to.
func (r *reader) handedOn(held types.Object) bool {
	return slices.ContainsFunc(r.uses[held], func(id *ast.Ident) bool {
		var n ast.Node = id
		if u, ok := r.parent[n].(*ast.UnaryExpr); ok && u.Op == token.AND {
			n = u
		}
		call, ok := r.parent[n].(*ast.CallExpr)
		return ok && call.Fun != n && !setsCookie(call)
	})
}

// assignField returns the edit that sets a field of a variable to true below
// the last of those that are assigned.
func (r *reader) assignField(made ast.Expr, s *settings, name string) []authflow.Edit {
	held := r.heldBy(made)
	var last ast.Node
	for _, e := range s.fields {
		if a, ok := r.parent[e].(*ast.AssignStmt); ok && (last == nil || a.End() > last.End()) {
			last = a
		}
	}
	if held == nil || last == nil {
		return nil
	}
	indent := strings.Repeat("\t", r.pass.Fset.Position(last.Pos()).Column-1)
	at := r.span(last)
	return []authflow.Edit{{At: source.Span{File: at.File, Start: at.End, End: at.End}, Text: "\n" + indent + held.Name() + "." + name + " = true"}}
}
