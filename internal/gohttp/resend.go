package gohttp

import (
	"fmt"
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
}

// A path is the way to a resend: what was tested on it, and whether one of the
// tests was that for a refusal.
type path struct {
	trigger ast.Node
	atoms   []atom
	opaque  bool
}

// An atom is a condition, or part of one, that was met on the way.
type atom struct {
	cond ast.Expr
	// alone: the condition must hold (or fail) for the way to be taken; without
	// it, it is one of several joined by or.
	alone bool
}

// way climbs from n to the body of fn and collects the conditions.
func (r *reader) way(n ast.Node, fn ast.Node) path {
	var p path
	child := n
	for up := r.parent[n]; up != nil && child != fn; up = r.parent[up] {
		switch s := up.(type) {
		case *ast.IfStmt:
			switch child {
			case s.Body:
				p.add(r, s.Cond, true)
			case s.Else:
				p.add(r, s.Cond, false)
			}
		case *ast.CaseClause:
			r.clause(&p, s)
			p.before(r, s.Body, child)
		case *ast.BlockStmt:
			p.before(r, s.List, child)
		case *ast.BinaryExpr:
			if s.Op == token.LAND && child == ast.Node(s.Y) {
				p.add(r, s.X, true)
			}
		case *ast.FuncLit:
			p.opaque = true // who runs the closure, and how often, is not to be seen
		}
		child = up
	}
	return p
}

// clause adds what a case of a switch tests.
func (r *reader) clause(p *path, c *ast.CaseClause) {
	sw, ok := r.parent[r.parent[c]].(*ast.SwitchStmt)
	if !ok {
		return // a type switch
	}
	for _, e := range c.List {
		if sw.Tag == nil {
			p.add(r, e, true)
		} else if r.isRefusalConstant(e) {
			p.trigger = e
		}
	}
}

// before adds the tests of earlier statements that leave the list: what comes
// after them knows that they did not hold.
func (p *path) before(r *reader, list []ast.Stmt, child ast.Node) {
	for _, s := range list {
		if ast.Node(s) == child {
			return
		}
		if i, ok := s.(*ast.IfStmt); ok && i.Else == nil && ends(i.Body, true) {
			p.add(r, i.Cond, false)
		}
	}
}

func (p *path) add(r *reader, cond ast.Expr, holds bool) {
	if holds && r.isRefusal(cond) || !holds && r.isAcceptance(cond) {
		if p.trigger == nil {
			p.trigger = cond
		}
	}
	join, other := token.LAND, token.LOR
	if !holds {
		join, other = other, join
	}
	p.split(cond, join, other, true)
}

// split takes a condition apart. Operands of join must all hold for the way to
// be taken, of those of other one is enough.
func (p *path) split(cond ast.Expr, join, other token.Token, alone bool) {
	if b, ok := ast.Unparen(cond).(*ast.BinaryExpr); ok && (b.Op == join || b.Op == other) {
		p.split(b.X, join, other, alone && b.Op == join)
		p.split(b.Y, join, other, alone && b.Op == join)
		return
	}
	p.atoms = append(p.atoms, atom{cond, alone})
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

// states collects what a guard tests and sets.
type states struct {
	r  *reader
	fn ast.Node
	f  *authflow.Resend
	// loop is the loop that sends again; nil for functions.
	loop *ast.ForStmt
}

// tests reads the conditions on the way.
func (s *states) tests(atoms []atom) {
	for _, a := range atoms {
		s.test(a.cond, a.alone, 0)
	}
}

func (s *states) test(cond ast.Expr, alone bool, depth int) {
	r := s.r
	if depth > maxDepth || r.neutral(cond) {
		return
	}
	add := func(st authflow.State, ok bool) {
		if !ok {
			return
		}
		s.f.Tests = append(s.f.Tests, st)
		if !alone {
			s.f.Opaque = true // another condition can be enough
		}
	}
	switch n := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		s.test(n.X, alone, depth+1)
	case *ast.BinaryExpr:
		for _, e := range []ast.Expr{n.X, n.Y} {
			if !r.isConstant(e) {
				s.test(e, alone, depth+1)
			}
		}
	case *ast.Ident, *ast.SelectorExpr:
		obj := r.object(n.(ast.Expr))
		if obj == nil {
			s.f.Opaque = true // what it is is not known
			return
		}
		if !isCounter(obj.Type()) && !s.assigns(obj) {
			return // a capability, or data; nothing that counts
		}
		if as := r.assigned[obj]; len(as) == 1 && as[0].rhs != nil && !obj.(*types.Var).IsField() && s.local(obj) && !r.isConstant(as[0].rhs) {
			s.test(as[0].rhs, alone, depth+1) // retried, _ := ctx.Value(key).(bool)
			return
		}
		add(s.state(obj, n))
	case *ast.IndexExpr:
		s.test(n.X, alone, depth+1)
		if obj := r.object(n.X); obj != nil {
			add(s.state(obj, n))
		}
	case *ast.TypeAssertExpr:
		s.test(n.X, alone, depth+1)
	case *ast.CallExpr:
		s.testCall(n, alone, depth)
	default:
		s.f.Opaque = true
	}
}

// testCall reads a condition that is a call: a marker on the request or
// context, or a function that decides.
func (s *states) testCall(n *ast.CallExpr, alone bool, depth int) {
	r := s.r
	if id, ok := n.Fun.(*ast.Ident); ok && id.Name == "len" {
		return // of data
	}
	if tv, ok := r.info.Types[n.Fun]; ok && tv.IsType() && len(n.Args) == 1 {
		s.test(n.Args[0], alone, depth+1)
		return
	}
	marked := false
	for _, e := range append([]ast.Expr{n.Fun}, n.Args...) {
		ast.Inspect(e, func(c ast.Node) bool {
			id, ok := c.(*ast.Ident)
			if !ok {
				return true
			}
			if obj := r.object(id); obj != nil && r.isParam(obj, s.fn) && s.carries(obj, n) {
				s.f.Tests = append(s.f.Tests, authflow.State{At: r.span(n), Kind: authflow.Argument, Owner: s.owner(), Name: obj.Name()})
				marked = true
			}
			return true
		})
	}
	if marked {
		if !s.touched() {
			// A condition of the request that does not change with the resend may
			// still be false the second time, for reasons that are not seen.
			s.f.Opaque = true
		}
		return
	}
	if d, ok := r.calleeBody(n).(*ast.FuncDecl); ok && depth < 2 {
		for _, st := range d.Body.List {
			if ret, ok := st.(*ast.ReturnStmt); ok && len(ret.Results) == 1 && len(d.Body.List) == 1 {
				s.test(ret.Results[0], alone, depth+1)
				return
			}
		}
	}
	s.f.Opaque = true
}

// carries reports whether a parameter can carry a marker that a call reads: a
// context or a request, in other ways than for its URL, method or body.
func (s *states) carries(obj types.Object, call *ast.CallExpr) bool {
	if isNamed(obj.Type(), "context", "Context") || isNamed(obj.Type(), "net/http", "Request") {
		return true
	}
	return false
}

// touched reports whether an argument that carries markers is changed on the
// way.
func (s *states) touched() bool {
	return slices.ContainsFunc(s.f.Sets, func(st authflow.State) bool {
		return st.Kind == authflow.Argument && slices.ContainsFunc(s.f.Tests, func(t authflow.State) bool { return t.Name == st.Name })
	})
}

func (s *states) owner() string {
	if d, ok := s.fn.(*ast.FuncDecl); ok {
		return d.Name.Name
	}
	return ""
}

// local reports whether a variable is made anew each time the handler runs.
func (s *states) local(obj types.Object) bool {
	if s.loop != nil {
		return s.loop.Body.Pos() <= obj.Pos() && obj.Pos() < s.loop.Body.End()
	}
	return s.fn.Pos() <= obj.Pos() && obj.Pos() < s.fn.End()
}

// state returns the state that a variable or field is.
func (s *states) state(obj types.Object, at ast.Node) (authflow.State, bool) {
	st := authflow.State{At: s.r.span(at), Name: obj.Name()}
	v, ok := obj.(*types.Var)
	if !ok {
		return st, false
	}
	switch {
	case v.IsField():
		st.Kind, st.Owner = authflow.Outer, fmt.Sprint(s.r.pass.Fset.Position(v.Pos()))
	case s.loop == nil && s.r.isParam(obj, s.fn):
		st.Kind, st.Owner = authflow.Argument, s.owner()
	case s.local(obj):
		st.Kind, st.Owner = authflow.Inner, fmt.Sprint(obj.Pos())
	default:
		st.Kind, st.Owner = authflow.Outer, fmt.Sprint(obj.Pos())
	}
	return st, true
}

// assigns reports whether the function sets a variable or field itself.
func (s *states) assigns(obj types.Object) bool {
	return slices.ContainsFunc(s.r.assigned[obj], func(a assignment) bool { return s.r.within(a.at, s.scope()) })
}

func (s *states) scope() ast.Node {
	if s.loop != nil {
		return s.loop
	}
	return s.fn
}

// sets reads what a body assigns on the way to the resend: fields, variables,
// elements, markers on the request.
func (s *states) sets(body ast.Node, at ast.Node) {
	r := s.r
	set := func(e ast.Expr, n ast.Node) {
		if ix, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
			e = ix.X
		}
		obj := r.object(e)
		if obj == nil || s.loop == nil && r.isParam(obj, s.fn) {
			return // parameters are compared with what is passed
		}
		if n.Pos() > at.Pos() && s.loop == nil {
			return // after the fact
		}
		if st, ok := s.state(obj, n); ok && (isCounter(obj.Type()) || s.tested(st)) {
			s.f.Sets = append(s.f.Sets, st)
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				set(l, n)
				if sel, ok := ast.Unparen(l).(*ast.SelectorExpr); ok {
					s.mark(sel.X, n)
				}
			}
		case *ast.IncDecStmt:
			set(n.X, n)
		case *ast.CallExpr:
			s.setCall(n)
		}
		return true
	})
	s.setElsewhere()
}

func (s *states) tested(st authflow.State) bool {
	return slices.ContainsFunc(s.f.Tests, func(t authflow.State) bool { return t.Owner == st.Owner && t.Name == st.Name })
}

// mark notes a change to an object that is a parameter and is sent on: a field
// or header of the request.
func (s *states) mark(e ast.Expr, at ast.Node) {
	obj := s.r.object(e)
	if obj == nil || s.loop != nil || !s.r.isParam(obj, s.fn) || isReceiver(obj, s.fn) {
		return
	}
	s.f.Sets = append(s.f.Sets, authflow.State{At: s.r.span(at), Kind: authflow.Argument, Owner: s.owner(), Name: obj.Name()})
}

func isReceiver(obj types.Object, fn ast.Node) bool {
	d, ok := fn.(*ast.FuncDecl)
	return ok && d.Recv != nil && d.Recv.Pos() <= obj.Pos() && obj.Pos() < d.Recv.End()
}

// setCall: req.Header.Set("X-Retry", "1"), c.tried.Store(true), and methods that
// both test and set, such as CompareAndSwap and a limiter's Allow.
func (s *states) setCall(n *ast.CallExpr) {
	r := s.r
	sel, ok := n.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	if name := r.nameOf(n); (name == "(net/http.Header).Set" || name == "(net/http.Header).Add") && len(n.Args) == 2 {
		if h, ok := r.constant(n.Args[0]); ok && !isCredentialHeader(h) {
			if inner, ok := ast.Unparen(sel.X).(*ast.SelectorExpr); ok {
				s.mark(inner.X, n)
			}
		}
	}
}

// setElsewhere: a tested field or variable that other code sets while the
// request is under way may well be the guard.
func (s *states) setElsewhere() {
	for _, t := range s.f.Tests {
		if t.Kind != authflow.Outer || slices.ContainsFunc(s.f.Sets, func(st authflow.State) bool { return st.Owner == t.Owner && st.Name == t.Name }) {
			continue
		}
		for obj, as := range s.r.assigned {
			st, ok := s.state(obj, nil)
			if !ok || st.Owner != t.Owner || st.Name != t.Name {
				continue
			}
			if slices.ContainsFunc(as, func(a assignment) bool {
				_, literal := s.r.parent[a.at].(*ast.CompositeLit)
				return !literal && s.r.funcOf(a.at) != nil
			}) {
				s.f.Opaque = true
			}
		}
	}
}

// receiver: a call on another object than the method's own is not this very
// handler, or not surely.
func (s *states) receiver(d *ast.FuncDecl, call *ast.CallExpr) {
	if d.Recv == nil || len(d.Recv.List) == 0 || len(d.Recv.List[0].Names) == 0 {
		return
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	if s.r.object(sel.X) != s.r.info.Defs[d.Recv.List[0].Names[0]] {
		s.f.Opaque = true
	}
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
