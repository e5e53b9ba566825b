package gohttp

import (
	"go/ast"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
)

// alicePackage makes chains of middleware of which the first runs first.
const alicePackage = "github.com/justinas/alice"

// readChains reads chains, alice.New(auth, cors).Then(mux), as servers whose
// first handler is the first of the chain.
func (r *reader) readChains() {
	for _, call := range r.calls {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "Then" && sel.Sel.Name != "ThenFunc" || !r.isChain(sel.X) || r.inTest(call) {
			continue
		}
		s := &authflow.Server{At: r.span(call), Framework: "net/http", Name: spell(call)}
		for _, link := range r.links(sel.X, 0) {
			at := r.span(link)
			s.Uses = append(s.Uses, authflow.Use{At: at, Call: spell(sel), Handler: r.handlerNamed(link), What: spell(link)})
			r.useArgs[at] = link
		}
		if len(s.Uses) > 1 {
			r.facts.Servers = append(r.facts.Servers, s)
		}
	}
}

// links returns what a chain is made of, nil where it is not known from its
// first on: what stands before may answer preflights.
func (r *reader) links(e ast.Expr, depth int) []ast.Expr {
	call, ok := r.valueOf(e).(*ast.CallExpr)
	if !ok || depth > 8 || call.Ellipsis.IsValid() {
		return nil
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	switch {
	case !ok:
		return nil
	case sel.Sel.Name == "New" && r.isChain(call):
		return call.Args
	case sel.Sel.Name == "Append" && r.isChain(sel.X):
		if head := r.links(sel.X, depth+1); head != nil {
			return slices.Concat(head, call.Args)
		}
	}
	return nil
}

func (r *reader) isChain(e ast.Expr) bool {
	return isNamed(r.info.TypeOf(e), alicePackage, "Chain")
}
