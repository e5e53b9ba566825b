package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
)

// reach says whether an assignment is still there when a use is come to.
type reach uint8

const (
	never reach = iota
	perhaps
	surely // and nothing before it is
)

// reaches compares an assignment to obj with a use of it, by the order and
// nesting of the code.
func (x *index) reaches(a assignment, obj types.Object, use ast.Node) reach {
	if loop, ok := a.at.(*ast.RangeStmt); ok && x.within(use, loop.Body) {
		return surely
	}
	if x.within(use, a.at) {
		return never // x = f(x): the use is of what was there before
	}
	if obj.Parent() == x.pass.Pkg.Scope() {
		return perhaps
	}
	home := x.definition(obj, use)
	if x.funcOf(use) != home || x.funcOf(a.at) != home {
		return perhaps // in a closure: who runs first is not to be seen
	}
	branch, block, left := x.meet(a.at, use)
	if a.at.Pos() >= use.Pos() {
		if x.inLoop(a.at, use, obj) {
			return perhaps // the turn before
		}
		return never
	}
	if branch == nil {
		return surely // in the same block, or one around the use
	}
	if left || x.apart(block, branch, use) {
		return never
	}
	return perhaps
}

// meet climbs from a statement to the innermost node that is around the use
// too. branch is the child of it on the way up, nil where the statement stands
// directly in a list around the use. left: the function returns before the way
// comes out of branch.
func (x *index) meet(stmt, use ast.Node) (branch, block ast.Node, left bool) {
	n := stmt
	for p := x.parent[n]; p != nil; p = x.parent[p] {
		if x.within(use, p) {
			if n == stmt {
				return nil, p, false
			}
			return n, p, left
		}
		left = left || ends(p, false)
		n = p
	}
	return n, nil, left
}

// apart reports whether branch and use are on different sides of an if, switch
// or select.
func (x *index) apart(block, branch, use ast.Node) bool {
	switch b := block.(type) {
	case *ast.IfStmt:
		return branch == b.Body && x.within(use, b.Else) || branch == b.Else && x.within(use, b.Body)
	case *ast.BlockStmt:
		switch x.parent[b].(type) {
		case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return true // two clauses of one switch
		}
	}
	return false
}

// inLoop reports whether both stand in one loop that obj outlives.
func (x *index) inLoop(a, use ast.Node, obj types.Object) bool {
	for p := x.parent[use]; p != nil; p = x.parent[p] {
		switch p.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if x.within(a, p) && !(p.Pos() <= obj.Pos() && obj.Pos() < p.End()) {
				return true
			}
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
	}
	return false
}

// ends reports whether control never comes out at the end of n: it returns or
// the program exits, or, where jumps count, it breaks or continues.
func ends(n ast.Node, jumps bool) bool {
	last := func(list []ast.Stmt) bool { return len(list) > 0 && ends(list[len(list)-1], jumps) }
	switch n := n.(type) {
	case *ast.BlockStmt:
		return last(n.List)
	case *ast.CaseClause:
		return last(n.Body)
	case *ast.CommClause:
		return last(n.Body)
	case *ast.IfStmt:
		return n.Else != nil && ends(n.Body, jumps) && ends(n.Else, jumps)
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return jumps && n.Tok != token.FALLTHROUGH
	case *ast.ExprStmt:
		return isExit(n.X)
	}
	return false
}

// isExit reports whether e is a call that does not return.
func isExit(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name == "panic"
	case *ast.SelectorExpr:
		switch f.Sel.Name {
		case "Exit", "Fatal", "Fatalf", "Fatalln", "FailNow", "Goexit":
			return true
		}
	}
	return false
}
