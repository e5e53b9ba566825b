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

// readRefreshStarts finds where code that several goroutines run asks for a new
// token, and says whether they share it. Of code that may be run by one alone
// nothing is said.
func (r *reader) readRefreshStarts() {
	named := map[string]bool{} // by the last name of a call: many calls have few names
	for _, call := range r.calls {
		name := lastName(call.Fun)
		if _, known := named[name]; !known {
			named[name] = isRefresh(call)
		}
		fromSource := name == "Token" && r.refreshesBySource(call)
		if !fromSource && !named[name] || r.inTest(call) {
			continue
		}
		d, ok := r.funcOf(call).(*ast.FuncDecl)
		if !ok || r.serves(d) {
			continue // in a closure, such as one for singleflight: who shares it is not seen
		}
		s := &authflow.RefreshStart{At: r.span(call), Call: spell(call.Fun), Shared: authflow.No}
		if !fromSource && !r.reasonTo(call, d, s) {
			continue // it is asked for unconditionally: whoever calls this decides when
		}
		hops := append([]hop{{d, call}}, r.below(call, map[*ast.FuncDecl]bool{})...)
		if !fromSource && !r.isSent(hops[len(hops)-1].at) && !r.handsOver(call) {
			continue // what it does is not seen
		}
		s.SendsToken = fromSource || r.handsOver(call) || slices.ContainsFunc(hops[1:], func(h hop) bool { return r.speaksOfRefreshToken(h.fn) })
		if !s.SendsToken {
			continue // a login: the next one is as good as this
		}
		for _, h := range hops {
			if t := r.sharing(h); t != authflow.No {
				s.Shared = t
			}
		}
		r.runners(s, d, hops)
		r.losses(s, hops)
		r.facts.RefreshStarts = append(r.facts.RefreshStarts, s)
	}
}

// A hop is a function on the way to a refresh, and the call in it that leads on.
type hop struct {
	fn *ast.FuncDecl
	at *ast.CallExpr
}

// refreshesBySource reports whether a call asks a source of oauth2 that was made
// for it alone: cfg.TokenSource(ctx, token).Token(). Two of those know nothing of
// each other.
func (r *reader) refreshesBySource(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Token" || len(call.Args) > 0 {
		return false
	}
	made := ast.Unparen(sel.X)
	if id, ok := made.(*ast.Ident); ok {
		v, ok := r.object(id).(*types.Var)
		if !ok || v.IsField() || len(r.assigned[v]) != 1 || r.funcOf(r.assigned[v][0].at) != r.funcOf(call) {
			return false
		}
		made = r.assigned[v][0].rhs
	}
	inner, ok := made.(*ast.CallExpr)
	return ok && r.nameOf(inner) == "(*"+oauthPath+".Config).TokenSource"
}

// reasonTo says why a refresh is asked for: the request was refused, or the
// token is too old to be sent. It reports whether there is such a reason.
func (r *reader) reasonTo(call *ast.CallExpr, d *ast.FuncDecl, s *authflow.RefreshStart) bool {
	p := r.way(call, d)
	if p.trigger != nil {
		s.Stage = authflow.OnFailure
		return true
	}
	return slices.ContainsFunc(p.atoms, func(a atom) bool { return asksAge(a.cond) })
}

// below follows a call through the functions of the package to the one that
// sends the request.
func (r *reader) below(call *ast.CallExpr, seen map[*ast.FuncDecl]bool) []hop {
	f, ok := r.calleeBody(call).(*ast.FuncDecl)
	if !ok || seen[f] || len(seen) > 40 {
		return nil
	}
	seen[f] = true
	var inner []*ast.CallExpr
	var sent *ast.CallExpr
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && sent == nil {
			if r.isSent(c) {
				sent = c
			}
			inner = append(inner, c)
		}
		return sent == nil
	})
	if sent != nil {
		return []hop{{f, sent}}
	}
	for _, c := range inner {
		if rest := r.below(c, seen); rest != nil {
			return append([]hop{{f, c}}, rest...)
		}
	}
	return nil
}

func (r *reader) isSent(call *ast.CallExpr) bool {
	return r.requests[call] != nil || r.answersHTTP(call) || r.refreshesBySource(call)
}

// handsOver reports whether a function of another package, not a method, is
// given the refresh token: what keeps no state shares nothing.
func (r *reader) handsOver(call *ast.CallExpr) bool {
	fn := r.callee(call)
	return fn != nil && fn.Pkg() != r.pass.Pkg && fn.Signature().Recv() == nil &&
		slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return credential.IsRefreshTokenName(lastName(a)) })
}

// speaksOfRefreshToken reports whether a function reads a refresh token, or names
// the grant.
func (r *reader) speaksOfRefreshToken(d *ast.FuncDecl) bool {
	found := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if _, field := r.object(n).(*types.Var); field && credential.IsRefreshTokenName(n.Sel.Name) && !r.isWritten(n) {
				found = true
			}
		case *ast.BasicLit:
			found = found || n.Kind == token.STRING && n.Value == `"refresh_token"` && !r.isIndex(n)
		}
		return !found
	})
	return found
}

func (r *reader) isWritten(e ast.Expr) bool {
	a, ok := r.parent[e].(*ast.AssignStmt)
	return ok && slices.Contains(a.Lhs, e)
}

// isIndex: answer["refresh_token"] is read from, not sent.
func (r *reader) isIndex(n ast.Node) bool {
	ix, ok := r.parent[n].(*ast.IndexExpr)
	return ok && ix.Index == n && !r.isWritten(ix)
}

// sharing says whether a function on the way lets others wait: Yes where it holds
// a lock, Unknown where something else may, No where there is nothing.
func (r *reader) sharing(h hop) authflow.Truth {
	if r.locked(h.at, h.fn) {
		return authflow.Yes
	}
	out := authflow.No
	ast.Inspect(h.fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			name := r.nameOf(n)
			low := strings.ToLower(lastName(n.Fun))
			if _, does := r.atomically(n); does != 0 || lastName(n.Fun) == "Do" && r.requests[n] == nil && !r.answersHTTP(n) || name == "(*sync.Cond).Wait" ||
				strings.Contains(low, "lock") && !strings.HasPrefix(name, "(*sync.") || strings.Contains(low, "acquire") || strings.Contains(low, "singleflight") {
				out = authflow.Unknown
			}
		case *ast.SendStmt:
			out = authflow.Unknown
		case *ast.UnaryExpr:
			if _, call := ast.Unparen(n.X).(*ast.CallExpr); n.Op == token.ARROW && !call {
				out = authflow.Unknown // <-done; <-ctx.Done() is nobody's refresh
			}
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && spell(n.Rhs[0]) == "true" && r.shared(n.Lhs[0]) {
				out = authflow.Unknown // a flag that turns others away
			}
		}
		return out == authflow.No
	})
	return out
}

// locked reports whether a mutex is held where a call stands.
func (r *reader) locked(at *ast.CallExpr, fn ast.Node) bool { return r.lockHeld(at, fn) != nil }

// lockHeld returns the call that locks what is still locked where a call stands,
// nil where there is none.
func (r *reader) lockHeld(at *ast.CallExpr, fn ast.Node) *ast.CallExpr {
	of := func(c *ast.CallExpr, name string) string {
		sel, ok := c.Fun.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != name || r.funcOf(c) != fn || c.End() > at.Pos() || !r.follows(c, at) {
			return ""
		}
		return spell(sel.X)
	}
	for _, c := range r.calls {
		mutex := of(c, "Lock")
		if mutex == "" {
			continue
		}
		if !slices.ContainsFunc(r.calls, func(u *ast.CallExpr) bool {
			_, deferred := r.parent[u].(*ast.DeferStmt)
			return !deferred && u.Pos() > c.End() && of(u, "Unlock") == mutex
		}) {
			return c
		}
	}
	return nil
}

// runners names what runs the function for each request: a transport, a token
// source, goroutines, or a lock in it that says so. Without, nothing is known.
func (r *reader) runners(s *authflow.RefreshStart, d *ast.FuncDecl, hops []hop) {
	if r.concurrent(s, d, 0) {
		return
	}
	for _, h := range append(hops[1:len(hops):len(hops)], hops[0]) {
		own := r.receiver(h.fn)
		for _, c := range r.calls {
			sel, ok := c.Fun.(*ast.SelectorExpr)
			if !ok || own == nil || r.funcOf(c) != ast.Node(h.fn) {
				continue
			}
			if name := r.nameOf(c); name == "(*sync.Mutex).Lock" || strings.HasPrefix(name, "(*sync.RWMutex).") && strings.HasSuffix(name, "Lock") && sel.Sel.Name != "RUnlock" && sel.Sel.Name != "Unlock" {
				s.Enters, s.EntersAt, s.Beside = "`"+d.Name.Name+"`", r.span(d.Name), r.span(c)
				return
			}
		}
	}
	s.Shared = authflow.Unknown
}

// concurrent climbs from a function to what runs it. A caller that holds a lock
// ends it.
func (r *reader) concurrent(s *authflow.RefreshStart, d *ast.FuncDecl, depth int) bool {
	fn, ok := r.info.Defs[d.Name].(*types.Func)
	if !ok || depth > 3 {
		return false
	}
	if at := r.runsForEach(fn); at != "" {
		s.Enters, s.EntersAt = at, r.span(d.Name)
		return true
	}
	found := false
	for _, c := range r.callsTo[fn.Origin()] {
		if in := r.funcOf(c); in != nil && r.locked(c, in) {
			s.Shared = authflow.Yes
			return true
		}
		caller := r.declOf(c)
		if caller == nil || caller == d || found {
			continue
		}
		if lit, ok := r.funcOf(c).(*ast.FuncLit); ok {
			if r.startsGoroutine(lit) && r.outside(c, lit) {
				s.Enters, s.EntersAt, found = "`"+d.Name.Name+"`", r.span(d.Name), true
			}
			continue
		}
		if g, ok := r.parent[c].(*ast.GoStmt); ok && r.inAnyLoop(g) {
			s.Enters, s.EntersAt, found = "`"+d.Name.Name+"`", r.span(d.Name), true
			continue
		}
		found = r.concurrent(s, caller, depth+1)
	}
	return found
}

// runsForEach names the methods whose documentation says that several goroutines
// call them.
func (r *reader) runsForEach(fn *types.Func) string {
	sig := fn.Signature()
	switch {
	case sig.Recv() == nil:
	case fn.Name() == "RoundTrip" && sig.Params().Len() == 1 && isRequest(sig.Params().At(0).Type()):
		return "`RoundTrip`"
	case fn.Name() == "Token" && sig.Params().Len() == 0 && sig.Results().Len() == 2 && isNamed(sig.Results().At(0).Type(), oauthPath, "Token") && !r.reuses():
		return "`Token`"
	case fn.Name() == "GetRequestMetadata" && sig.Params().Len() == 2:
		return "`GetRequestMetadata`"
	}
	return ""
}

// reuses reports whether the package puts a ReuseTokenSource around a source,
// which holds a lock while it asks that.
func (r *reader) reuses() bool {
	return slices.ContainsFunc(r.calls, func(c *ast.CallExpr) bool {
		return lastName(c.Fun) == "ReuseTokenSource" || lastName(c.Fun) == "ReuseTokenSourceWithExpiry"
	})
}

// startsGoroutine: go func() { … }() in a loop, or g.Go(func() error { … }).
func (r *reader) startsGoroutine(lit *ast.FuncLit) bool {
	call, ok := r.parent[lit].(*ast.CallExpr)
	if !ok || !r.inAnyLoop(call) {
		return false
	}
	_, goes := r.parent[call].(*ast.GoStmt)
	return goes && call.Fun == ast.Expr(lit) || lastName(call.Fun) == "Go"
}

func (r *reader) inAnyLoop(n ast.Node) bool {
	for p := r.parent[n]; p != nil; p = r.parent[p] {
		switch p.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		case *ast.FuncDecl:
			return false
		}
	}
	return false
}

// outside reports whether the object that a method is called on was there before
// the closure, so that all of its runs have the same.
func (r *reader) outside(call *ast.CallExpr, lit *ast.FuncLit) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	for x := sel.X; ; {
		switch e := ast.Unparen(x).(type) {
		case *ast.SelectorExpr:
			x = e.X
			continue
		case *ast.Ident:
			obj := r.object(e)
			if obj == nil || lit.Pos() <= obj.Pos() && obj.Pos() < lit.End() {
				return false
			}
			for p := r.parent[ast.Node(lit)]; p != nil; p = r.parent[p] {
				switch p.(type) {
				case *ast.ForStmt, *ast.RangeStmt:
					if p.Pos() <= obj.Pos() && obj.Pos() < p.End() {
						return false // made in each turn
					}
				}
			}
			return true
		}
		return false
	}
}

// losses says what two refreshes at once cost: the second sends a refresh token
// that the first has replaced, and its failure ends the session.
func (r *reader) losses(s *authflow.RefreshStart, hops []hop) {
	for _, h := range hops {
		ast.Inspect(h.fn.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if len(n.Lhs) != len(n.Rhs) || !r.shared(l) {
						continue
					}
					switch empty := r.isConstant(n.Rhs[i]) || isNil(n.Rhs[i]); {
					case !empty && !s.Rotates.Valid() && (credential.IsRefreshTokenName(lastName(l)) || r.holdsRefreshToken(l)):
						s.Rotates = r.span(n)
					case empty && !s.LogsOut.Valid() && credential.IsCredentialName(lastName(l)) && n.Pos() > h.at.End() && r.afterFailure(n):
						s.LogsOut = r.span(n)
					}
				}
			case *ast.CallExpr:
				words := credential.Words(lastName(n.Fun))
				if len(words) > 0 && !s.Rotates.Valid() && slices.Contains([]string{"set", "save", "store", "update", "persist", "write", "put"}, words[0]) &&
					slices.ContainsFunc(n.Args, r.bringsRefreshToken) {
					s.Rotates = r.span(n)
				}
			}
			return true
		})
	}
}

// bringsRefreshToken reports whether an argument is a refresh token, or has one
// in it, that is not the one kept so far: update(answer.Token, c.refreshToken)
// keeps the old one.
func (r *reader) bringsRefreshToken(e ast.Expr) bool {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	if lit, ok := e.(*ast.CompositeLit); ok {
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok && credential.IsRefreshTokenName(lastName(kv.Key)) {
				return !r.shared(kv.Value)
			}
		}
	}
	return credential.IsRefreshTokenName(lastName(e)) && !r.shared(e) || r.holdsRefreshToken(e)
}

// holdsRefreshToken reports whether an expression is a pair of tokens: an
// oauth2.Token, or another struct with a refresh token in it.
func (r *reader) holdsRefreshToken(e ast.Expr) bool {
	t := r.info.TypeOf(e)
	st, ok := under(t).(*types.Struct)
	if !ok {
		return false
	}
	for i := range st.NumFields() {
		if f := st.Field(i); isString(f.Type()) && credential.IsRefreshTokenName(f.Name()) {
			return true
		}
	}
	return false
}

// afterFailure: the statement stands where an error is at hand.
func (r *reader) afterFailure(n ast.Node) bool {
	for p := r.parent[n]; p != nil; p = r.parent[p] {
		switch s := p.(type) {
		case *ast.IfStmt:
			if b, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr); ok && b.Op == token.NEQ && isNil(b.Y) && r.within(n, s.Body) {
				return true
			}
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
	}
	return false
}
