package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// readGates finds what keeps a refresh to one at a time, a lock, a flag or a
// channel, and the ways out of its function that leave it closed.
func (r *reader) readGates() {
	shut := map[ast.Node][]gate{}
	add := func(at ast.Node, what ast.Expr, form authflow.GateForm) {
		if obj := r.object(what); obj != nil && r.shared(what) {
			shut[r.funcOf(at)] = append(shut[r.funcOf(at)], gate{at: at, obj: obj, name: spell(what), form: form})
		}
	}
	for _, call := range r.calls {
		if what, does := r.atomically(call); does == closes {
			add(call, what, authflow.FlagGate)
		}
		switch r.nameOf(call) {
		case "(*sync.Mutex).Lock", "(*sync.RWMutex).Lock", "(*sync.Mutex).TryLock", "(*sync.RWMutex).TryLock":
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
				add(call, sel.X, authflow.LockGate)
			}
		}
	}
	for _, a := range r.assigns {
		if len(a.Lhs) != 1 || len(a.Rhs) != 1 {
			continue
		}
		switch made, call := ast.Unparen(a.Rhs[0]).(*ast.CallExpr); {
		case spell(a.Rhs[0]) == "true":
			add(a, a.Lhs[0], authflow.FlagGate)
		case call && lastName(made.Fun) == "make" && isChannel(r.info.TypeOf(a.Lhs[0])):
			add(a, a.Lhs[0], authflow.ChannelGate)
		}
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

func isChannel(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Chan)
	return ok
}

// shared reports whether others can see what an expression names: a variable of
// the package, or a field of one, of the receiver or of what a pointer shows.
func (r *reader) shared(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.StarExpr:
		return r.shared(e.X)
	case *ast.SelectorExpr:
		_, field := r.info.Selections[e]
		return !field || r.held(e.X)
	case *ast.Ident:
		obj := r.object(e)
		return obj != nil && obj.Parent() == r.pass.Pkg.Scope()
	}
	return false
}

// held reports whether the struct that e stands for is not the function's own.
func (r *reader) held(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		_, pointer := types.Unalias(orInvalid(r.info.TypeOf(e))).(*types.Pointer)
		return pointer || r.shared(e)
	}
	obj := r.object(id)
	if obj == nil || obj.Parent() == r.pass.Pkg.Scope() {
		return obj != nil
	}
	if _, pointer := types.Unalias(obj.Type()).(*types.Pointer); !pointer {
		return false // a copy, which nobody else has
	}
	for _, a := range r.assigned[obj] {
		if u, ok := ast.Unparen(orBad(a.rhs)).(*ast.UnaryExpr); ok && u.Op == token.AND {
			return false // made here, &reply{}
		}
		if call, ok := a.rhs.(*ast.CallExpr); ok && (lastName(call.Fun) == "new" || strings.HasPrefix(lastName(call.Fun), "New")) {
			return false
		}
	}
	return true
}

func orBad(e ast.Expr) ast.Expr {
	if e == nil {
		return &ast.BadExpr{}
	}
	return e
}

// A motion is what an atomic operation does with a flag.
type motion uint8

const (
	closes motion = iota + 1
	opens
)

// atomically reads flag.CompareAndSwap(false, true), flag.Store(true),
// atomic.StoreInt32(&flag, 1) and what sets them back.
func (r *reader) atomically(call *ast.CallExpr) (flag ast.Expr, does motion) {
	name, args := r.nameOf(call), call.Args
	rest, ok := strings.CutPrefix(name, "sync/atomic.")
	if ok && len(args) > 1 {
		u, ok := ast.Unparen(args[0]).(*ast.UnaryExpr)
		if !ok {
			return nil, 0
		}
		flag, args = u.X, args[1:]
	} else if rest, ok = strings.CutPrefix(name, "(*sync/atomic."); ok {
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return nil, 0
		}
		flag, rest = sel.X, sel.Sel.Name
	}
	if !strings.HasPrefix(rest, "CompareAndSwap") && !strings.HasPrefix(rest, "Store") && !strings.HasPrefix(rest, "Swap") || len(args) == 0 {
		return nil, 0
	}
	tv := r.info.Types[args[len(args)-1]]
	switch {
	case tv.Value == nil:
		return nil, 0
	case tv.Value.ExactString() == "true" || tv.Value.ExactString() == "1":
		return flag, closes
	}
	return flag, opens
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
	if g.form == authflow.FlagGate && !r.turnsAway(g, d) {
		return // a flag that says something else
	}
	f := &authflow.Gate{At: r.span(g.at), Name: g.name, Form: g.form, Stays: r.leaves(g, d, func(n ast.Node) bool { return r.opens(n, g) })}
	if told := r.waitsOn(g); told != nil {
		f.Waits, f.Queue = r.span(told), spell(told.Fun.(*ast.SelectorExpr).X)
		cond := r.object(told.Fun.(*ast.SelectorExpr).X)
		f.Forgotten = r.leaves(g, d, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || r.nameOf(call) != "(*sync.Cond).Broadcast" && r.nameOf(call) != "(*sync.Cond).Signal" {
				return false
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			return ok && r.object(sel.X) == cond
		})
	}
	if len(f.Stays) > 0 || len(f.Forgotten) > 0 {
		r.facts.Gates = append(r.facts.Gates, f)
	}
}

// leaves returns the returns after a gate is closed that come before anything
// that ends it. None are known where that is done on every way, in a closure or
// by another function.
func (r *reader) leaves(g gate, d *ast.FuncDecl, end func(ast.Node) bool) (exits []authflow.GateExit) {
	var ended []ast.Node
	elsewhere := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if n != nil && end(n) {
			if _, deferred := r.statement(n).(*ast.DeferStmt); deferred || r.funcOf(n) != ast.Node(d) {
				elsewhere = true
			}
			ended = append(ended, n)
		}
		return !elsewhere
	})
	if elsewhere || len(ended) == 0 {
		return nil
	}
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || ret.Pos() < g.at.End() || !r.follows(g.at, ret) || r.turnedAway(g, ret) {
			return true
		}
		if !slices.ContainsFunc(ended, func(o ast.Node) bool {
			return g.at.End() <= o.Pos() && o.Pos() < ret.End() && (r.within(o, ret) || r.follows(o, ret))
		}) {
			exits = append(exits, r.exitAt(ret))
		}
		return true
	})
	return exits
}

// waitsOn returns the call that waits while a flag is set: for t.refreshing {
// t.cond.Wait() }.
func (r *reader) waitsOn(g gate) *ast.CallExpr {
	for _, id := range r.uses[g.obj] {
		loop, ok := r.statement(id).(*ast.ForStmt)
		if !ok || !r.within(id, loop.Cond) {
			continue
		}
		for _, s := range loop.Body.List {
			e, ok := s.(*ast.ExprStmt)
			if !ok {
				continue
			}
			if call, ok := e.X.(*ast.CallExpr); ok && r.nameOf(call) == "(*sync.Cond).Wait" {
				if _, ok := call.Fun.(*ast.SelectorExpr); ok {
					return call
				}
			}
		}
	}
	return nil
}

// turnsAway reports whether a function that sets a flag has looked at it before,
// so that one that is set keeps others out.
func (r *reader) turnsAway(g gate, d *ast.FuncDecl) bool {
	return slices.ContainsFunc(r.uses[g.obj], func(id *ast.Ident) bool {
		if !r.within(id, d) || id.Pos() > g.at.End() {
			return false
		}
		for p := r.parent[id]; p != nil; p = r.parent[p] {
			switch p := p.(type) {
			case *ast.IfStmt:
				return r.within(id, p.Cond)
			case *ast.ForStmt:
				return r.within(id, p.Cond)
			case ast.Stmt:
				return false
			}
		}
		return false
	})
}

// turnedAway reports whether a return is for those who came while the gate was
// closed: if !flag.CompareAndSwap(false, true) { return }, if flag.Swap(true) { return }.
func (r *reader) turnedAway(g gate, ret *ast.ReturnStmt) bool {
	cond, ok := r.statement(g.at).(*ast.IfStmt)
	if !ok {
		return false
	}
	call, ok := g.at.(*ast.CallExpr)
	not := ok && strings.HasPrefix(lastName(call.Fun), "Swap") // it says what was there before
	for p := r.parent[g.at]; p != ast.Node(cond); p = r.parent[p] {
		switch p := p.(type) {
		case *ast.UnaryExpr:
			not = not != (p.Op == token.NOT)
		case *ast.BinaryExpr:
			mine := p.Op == token.EQL && r.least(p.Y) == 0 || p.Op == token.NEQ && r.least(p.Y) == 1
			not = not != mine // state.Swap(1) == 0
		}
	}
	return r.within(ret, cond.Body) == not
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
		case authflow.FlagGate:
			flag, does := r.atomically(n)
			return does == opens && r.object(flag) == g.obj
		}
	case *ast.AssignStmt:
		return g.form == authflow.FlagGate && spell(n.Rhs[0]) != "true" && slices.ContainsFunc(n.Lhs, func(l ast.Expr) bool { return r.object(l) == g.obj })
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
