package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
)

// readResends finds what sends a request again after the server refused it: a
// function that calls itself, a transport that comes back to itself, a loop.
func (r *reader) readResends() {
	in := map[*ast.FuncDecl][]*ast.CallExpr{}
	for _, call := range r.calls {
		if d := r.declOf(call); d != nil {
			in[d] = append(in[d], call)
		}
	}
	for _, d := range r.order {
		if r.serves(d) {
			continue // it writes 401, it is not told it
		}
		r.recursion(d, in[d])
		r.transport(d)
	}
	for _, loop := range r.loops {
		r.loop(loop)
	}
	for _, jump := range r.gotos {
		r.jumpBack(jump)
	}
}

// recursion: the function calls itself after a refusal, directly or through one
// function of the package. calls are those in d.
func (r *reader) recursion(d *ast.FuncDecl, calls []*ast.CallExpr) {
	fn, ok := r.info.Defs[d.Name].(*types.Func)
	if !ok {
		return
	}
	for _, call := range calls {
		callee := r.callee(call)
		if callee == nil {
			continue // through an interface: which function it is is not known
		}
		if callee == fn.Origin() {
			r.recurse(d, fn, call, nil)
			continue
		}
		helper := r.funcs[callee]
		if helper == nil || helper == d || isRefresh(call) {
			continue // a refresh that is itself refused is another mistake
		}
		for _, back := range r.callsTo[fn.Origin()] {
			if r.within(back, helper) {
				r.recurse(d, fn, call, back)
				break
			}
		}
	}
}

// recurse judges one call that comes back to d; back is the call of d in the
// helper that call enters, nil where call enters d itself.
func (r *reader) recurse(d *ast.FuncDecl, fn *types.Func, call, back *ast.CallExpr) {
	p := r.way(call, d)
	if p.trigger == nil || !r.sendsWithin(d, 0) {
		return // not because of a refusal
	}
	args := r.argsBack(call, back)
	if !r.sameRequest(d, args) {
		return // it asks for something else, such as a new token
	}
	f := &authflow.Resend{
		At:       r.span(call),
		Trigger:  r.span(p.trigger),
		Form:     authflow.Recursion,
		Enters:   fn.Name(),
		EntersAt: r.span(d.Name),
		Reenters: authflow.Yes,
		Opaque:   p.opaque,
	}
	if back == nil {
		if f.SendBelow = r.sendBelow(d, call); f.SendBelow == nil {
			f.AddGuard = r.guardCalls(d, fn, call, p.trigger)
		}
	}
	s := &states{r: r, fn: d, f: f}
	for i, param := range r.params(d.Type) {
		if param != nil && i < len(args) && r.changed(param, args[i], d) {
			f.Sets = append(f.Sets, authflow.State{At: r.span(args[i]), Kind: authflow.Argument, Owner: fn.Name(), Name: param.Name()})
		}
	}
	s.receiver(d, call)
	s.tests(p.atoms)
	s.sets(d.Body, call)
	if back != nil {
		inner := r.way(back, r.declOf(back))
		if inner.opaque || len(inner.atoms) > 0 && !r.onlyErrors(inner.atoms) {
			f.Opaque = true
		}
		s.sets(r.declOf(back).Body, back)
	}
	if len(f.Tests) > 0 {
		f.AddGuard = nil // mending what is there is for its author
	}
	r.facts.Resends = append(r.facts.Resends, f)
}

// argsBack returns the arguments with which a function is entered again, in
// terms of its own body where it is entered through a helper.
func (r *reader) argsBack(call, back *ast.CallExpr) []ast.Expr {
	if back == nil {
		return call.Args
	}
	helper := r.declOf(back)
	params := r.params(helper.Type)
	out := make([]ast.Expr, len(back.Args))
	for i, a := range back.Args {
		out[i] = a
		if j := slices.Index(params, r.object(a)); j >= 0 && r.object(a) != nil && j < len(call.Args) {
			out[i] = call.Args[j]
		}
	}
	return out
}

// changed reports whether a parameter gets another value than it has.
func (r *reader) changed(param types.Object, arg ast.Expr, d *ast.FuncDecl) bool {
	if r.object(arg) != param {
		return true
	}
	return slices.ContainsFunc(r.assigned[param], func(a assignment) bool { return r.within(a.at, d) })
}

// sameRequest reports whether what says where the request goes is handed on:
// one string or request at least, where there is one.
func (r *reader) sameRequest(d *ast.FuncDecl, args []ast.Expr) bool {
	says, kept := false, false
	for i, p := range r.params(d.Type) {
		if p == nil || i >= len(args) || !isString(p.Type()) && !isNamed(p.Type(), "net/http", "Request") && !isNamed(p.Type(), "net/url", "URL") {
			continue
		}
		says = true
		kept = kept || !r.isConstant(args[i])
	}
	return !says || kept
}

// onlyErrors reports whether conditions test nothing but errors and nil.
func (r *reader) onlyErrors(atoms []atom) bool {
	return !slices.ContainsFunc(atoms, func(a atom) bool { return !r.neutral(a.cond) })
}

// neutral reports whether a condition says nothing of how often a request was
// sent: an error or nil test, the refusal itself, the outcome of a refresh.
func (r *reader) neutral(cond ast.Expr) bool {
	switch n := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return n.Op == token.NOT && r.neutral(n.X)
	case *ast.BinaryExpr:
		if r.isRefusal(n) || r.isAcceptance(n) || isNil(n.X) || isNil(n.Y) {
			return true
		}
		return r.isData(n.X, n.Y) || r.isData(n.Y, n.X) || r.isStatus(n.X) || r.isStatus(n.Y)
	case *ast.CallExpr:
		name := r.nameOf(n)
		return isRefresh(n) || r.isRefusalCall(n) || name == "errors.Is" || name == "errors.As"
	case *ast.Ident:
		obj := r.object(n)
		as := r.assigned[obj]
		if len(as) != 1 || as[0].rhs == nil {
			return false
		}
		switch rhs := ast.Unparen(as[0].rhs).(type) {
		case *ast.CallExpr, *ast.BinaryExpr:
			return r.neutral(rhs)
		case *ast.TypeAssertExpr:
			_, call := ast.Unparen(rhs.X).(*ast.CallExpr)
			return !call // a capability: refresher, ok := x.(Refresher)
		}
	}
	return false
}

// isData reports whether a comparison of e with a constant is one of data, such
// as method == "GET": e is a variable or field that can neither count nor flag.
func (r *reader) isData(e, constant ast.Expr) bool {
	if !r.isConstant(constant) || isCounter(r.info.TypeOf(e)) {
		return false
	}
	switch ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return true
	}
	return false
}

func isNil(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && id.Name == "nil"
}

// isStatus: resp.StatusCode, and what it was put in.
func (r *reader) isStatus(e ast.Expr) bool {
	switch lastName(e) {
	case "StatusCode", "Status", "status", "statusCode", "code", "Code", "HTTPStatus":
		return true
	}
	return false
}

// isCounter reports whether values of a type can count or flag.
func isCounter(t types.Type) bool {
	if t == nil {
		return true
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsBoolean) != 0
}

// transport: a RoundTripper that sends the request again through a client whose
// transport it is.
func (r *reader) transport(d *ast.FuncDecl) {
	owner := r.receiver(d)
	if d.Name.Name != "RoundTrip" || owner == nil {
		return
	}
	for call, q := range r.requests {
		if !r.within(call, d) || q.client == nil || !r.transportIs(q.client, owner) {
			continue
		}
		p := r.way(call, d)
		if p.trigger == nil {
			continue // a request of its own; whether that loops is another question
		}
		f := &authflow.Resend{
			At:       r.span(call),
			Trigger:  r.span(p.trigger),
			Form:     authflow.Interceptor,
			Enters:   "`RoundTrip`",
			EntersAt: r.span(d.Name),
			Reenters: authflow.Yes,
			Opaque:   p.opaque,

			SendBelow: r.sendBelow(d, call),
		}
		s := &states{r: r, fn: d, f: f}
		if len(call.Args) > 0 {
			if params := r.params(d.Type); len(params) == 1 && params[0] != nil && r.changed(params[0], call.Args[0], d) {
				f.Sets = append(f.Sets, authflow.State{At: r.span(call.Args[0]), Kind: authflow.Argument, Owner: "RoundTrip", Name: params[0].Name()})
			}
		}
		s.tests(p.atoms)
		s.sets(d.Body, call)
		r.facts.Resends = append(r.facts.Resends, f)
	}
}

// transportIs reports whether every known making of a client gives it a
// transport of the type.
func (r *reader) transportIs(client ast.Expr, owner *types.Named) bool {
	e := ast.Unparen(client)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	lits := []ast.Expr{e}
	if obj := r.object(e); obj != nil {
		lits = r.makings(obj)
	}
	for _, l := range lits {
		lit, ok := l.(*ast.CompositeLit)
		if !ok {
			continue
		}
		if t := field(lit, "Transport"); t != nil && named(r.info.TypeOf(t)) == owner {
			return true
		}
	}
	return false
}
