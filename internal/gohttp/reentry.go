package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// readReentries finds refreshes that come back to the code that asks for them: a
// transport that refreshes through the client whose transport it is, a method
// that calls itself by way of the refresh, a hook of resty that refreshes through
// its own client.
func (r *reader) readReentries() {
	named := map[string]bool{} // by the last name of a call: many calls have few names
	for _, call := range r.calls {
		name := lastName(call.Fun)
		if _, known := named[name]; !known {
			named[name] = isRefresh(call)
		}
		q := r.requests[call]
		if !named[name] && (q == nil || q.fact.Purpose != authflow.Refresh) || r.inTest(call) {
			continue
		}
		switch fn := r.funcOf(call).(type) {
		case *ast.FuncDecl:
			if r.serves(fn) {
				continue // it refuses, it is not refused
			}
			to := &entrance{fn: fn, name: "`" + fn.Name.Name + "`", at: fn.Name}
			r.reentry(call, to)
		case *ast.FuncLit:
			if client, on := r.hookOf(fn); on != nil {
				r.reentry(call, &entrance{fn: fn, name: "the hook of `" + client + "`", at: on.Fun, clients: r.clientsOf(fn, on)})
			} else if sel := r.hookField(fn); sel != nil {
				r.reentry(call, &entrance{fn: fn, name: "the hook of `" + spell(sel.X) + "`", at: sel, clients: []types.Object{r.object(sel.X)}})
			}
		}
	}
}

// An entrance is the code that asks for the refresh.
type entrance struct {
	fn   ast.Node
	name string
	at   ast.Expr
	// clients are the variables of the client whose hook it is.
	clients []types.Object
}

// A passage is a call on the way back, in the function or closure that it stands
// in.
type passage struct {
	in ast.Node
	at *ast.CallExpr
}

// reentry notes a refresh that comes back to what asks for it.
func (r *reader) reentry(call *ast.CallExpr, to *entrance) {
	way := r.wayBack(call, to, map[*ast.FuncDecl]bool{})
	if way == nil {
		return
	}
	f := &authflow.Reentry{
		At:      r.span(call),
		Call:    spell(call.Fun),
		Purpose: authflow.Refresh,
		Enters:  to.name, EntersAt: r.span(to.at),
		Comes: authflow.Unknown,
	}
	if last := way[len(way)-1].at; last != call {
		f.Sends = r.span(last)
	}
	p := r.way(call, to.fn)
	switch {
	case p.trigger != nil:
		f.Stage = authflow.OnFailure
	case slices.ContainsFunc(p.atoms, func(a atom) bool { return asksAge(a.cond) }):
		f.Stage = authflow.BeforeRequest
	default:
		return // it does so each time, or for a reason that is not seen
	}
	if slices.ContainsFunc(way, func(s passage) bool { return !r.alwaysTaken(s, way) }) {
		return // something may tell the refresh from others
	}
	for _, s := range way {
		if held := r.lockHeld(s.at, s.in); held != nil {
			f.Waits = r.span(held)
		}
	}
	f.Comes = authflow.Yes
	r.facts.Reentries = append(r.facts.Reentries, f)
}

// wayBack follows a call to where it enters the handler again, nil where it is
// not seen to.
func (r *reader) wayBack(call *ast.CallExpr, to *entrance, seen map[*ast.FuncDecl]bool) []passage {
	in := r.funcOf(call)
	if r.enters(call, to) {
		return []passage{{in, call}}
	}
	f, ok := r.calleeBody(call).(*ast.FuncDecl)
	if !ok || seen[f] || len(seen) > 40 || !r.ofSame(call) && to.clients == nil {
		return nil
	}
	seen[f] = true
	var found []passage
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false // who runs it, and when, is not seen
		}
		if c, ok := n.(*ast.CallExpr); ok && found == nil {
			if rest := r.wayBack(c, to, seen); rest != nil {
				found = append([]passage{{in, call}}, rest...)
			}
		}
		return found == nil
	})
	return found
}

// enters reports whether a call runs the handler.
func (r *reader) enters(call *ast.CallExpr, to *entrance) bool {
	d, ok := to.fn.(*ast.FuncDecl)
	if !ok {
		return r.requests[call] != nil && slices.Contains(to.clients, r.object(r.chainRoot(call)))
	}
	if r.calleeBody(call) == ast.Node(d) {
		return r.ofSame(call)
	}
	q := r.requests[call]
	if d.Name.Name == "Token" && q != nil && q.client != nil {
		return r.asksSource(q.client, r.receiver(d))
	}
	return d.Name.Name == "RoundTrip" && q != nil && q.client != nil && r.transportBelow(q.client, r.receiver(d), 0)
}

// ofSame: the method is called on the receiver of the function around, or no
// method is.
func (r *reader) ofSame(call *ast.CallExpr) bool {
	fn := r.callee(call)
	if fn == nil || fn.Signature().Recv() == nil {
		return fn != nil
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	d := r.declOf(call)
	return ok && d != nil && r.object(sel.X) != nil && isReceiver(r.object(sel.X), d)
}

// asksSource reports whether a client of oauth2 asks a source of the type for a
// token before each request: oauth2.NewClient(ctx, source), and a Transport with
// it.
func (r *reader) asksSource(client ast.Expr, owner *types.Named) bool {
	obj := r.object(client)
	made := []ast.Expr{ast.Unparen(client)}
	for _, a := range r.assigned[obj] {
		if a.rhs != nil && a.result < 0 {
			made = append(made, ast.Unparen(a.rhs))
		}
	}
	return owner != nil && slices.ContainsFunc(made, func(e ast.Expr) bool {
		if u, ok := e.(*ast.UnaryExpr); ok {
			e = ast.Unparen(u.X)
		}
		switch e := e.(type) {
		case *ast.CallExpr:
			return r.nameOf(e) == oauthPath+".NewClient" && len(e.Args) == 2 && r.isSource(e.Args[1], owner)
		case *ast.CompositeLit:
			t, _ := field(e, "Transport").(*ast.UnaryExpr)
			if t == nil {
				return false
			}
			lit, ok := t.X.(*ast.CompositeLit)
			if source := field(lit, "Source"); ok && source != nil && r.isOAuth(lit.Type, "Transport") {
				return r.isSource(source, owner)
			}
		}
		return false
	})
}

// isSource reports whether a source is of the type, or kept by a ReuseTokenSource.
func (r *reader) isSource(e ast.Expr, owner *types.Named) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && lastName(call.Fun) == "ReuseTokenSource" && len(call.Args) == 2 {
		e = call.Args[1]
	}
	return named(r.info.TypeOf(e)) == owner
}

// transportBelow reports whether a client is given a transport of the type, where
// it is made or later.
func (r *reader) transportBelow(client ast.Expr, owner *types.Named, depth int) bool {
	if owner == nil || depth > 3 {
		return false
	}
	if r.transportIs(client, owner) {
		return true
	}
	obj := r.object(client)
	if obj == nil {
		return false
	}
	for _, a := range r.assigns {
		for i, l := range a.Lhs {
			if sel, ok := l.(*ast.SelectorExpr); ok && sel.Sel.Name == "Transport" && r.object(sel.X) == obj && len(a.Lhs) == len(a.Rhs) && named(r.info.TypeOf(a.Rhs[i])) == owner {
				return true
			}
		}
	}
	return slices.ContainsFunc(r.assigned[obj], func(a assignment) bool {
		if a.rhs == nil || a.result >= 0 {
			return false
		}
		switch e := ast.Unparen(a.rhs).(type) {
		case *ast.Ident, *ast.SelectorExpr:
			return r.transportBelow(e, owner, depth+1)
		}
		return false
	})
}

// hookOf returns the client that a closure is registered with to run for every
// request or answer, as it is spelt, and the call that registers it.
func (r *reader) hookOf(lit *ast.FuncLit) (client string, on *ast.CallExpr) {
	call, ok := r.parent[lit].(*ast.CallExpr)
	if !ok || len(call.Args) == 0 || !strings.Contains(r.nameOf(call), "resty") {
		return "", nil
	}
	switch lastName(call.Fun) {
	case "OnAfterResponse", "OnBeforeRequest", "AddRetryCondition", "AddRetryHook", "AddResponseMiddleware", "AddRequestMiddleware", "AddRetryConditions", "AddRetryHooks":
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if ok && r.object(r.chainRoot(call)) != nil {
			return spell(sel.X), call
		}
	}
	return "", nil
}

// hookField returns the field of a client of go-retryablehttp that a closure is
// assigned to, which runs it for every answer; nil where there is none.
func (r *reader) hookField(lit *ast.FuncLit) *ast.SelectorExpr {
	a, ok := r.parent[lit].(*ast.AssignStmt)
	if !ok || len(a.Lhs) != 1 {
		return nil
	}
	sel, ok := a.Lhs[0].(*ast.SelectorExpr)
	if !ok || !isNamed(r.info.TypeOf(sel.X), retryable, "Client") || r.object(sel.X) == nil {
		return nil
	}
	switch sel.Sel.Name {
	case "CheckRetry", "ResponseLogHook", "RequestLogHook", "PrepareRetry", "ErrorHandler":
		return sel
	}
	return nil
}

// clientsOf returns the variables that hold the client of a hook: what it was
// registered with, and its own parameter.
func (r *reader) clientsOf(lit *ast.FuncLit, on *ast.CallExpr) []types.Object {
	out := []types.Object{r.object(r.chainRoot(on))}
	if params := r.params(lit.Type); len(params) == 2 && params[0] != nil {
		if n := named(params[0].Type()); n != nil && n.Obj().Name() == "Client" {
			out = append(out, params[0])
		}
	}
	return out
}

// alwaysTaken reports whether a passage is taken for the refresh as for any other
// request: nothing on the way to it asks for the URL, a mark or a state that the
// first time has changed.
func (r *reader) alwaysTaken(s passage, way []passage) bool {
	p := r.way(s.at, s.in)
	if p.opaque {
		return false
	}
	found := false
	ast.Inspect(s.in, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && call.Pos() < s.at.Pos() {
			_, does := r.atomically(call)
			low := strings.ToLower(lastName(call.Fun))
			found = found || does != 0 || strings.Contains(low, "trylock") || low == "do" && strings.HasPrefix(r.nameOf(call), "(*sync.Once)")
		}
		return !found
	})
	return !found && !slices.ContainsFunc(p.atoms, func(a atom) bool { return !r.indifferent(a.cond, a.alone, s, way, 0) })
}

// indifferent reports whether a condition holds for the refresh whenever it holds
// for other requests.
func (r *reader) indifferent(cond ast.Expr, alone bool, s passage, way []passage, depth int) bool {
	if depth > maxDepth {
		return false
	}
	if r.isRefusal(cond) || r.isAcceptance(cond) || asksAge(cond) && !r.changedOnWay(cond, way) || r.leftOut(cond, way) {
		return true
	}
	switch n := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return n.Op == token.NOT && r.indifferent(n.X, alone, s, way, depth+1)
	case *ast.BinaryExpr:
		if n.Op == token.LAND || n.Op == token.LOR {
			return r.indifferent(n.X, alone, s, way, depth+1) && r.indifferent(n.Y, alone, s, way, depth+1)
		}
		if r.isStatus(n.X) || r.isStatus(n.Y) {
			return true
		}
		if call, ok := ast.Unparen(n.X).(*ast.CallExpr); ok && lastName(call.Fun) == "len" && r.isConstant(n.Y) && len(call.Args) == 1 && isBytes(r.info.TypeOf(call.Args[0])) {
			return true // there is an answer
		}
		if isNil(n.Y) {
			t := r.info.TypeOf(n.X)
			if !alone || isNamed(t, "net/http", "Response") || t != nil && t.String() == "error" {
				return true
			}
		}
		if isNil(n.Y) || r.isConstant(n.Y) {
			return r.settled(n.X, way)
		}
	case *ast.SelectorExpr:
		return r.settled(n, way)
	case *ast.Ident:
		as := r.assigned[r.object(n)]
		if len(as) == 1 && as[0].rhs != nil && as[0].result < 0 {
			return r.indifferent(as[0].rhs, alone, s, way, depth+1)
		}
	case *ast.CallExpr:
		d, ok := r.calleeBody(n).(*ast.FuncDecl)
		if !ok || len(d.Body.List) != 1 || len(n.Args) > 0 {
			return false
		}
		ret, ok := d.Body.List[0].(*ast.ReturnStmt)
		return ok && len(ret.Results) == 1 && r.indifferent(ret.Results[0], alone, s, way, depth+1)
	}
	return false
}

// leftOut reports whether a condition asks for arguments alone that nobody gives,
// the way back as little as others who call the function from outside: then it
// comes out for the refresh as it does for them. request(path, retried ...bool).
func (r *reader) leftOut(cond ast.Expr, way []passage) bool {
	last := way[len(way)-1].at
	d, ok := r.calleeBody(last).(*ast.FuncDecl)
	if !ok || r.declOf(cond) != d {
		return false
	}
	params := r.params(d.Type)
	rest := params[len(params)-min(len(params), 1):]
	if fn := r.callee(last); !fn.Signature().Variadic() || len(rest) == 0 || rest[0] == nil {
		return false
	}
	asks, other := false, false
	ast.Inspect(cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := r.info.Uses[id].(*types.Var); ok {
				asks = asks || v == rest[0]
				other = other || v != rest[0]
			}
		}
		return true
	})
	if !asks || other {
		return false
	}
	outside := 0
	for _, c := range r.callsTo[r.callee(last)] {
		switch {
		case r.within(c, d):
		case len(c.Args) >= len(params):
			return false
		default:
			outside++
		}
	}
	return outside > 1
}

// settled reports whether a value is a field of a receiver that nothing changes
// on the way back.
func (r *reader) settled(e ast.Expr, way []passage) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	root := ast.Unparen(sel.X)
	for {
		if inner, ok := root.(*ast.SelectorExpr); ok {
			root = ast.Unparen(inner.X)
			continue
		}
		break
	}
	id, ok := root.(*ast.Ident)
	d := r.declOf(e)
	if !ok || d == nil || !isReceiver(r.object(id), d) {
		return false // of the request, the context, an argument
	}
	return !r.changedOnWay(sel, way)
}

// changedOnWay reports whether a field that a condition names is given a value
// before the way comes back, by the functions on it or what they call.
func (r *reader) changedOnWay(cond ast.Expr, way []passage) bool {
	changed := false
	ast.Inspect(cond, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return !changed
		}
		v, ok := r.object(sel).(*types.Var)
		if !ok || !v.IsField() {
			return !changed
		}
		for _, a := range r.assigned[v] {
			in := r.funcOf(a.at)
			for _, s := range way {
				switch {
				case in == s.in:
					changed = changed || a.at.Pos() < s.at.Pos()
				case in != nil && r.calledBefore(in, s):
					changed = true
				}
			}
		}
		return !changed
	})
	return changed
}

// calledBefore reports whether a function on the way calls another one before it
// goes on.
func (r *reader) calledBefore(fn ast.Node, s passage) bool {
	d, ok := fn.(*ast.FuncDecl)
	if !ok {
		return r.within(fn, s.in) // a closure of it: when that runs is not seen
	}
	obj, _ := r.info.Defs[d.Name].(*types.Func)
	if obj == nil {
		return false
	}
	return slices.ContainsFunc(r.callsTo[obj.Origin()], func(c *ast.CallExpr) bool {
		return r.funcOf(c) == s.in && c.Pos() < s.at.Pos()
	})
}

// asksAge reports whether a condition asks whether a token is too old.
func asksAge(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			found = found || credential.AsksAge(id.Name)
		}
		return !found
	})
	return found
}
