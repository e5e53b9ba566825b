package gohttp

import (
	"go/ast"
	"go/types"

	"github.com/authlint/authlint/internal/authflow"
)

// readUnverified finds middlewares that give their request the claims of a token
// that nobody has verified, and notes where tokens are verified.
func (r *reader) readUnverified() {
	for _, call := range r.calls {
		if r.inTest(call) {
			continue
		}
		t := r.tokenCall(call)
		switch {
		case t == nil:
			// Have: claims, err := utils.Decode(token), of another package.
			if b := r.behaviour(r.callee(call)); b != nil && b.Unverified {
				r.followClaims(&decode{call: call, token: argument(call, 0), at: call}, 0)
			} else if authflow.NamesTokenCheck(lastName(call.Fun)) {
				r.facts.Evidence.TokenChecks = append(r.facts.Evidence.TokenChecks, r.span(call))
			}
		case !t.verifies:
			r.followClaims(&decode{call: call, token: t.token, claims: t.claims, at: call}, 0)
		case t.fills && !r.heeds(call):
			r.followClaims(&decode{call: call, token: t.token, claims: t.claims, at: call, dropped: true}, 0)
		default:
			r.facts.Evidence.TokenChecks = append(r.facts.Evidence.TokenChecks, r.span(call))
		}
	}
}

// A decode is a call whose results are claims that nobody has verified.
type decode struct {
	call          *ast.CallExpr
	token, claims ast.Expr
	// at is the call of the library, or of another package.
	at      *ast.CallExpr
	dropped bool
}

// followClaims looks at the function around a decode: a middleware that gives
// the claims to its request, or one that returns them.
func (r *reader) followClaims(d *decode, depth int) {
	fn := r.funcOf(d.call)
	if fn == nil || depth > 2 {
		return
	}
	f := &claimsFlow{reader: r, fn: fn, d: d, holds: map[types.Object]bool{}}
	f.spread()
	code, kept := f.handedOn()
	if code || f.checked() {
		return
	}
	if h := r.handlerOf(fn); h != nil {
		t := &authflow.UnverifiedToken{At: r.span(d.at), Call: spell(d.at.Fun), FaultDropped: d.dropped, HandedOn: kept, Header: f.header()}
		middleware, _ := r.middleware(h)
		if middleware == authflow.Yes {
			t.Given, t.To = f.identity(h)
			t.Refuses = len(r.rejections(h)) > 0
		}
		if cond := f.decides(h); cond != nil && !t.Given.Valid() {
			t.Given, t.To, t.Decides, t.Refuses = r.span(cond), spell(cond), true, true
		}
		if t.Given.Valid() {
			r.facts.UnverifiedTokens = append(r.facts.UnverifiedTokens, t)
			return
		}
		if middleware == authflow.Yes {
			return
		}
	}
	decl, ok := fn.(*ast.FuncDecl)
	if !ok || !f.returned() {
		return
	}
	callee, _ := r.info.Defs[decl.Name].(*types.Func)
	if callee == nil {
		return
	}
	r.decoders[callee] = true
	params := r.params(decl.Type)
	for _, call := range r.callsTo[callee] {
		if r.inTest(call) {
			continue
		}
		next := &decode{call: call, at: d.at, dropped: d.dropped}
		for i, p := range params {
			if p != nil && f.sources[p] {
				next.token = argument(call, i)
			}
		}
		r.followClaims(next, depth+1)
	}
}
