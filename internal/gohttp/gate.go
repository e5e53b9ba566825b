package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
)

// readGates finds what keeps a refresh to one at a time, a lock, a flag or a
// channel, and the ways out of its function that leave it closed.
func (r *reader) readGates() {
	shut := map[ast.Node][]gate{}
	for _, call := range r.calls {
		switch r.nameOf(call) {
		case "(*sync.Mutex).Lock", "(*sync.RWMutex).Lock":
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if obj := r.object(receiverOf(sel, ok)); obj != nil {
				shut[r.funcOf(call)] = append(shut[r.funcOf(call)], gate{at: call, obj: obj, name: spell(sel.X), form: authflow.LockGate})
			}
		}
	}
	for _, a := range r.assigns {
		if len(a.Lhs) != 1 || len(a.Rhs) != 1 {
			continue
		}
		v, ok := r.object(a.Lhs[0]).(*types.Var)
		if !ok || !v.IsField() && v.Parent() != r.pass.Pkg.Scope() {
			continue // a variable of the function: nobody else sees it
		}
		g := gate{at: a, obj: v, name: spell(a.Lhs[0])}
		switch made, call := ast.Unparen(a.Rhs[0]).(*ast.CallExpr); {
		case spell(a.Rhs[0]) == "true":
			g.form = authflow.FlagGate
		case call && lastName(made.Fun) == "make" && isChannel(v.Type()):
			g.form = authflow.ChannelGate
		default:
			continue
		}
		shut[r.funcOf(a)] = append(shut[r.funcOf(a)], g)
	}
	for _, fn := range r.functions {
		for _, g := range shut[fn] {
			if d, ok := fn.(*ast.FuncDecl); ok && !r.serves(d) && !r.inTest(g.at) && r.aboutRefresh(d, g.at) {
				r.gate(g, d)
			}
		}
	}
}

// A gate is what a function closes.
type gate struct {
	at   ast.Node
	obj  types.Object
	name string
	form authflow.GateForm
}

func receiverOf(sel *ast.SelectorExpr, ok bool) ast.Expr {
	if !ok {
		return nil
	}
	return sel.X
}

func isChannel(t types.Type) bool {
	_, ok := t.Underlying().(*types.Chan)
	return ok
}

// aboutRefresh: the function is a refresh by its name, or calls one after it has
// closed the gate.
func (r *reader) aboutRefresh(d *ast.FuncDecl, at ast.Node) bool {
	if d.Name.Name == "Token" || isRefresh(&ast.CallExpr{Fun: d.Name}) {
		return true
	}
	return slices.ContainsFunc(r.calls, func(c *ast.CallExpr) bool { return c.Pos() > at.End() && r.within(c, d) && isRefresh(c) })
}

// gate notes the returns of a function on whose way a gate was closed and not
// opened.
func (r *reader) gate(g gate, d *ast.FuncDecl) {
	var opened []ast.Node
	elsewhere := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if n != nil && r.opens(n, g) {
			if _, deferred := r.statement(n).(*ast.DeferStmt); deferred || r.funcOf(n) != ast.Node(d) {
				elsewhere = true // on every way out, or in a closure
			}
			opened = append(opened, n)
		}
		return !elsewhere
	})
	if elsewhere || len(opened) == 0 {
		return // another function opens it
	}
	f := &authflow.Gate{At: r.span(g.at), Name: g.name, Form: g.form}
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || ret.Pos() < g.at.End() || !r.follows(g.at, ret) {
			return true
		}
		if !slices.ContainsFunc(opened, func(o ast.Node) bool {
			return g.at.End() <= o.Pos() && o.Pos() < ret.End() && (r.within(o, ret) || r.follows(o, ret))
		}) {
			f.Stays = append(f.Stays, r.exitAt(ret))
		}
		return true
	})
	if len(f.Stays) > 0 {
		r.facts.Gates = append(r.facts.Gates, f)
	}
}

// opens: mu.Unlock(), refreshing = false, close(done).
func (r *reader) opens(n ast.Node, g gate) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		switch g.form {
		case authflow.LockGate:
			sel, ok := n.Fun.(*ast.SelectorExpr)
			return ok && sel.Sel.Name == "Unlock" && r.object(sel.X) == g.obj
		case authflow.ChannelGate:
			return lastName(n.Fun) == "close" && len(n.Args) == 1 && r.object(n.Args[0]) == g.obj
		}
	case *ast.AssignStmt:
		return g.form == authflow.FlagGate && n != g.at && slices.ContainsFunc(n.Lhs, func(l ast.Expr) bool { return r.object(l) == g.obj })
	}
	return false
}

// exitAt describes a return: whether something has failed, and what.
func (r *reader) exitAt(ret *ast.ReturnStmt) authflow.GateExit {
	x := authflow.GateExit{At: r.span(ret)}
	block, _ := r.parent[ret].(*ast.BlockStmt)
	cond, ok := r.parent[block].(*ast.IfStmt)
	if !ok || cond.Body != block {
		return x
	}
	b, ok := ast.Unparen(cond.Cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ || !isNil(b.Y) {
		return x
	}
	x.Fails = true
	var last assignment
	for _, a := range r.assigned[r.object(b.X)] {
		if a.at.Pos() < ret.Pos() && (last.at == nil || a.at.Pos() > last.at.Pos()) {
			last = a
		}
	}
	if call, ok := last.rhs.(*ast.CallExpr); ok {
		x.Call = spell(call.Fun)
	}
	return x
}
