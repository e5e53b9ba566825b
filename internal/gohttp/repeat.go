package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
)

// A sending is a call that reads a body: it sends a request, or makes one of a
// stream.
type sending struct {
	call *ast.CallExpr
	sent ast.Expr
	// root is the variable whose body is read; copies that share it are the same.
	root types.Object
}

// readRepeats finds what is sent a second time after a refusal.
func (r *reader) readRepeats() {
	in := map[ast.Node][]sending{}
	for _, call := range r.calls {
		if s, ok := r.sending(call); ok {
			fn := r.funcOf(call)
			in[fn] = append(in[fn], s)
		}
	}
	for _, fn := range r.functions {
		for i, first := range in[fn] {
			for _, second := range in[fn][i+1:] {
				if first.root == second.root && first.call.End() < second.call.Pos() && r.follows(first.call, second.call) {
					r.repeat(first, second, second.call, fn)
				}
			}
			r.turns(first, fn)
		}
	}
}

// sending returns what a call sends of a variable.
func (r *reader) sending(call *ast.CallExpr) (sending, bool) {
	if lit, ok := r.calleeBody(call).(*ast.FuncLit); ok {
		return r.sendingIn(lit, call)
	}
	at := r.reads(call)
	if at < 0 || at >= len(call.Args) {
		return sending{}, false
	}
	root := r.bodyOf(call.Args[at], 0)
	if v, ok := root.(*types.Var); !ok || v.IsField() {
		return sending{}, false // made for this call; or kept by an object: who sets it is not followed
	}
	return sending{call, call.Args[at], root}, true
}

// sendingIn returns what a call sends by entering a closure: a request that the
// closure found around it.
func (r *reader) sendingIn(lit *ast.FuncLit, call *ast.CallExpr) (out sending, found bool) {
	if r.touchesBody(lit.Body) {
		return sending{}, false // it may put it back each time
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		inner, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		if at := r.reads(inner); at >= 0 && at < len(inner.Args) {
			root, ok := r.bodyOf(inner.Args[at], 0).(*types.Var)
			if ok && !root.IsField() && (root.Pos() < lit.Pos() || root.Pos() >= lit.End()) {
				out, found = sending{call, inner.Args[at], root}, true
			}
		}
		return !found
	})
	return out, found
}

// reads returns which argument's body a call reads, -1 where none surely is.
func (r *reader) reads(call *ast.CallExpr) int {
	if at := r.bodyArgument(call); at >= 0 {
		return at
	}
	at := slices.IndexFunc(call.Args, func(a ast.Expr) bool { return isRequest(r.info.TypeOf(a)) })
	if fn := r.callee(call); fn != nil {
		if d := r.funcs[fn]; d != nil {
			return r.readsParam(d)
		}
		if at >= 0 && (fullName(fn) == "(*net/http.Client).Do" || r.declared(call)) {
			return at
		}
		return -1 // a library may keep the body
	}
	if at < 0 || !r.answersHTTP(call) {
		return -1
	}
	switch name := lastName(call.Fun); {
	case name == "Do", name == "RoundTrip", r.called(call) == nil, r.declared(call):
		return at // an interface of senders, or a function: next(req)
	}
	return -1
}

// bodyArgument is the position of the body in a call that makes a request.
func (r *reader) bodyArgument(call *ast.CallExpr) int {
	switch r.nameOf(call) {
	case "net/http.NewRequest":
		return 2
	case "net/http.NewRequestWithContext":
		return 3
	}
	if r.declared(call) && r.makes(call) {
		return r.rolesOf(call).body
	}
	return -1
}

// methodArgument is the method of a call that makes a request with the body at
// the position; what is not known to be one is not constant.
func (r *reader) methodArgument(call *ast.CallExpr, body int) ast.Expr {
	if !r.declared(call) {
		return call.Args[body-2]
	}
	if m := r.rolesOf(call).method; m != nil {
		return m
	}
	return call
}

func isRequest(t types.Type) bool {
	_, pointer := types.Unalias(orInvalid(t)).(*types.Pointer)
	return pointer && isNamed(t, "net/http", "Request")
}

func orInvalid(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t
}

// readsParam returns which of its parameters' bodies a function of the package
// reads, -1 where it does not or may put it back.
func (r *reader) readsParam(d *ast.FuncDecl) int {
	if at, ok := r.consumes[d]; ok {
		return at
	}
	r.consumes[d] = -1 // it may call itself
	params := r.params(d.Type)
	own := slices.IndexFunc(params, func(p types.Object) bool {
		return p != nil && (isRequest(p.Type()) || isNamed(p.Type(), "io", "Reader") || isNamed(p.Type(), "io", "ReadCloser"))
	})
	if own < 0 || r.touchesBody(d.Body) || r.uses[params[own]] == nil {
		return -1
	}
	for _, call := range r.callsOf(params[own]) {
		if at := r.reads(call); at >= 0 && at < len(call.Args) && r.bodyOf(call.Args[at], 0) == params[own] {
			r.consumes[d] = own
			break
		}
	}
	return r.consumes[d]
}

// callsOf returns the calls that a variable is an argument of, or a copy of it.
func (r *reader) callsOf(obj types.Object) []*ast.CallExpr {
	var out []*ast.CallExpr
	for _, id := range r.uses[obj] {
		switch p := r.parent[id].(type) {
		case *ast.CallExpr:
			out = append(out, p)
		case *ast.SelectorExpr:
			call, ok := r.parent[p].(*ast.CallExpr)
			if !ok || !isCopy(r.nameOf(call)) {
				continue
			}
			if outer, ok := r.parent[call].(*ast.CallExpr); ok {
				out = append(out, outer)
			} else if s, ok := r.parent[call].(*ast.AssignStmt); ok && len(s.Lhs) > 0 {
				if copied := r.object(s.Lhs[0]); copied != nil && copied != obj {
					out = append(out, r.callsOf(copied)...)
				}
			}
		}
	}
	return out
}

func isCopy(name string) bool {
	return name == "(*net/http.Request).Clone" || name == "(*net/http.Request).WithContext"
}

// turns looks for a loop that comes back to a sending after a refusal.
func (r *reader) turns(s sending, fn ast.Node) {
	for p := r.parent[s.call]; p != nil && p != fn; p = r.parent[p] {
		var body *ast.BlockStmt
		switch l := p.(type) {
		case *ast.ForStmt:
			body = l.Body
		case *ast.RangeStmt:
			body = l.Body
		default:
			continue
		}
		if p.Pos() <= s.root.Pos() && s.root.Pos() < p.End() {
			return // each turn has its own
		}
		for _, back := range turnsOf(body) {
			if back.Pos() > s.call.Pos() && r.repeat(s, s, back, body) {
				return
			}
		}
		return // an outer loop: what it goes round for is not followed
	}
}

// turnsOf returns the statements after which a loop begins anew.
func turnsOf(body *ast.BlockStmt) []ast.Stmt {
	var out []ast.Stmt
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt:
			return false
		case *ast.BranchStmt:
			if n.Tok == token.CONTINUE && n.Label == nil {
				out = append(out, n)
			}
		}
		return true
	})
	return append(out, fallsThrough(body.List)...)
}

// fallsThrough returns the last statements of a list that control comes out of.
func fallsThrough(list []ast.Stmt) []ast.Stmt {
	if len(list) == 0 {
		return nil
	}
	last := list[len(list)-1]
	if ends(last, true) {
		return nil
	}
	if s, ok := last.(*ast.IfStmt); ok && s.Else == nil {
		return append(fallsThrough(s.Body.List), last)
	}
	return []ast.Stmt{last}
}

// repeat notes that what first sent is sent again by second, to which the code
// comes at back; reports whether a refusal leads there. scope is what lies
// between: a function, or the body of a loop.
func (r *reader) repeat(first, second sending, back ast.Node, scope ast.Node) bool {
	p := r.way(back, scope)
	trigger := p.trigger
	if trigger == nil {
		trigger = r.renewal(first, back, scope, p)
	}
	if trigger == nil || trigger.Pos() < first.call.Pos() {
		return false // not because the request was refused
	}
	from, to := first.call.End(), second.call.Pos()
	if first.call == second.call {
		from, to = scope.Pos(), scope.End() // the next turn passes what stands before
	}
	r.stale(first, second, func(pos token.Pos) bool { return from <= pos && pos < to }, scope)
	f := &authflow.Repeat{
		At:       r.span(second.call),
		First:    r.span(first.call),
		Trigger:  r.span(trigger),
		Object:   spell(second.sent),
		Stream:   !isRequest(r.info.TypeOf(first.sent)),
		Body:     r.hasBody(first.root, first.call, 0),
		Restored: r.restored(first, second, back, scope, p),
	}
	r.facts.Repeats = append(r.facts.Repeats, f)
	return true
}

// renewal returns the condition that says of the answer to first that its
// credentials are no longer good, in other words than a status: after it the
// code makes new ones and comes to back. It is nil where there is none.
func (r *reader) renewal(first sending, back ast.Node, scope ast.Node, p path) ast.Node {
	for _, a := range p.atoms {
		if a.cond.Pos() < first.call.End() || r.neutral(a.cond) {
			continue // it was known before; or an error of the network
		}
		found := false
		ast.Inspect(scope, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && call.Pos() > a.cond.End() && call.End() <= back.Pos() && isRefresh(call) && r.follows(call, back) {
				found = true
			}
			return !found
		})
		if found {
			return a.cond
		}
	}
	return nil
}
