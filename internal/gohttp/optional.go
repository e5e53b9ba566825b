package gohttp

import (
	"go/ast"
	"go/token"
	"slices"
)

// Middleware that looks at credentials only where a request brings some, and
// lets the others on. A preflight brings none, so it is not refused.

// refusesOnlyBrought: whatever a handler refuses, it refuses behind the question whether a
// credential was brought.
//
// Have: if cookie, err := r.Cookie("token"); err == nil { … 401 … }; next.ServeHTTP(w, r)
func (r *reader) refusesOnlyBrought(h *handler, rejections []*rejection) bool {
	return !slices.ContainsFunc(rejections, func(rej *rejection) bool {
		return (rej.fact.Status == 401 || rej.fact.Status == 403) && !r.broughtAt(rej.stmt, h.fn)
	})
}

// broughtAt: only requests that brought a credential come to a statement.
func (r *reader) broughtAt(s, fn ast.Node) bool {
	for child, p := s, r.parent[s]; p != nil && p != fn; child, p = p, r.parent[p] {
		if n, ok := p.(*ast.IfStmt); ok {
			if child == ast.Node(n.Body) && r.present(n.Cond, true) || child == ast.Node(n.Else) && r.present(n.Cond, false) {
				return true
			}
		}
		for _, before := range listOf(p) {
			if ast.Node(before) == child {
				break
			}
			if n, ok := before.(*ast.IfStmt); ok && len(n.Body.List) > 0 && ends(n.Body.List[len(n.Body.List)-1], false) && r.present(n.Cond, false) {
				return true // if header == "" { next.ServeHTTP(w, r); return }
			}
		}
	}
	return false
}

// present: where a condition is what holds says, a credential was brought.
func (r *reader) present(cond ast.Expr, holds bool) bool {
	switch n := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return n.Op == token.NOT && r.present(n.X, !holds)
	case *ast.Ident:
		return holds && r.besideGiven(n) // token, ok := …
	case *ast.BinaryExpr:
		switch n.Op {
		case token.LAND:
			return holds && (r.present(n.X, true) || r.present(n.Y, true))
		case token.LOR:
			return !holds && (r.present(n.X, false) || r.present(n.Y, false))
		case token.EQL, token.NEQ, token.GTR:
			if !r.isEmpty(n.Y) {
				return false
			}
			if isErrorType(r.typeOrInvalid(n.X)) {
				return (n.Op == token.EQL) == holds && r.besideGiven(n.X)
			}
			return (n.Op != token.EQL) == holds && r.given(lengthOf(n.X))
		}
	}
	return false
}

// lengthOf returns what len is asked of, or the expression itself.
func lengthOf(e ast.Expr) ast.Expr {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 1 && lastName(call.Fun) == "len" {
		return call.Args[0]
	}
	return e
}

// besideGiven: an error or a flag comes from where a request is asked for what it
// brought: cookie, err := r.Cookie("token").
func (r *reader) besideGiven(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	obj := r.info.ObjectOf(id)
	return slices.ContainsFunc(r.assigns, func(a *ast.AssignStmt) bool {
		if len(a.Lhs) != 2 || len(a.Rhs) != 1 {
			return false
		}
		l, ok := a.Lhs[1].(*ast.Ident)
		return ok && obj != nil && r.info.ObjectOf(l) == obj && r.given(a.Lhs[0])
	})
}
