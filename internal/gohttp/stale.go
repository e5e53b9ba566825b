package gohttp

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// stale notes a request that is sent again after a refresh with the header of
// the first time. between reports whether a place lies between the sendings.
func (r *reader) stale(first, second sending, between func(token.Pos) bool, scope ast.Node) {
	if !isRequest(r.info.TypeOf(first.sent)) || !r.renewedIn(scope, between) {
		return
	}
	old, how := r.headerOfFirst(first, second)
	if old == nil {
		return // put on elsewhere: by whoever made it, or by a transport
	}
	if how == authflow.SameRequest {
		for _, w := range r.writes {
			if !between(w.at.Pos()) || !w.fact.IsAuthorization() && w.fact.Name != "" {
				continue
			}
			if !r.adds(w) || r.dropped(scope, between) {
				return // it gets the new token
			}
			old, how = w, authflow.AddedAgain
		}
		if how == authflow.SameRequest && r.mayAuthorize(first, second, between, scope) {
			return
		}
	}
	through := second.call.Fun
	if sel, ok := ast.Unparen(through).(*ast.SelectorExpr); ok && r.callee(second.call) != nil && r.funcs[r.callee(second.call)] == nil || lastName(through) == "RoundTrip" {
		if ok {
			through = sel.X
		}
	}
	r.facts.StaleResends = append(r.facts.StaleResends, &authflow.StaleResend{
		At: r.span(second.call), Client: spell(through), Written: r.span(old.at), How: how,
	})
}

// renewedIn reports whether new credentials are made between the sendings.
func (r *reader) renewedIn(scope ast.Node, between func(token.Pos) bool) bool {
	found := false
	ast.Inspect(scope, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && between(call.Pos()) && isRefresh(call)
		return !found
	})
	return found
}

// headerOfFirst returns the write that puts the header on the request before it
// is sent first: in the function around, or, where each sending adds one, in the
// function that sends.
func (r *reader) headerOfFirst(first, second sending) (*write, authflow.Staleness) {
	sender := r.funcs[r.callee(second.call)]
	if sender != nil {
		for _, w := range r.writes {
			if w.decl == sender && w.fact.IsAuthorization() {
				if r.adds(w) && r.isParam(r.requestOf(w), sender) && r.funcOf(w.at) == sender && !r.dropped(sender.Body, func(p token.Pos) bool { return p < w.at.Pos() }) {
					return w, authflow.AddedAgain // each call adds one more
				}
				return nil, 0 // each call sets it anew
			}
		}
	}
	if _, ok := r.calleeBody(second.call).(*ast.FuncLit); ok {
		return nil, 0
	}
	for _, w := range r.writes {
		if w.fact.IsAuthorization() && w.at.Pos() < first.call.Pos() && w.decl == r.declOf(first.call) && r.funcOf(w.at) == r.funcOf(first.call) &&
			w.target != nil && r.carries(w, first, second) && r.follows(w.at, first.call) {
			return w, authflow.SameRequest
		}
	}
	return nil, 0
}

// carries reports whether both sendings have the header that a write puts on.
func (r *reader) carries(w *write, first, second sending) bool {
	on := r.object(requestExpr(w.target))
	if on == nil || r.bodyOf(requestExpr(w.target), 0) != first.root {
		return false
	}
	for _, s := range []sending{first, second} {
		sent := r.object(s.sent)
		if sent == on {
			continue
		}
		// A copy has what was there when it was made.
		late := sent == nil || slices.ContainsFunc(r.assigned[sent], func(a assignment) bool { return a.at.Pos() > w.at.Pos() })
		if on != first.root || !late {
			return false
		}
	}
	return true
}

// requestExpr returns the request whose Header e is.
func requestExpr(e ast.Expr) ast.Expr {
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && sel.Sel.Name == "Header" {
		return sel.X
	}
	return e
}

// adds reports whether a write leaves the values that are there.
func (r *reader) adds(w *write) bool {
	call, ok := w.at.(*ast.CallExpr)
	return ok && r.nameOf(call) == "(net/http.Header).Add"
}

// dropped reports whether the header is taken off: req.Header.Del, or a Header
// that is made anew.
func (r *reader) dropped(scope ast.Node, between func(token.Pos) bool) bool {
	found := false
	ast.Inspect(scope, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if between(n.Pos()) && (r.nameOf(n) == "(net/http.Header).Del" || lastName(n.Fun) == "delete") {
				found = true
			}
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				sel, ok := l.(*ast.SelectorExpr)
				found = found || ok && sel.Sel.Name == "Header" && between(n.Pos())
			}
		}
		return !found
	})
	return found
}

// mayAuthorize reports whether something between the sendings may put the new
// token on the request: whatever is given it, or its headers.
func (r *reader) mayAuthorize(first, second sending, between func(token.Pos) bool, scope ast.Node) bool {
	found := false
	ast.Inspect(scope, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if !between(n.Pos()) || n == first.call || n == second.call || isCopy(r.nameOf(n)) || first.call != second.call && !r.follows(n, second.call) {
				return !found
			}
			if _, ok := r.calleeBody(n).(*ast.FuncLit); ok {
				found = true // a closure has the request at hand
			}
			for _, a := range n.Args {
				t := r.info.TypeOf(a)
				found = found || isRequest(t) || isNamed(t, "net/http", "Header")
			}
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && isRequest(r.info.TypeOf(sel.X)) {
				found = found || !strings.HasPrefix(sel.Sel.Name, "Context") && sel.Sel.Name != "GetBody"
			}
		case *ast.AssignStmt:
			if !between(n.Pos()) {
				return !found
			}
			for i, l := range n.Lhs {
				if sel, ok := l.(*ast.SelectorExpr); ok && sel.Sel.Name == "Header" {
					found = true
				}
				if ix, ok := l.(*ast.IndexExpr); ok && isNamed(r.info.TypeOf(ix.X), "net/http", "Header") {
					found = true
				}
				if r.object(l) == first.root && (len(n.Lhs) != len(n.Rhs) || r.bodyOf(n.Rhs[i], 0) != first.root) {
					found = true // another request
				}
			}
		}
		return !found
	})
	return found || slices.ContainsFunc(r.assigned[first.root], func(a assignment) bool { _, ok := a.at.(*ast.RangeStmt); return ok })
}
