package gohttp

import (
	"go/ast"
	"go/token"

	"github.com/authlint/authlint/internal/authflow"
)

// decides returns the condition on claims by which a handler answers 401 or 403
// to a request that brought their token: if claims["role"] != "admin".
func (f *claimsFlow) decides(h *handler) ast.Expr {
	if f.d.token == nil || !f.given(f.d.token) {
		return nil
	}
	for _, rej := range f.rejections(h) {
		if rej.fact.Status != 401 && rej.fact.Status != 403 {
			continue
		}
		for child, p := ast.Node(rej.stmt), f.parent[rej.stmt]; p != nil && p != h.fn; child, p = p, f.parent[p] {
			if s, ok := p.(*ast.IfStmt); ok && child != ast.Node(s.Init) && f.saysWho(s.Cond) {
				return s.Cond
			}
		}
	}
	return nil
}

// saysWho: a condition asks the claims for more than that they are there and
// when they are of use.
func (f *claimsFlow) saysWho(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				if f.isEmpty(n.X) || f.isEmpty(n.Y) {
					return false // whether there is one
				}
			}
		case *ast.IndexExpr:
			key, _ := f.constant(n.Index)
			found = found || f.mentions(n.X) && key != "" && !authflow.NamesTime(key)
			return false
		case *ast.SelectorExpr:
			if f.mentions(n.X) {
				found = found || n.Sel.Name != "Claims" && !authflow.NamesTime(n.Sel.Name)
				return false
			}
		case *ast.Ident:
			found = found || f.mentions(n) && !authflow.NamesTime(n.Name)
		}
		return !found
	})
	return found
}

// isEmpty: nil, "" and 0.
func (r *reader) isEmpty(e ast.Expr) bool {
	tv, ok := r.info.Types[e]
	return ok && (tv.IsNil() || tv.Value != nil && (tv.Value.ExactString() == `""` || tv.Value.ExactString() == "0"))
}
