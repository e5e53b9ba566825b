package gohttp

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
)

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
