package gohttp

import (
	"go/ast"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// ownHeader reports whether a request is given an Authorization header of its
// own: where it is made, or on the client of resty that sends it. Other
// credentials that it may have leave the question open.
func (r *reader) ownHeader(q *request, client *authflow.Client, any authflow.Truth) authflow.Truth {
	sel := ast.Unparen(q.call.Fun).(*ast.SelectorExpr) // sends looked
	sender := q.variable
	if sender == nil && r.fluentOf(sel.X) != nil {
		sender = r.object(sel.X)
	}
	for _, w := range r.writes {
		if !w.fact.IsAuthorization() {
			continue
		}
		if sender != nil && r.requestOf(w) == sender || r.within(w.at, sel.X) || r.within(w.at, q.call) && r.declared(q.call) || client != nil && r.ofFluentClient(w, client) {
			return authflow.Yes
		}
	}
	if r.chained(sel.X, "SetBasicAuth") {
		return authflow.Yes
	}
	if sender != nil {
		for _, id := range r.uses[sender] {
			if p, ok := r.parent[id].(*ast.SelectorExpr); ok && p.Sel.Name == "SetBasicAuth" {
				return authflow.Yes
			}
		}
	}
	if any == authflow.Yes {
		return authflow.Unknown // a cookie, or a header of another name
	}
	return any
}

// ofFluentClient: the write is a default of the client, sent with all its
// requests.
func (r *reader) ofFluentClient(w *write, client *authflow.Client) bool {
	if w.target == nil || w.fact.Client != client || r.fluentOf(w.target) == nil {
		return false
	}
	n := named(r.info.TypeOf(w.target))
	return n != nil && n.Obj().Name() == "Client"
}

// chained reports whether a chain of calls, as in client.R().SetHeader(…), has
// one of the method.
func (r *reader) chained(e ast.Expr, method string) bool {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		if sel.Sel.Name == method {
			return true
		}
		e = sel.X
	}
}

// spellSender prints the function that sends a request; of a long chain of calls
// its beginning and its end.
func spellSender(fun *ast.SelectorExpr) string {
	s := spell(fun)
	if !strings.HasSuffix(s, "…") {
		return s
	}
	e := fun.X
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			break
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			break
		}
		if _, more := ast.Unparen(sel.X).(*ast.CallExpr); !more {
			break
		}
		e = sel.X
	}
	return spell(e) + "…." + fun.Sel.Name
}
