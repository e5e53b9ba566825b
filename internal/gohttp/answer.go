package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// libraryAnswers are the calls of libraries that answer with a token.
var libraryAnswers = map[string]authflow.Purpose{
	"(*golang.org/x/oauth2.Config).Exchange":                 authflow.Exchange,
	"(*golang.org/x/oauth2.Config).PasswordCredentialsToken": authflow.Login,
	"(*golang.org/x/oauth2.Config).DeviceAccessToken":        authflow.Exchange,
}

// readAnswers finds the calls that answer with a token and what becomes of it.
func (r *reader) readAnswers() {
	for _, call := range r.calls {
		if a := r.answer(call); a != nil {
			r.facts.Answers = append(r.facts.Answers, a)
		}
	}
	for _, q := range r.requests {
		if a := r.decoded(q); a != nil {
			r.facts.Answers = append(r.facts.Answers, a)
		}
	}
}

// answer returns the fact of a call that answers with a token, nil for others.
func (r *reader) answer(call *ast.CallExpr) *authflow.TokenAnswer {
	fn := r.called(call)
	if fn == nil {
		return nil // a function value
	}
	sig := fn.Signature()
	if sig.Results().Len() == 0 {
		return nil // it answers nothing
	}
	a := &authflow.TokenAnswer{At: r.span(call), Call: spell(call.Fun)}
	library := false
	if a.Purpose, library = libraryAnswers[fullName(fn)]; library {
		a.Yields = []string{"AccessToken"}
	} else {
		if a.Purpose = authflow.PurposeOfName(fn.Name()); !slices.Contains([]authflow.Purpose{authflow.Login, authflow.Refresh, authflow.Exchange}, a.Purpose) {
			return nil
		}
		if fn.Pkg() == nil || !r.ofModule(fn.Pkg()) {
			return nil // a function of somebody else's: what its result is for is not known
		}
		a.Yields, a.YieldsAt = r.yields(sig)
		if len(a.Yields) == 0 {
			return nil // no token in its results
		}
	}
	d := r.declOf(call)
	if d != nil && (checks(d.Name.Name) || r.inTest(call)) {
		return nil // it logs in to see whether that works
	}
	r.fate(a, call, sig)
	if a.Fate == authflow.Dropped || a.Fate == authflow.Ignored {
		switch {
		case library:
		case r.keepsOf(fn) == authflow.No:
		default:
			a.Fate = authflow.FateUnknown // the function stores the token, or may
		}
	}
	if a.Fate == authflow.Kept && !library && r.keepsOf(fn) != authflow.No {
		a.KeepsWhole = true // what the caller leaves out, the function may have stored
	}
	return a
}

// ofModule reports whether a package is part of the code under analysis.
func (r *reader) ofModule(pkg *types.Package) bool {
	if pkg == r.pass.Pkg {
		return true
	}
	if r.pass.Module == nil || r.pass.Module.Path == "" {
		return len(r.behaviours) > 0
	}
	return pkg.Path() == r.pass.Module.Path || strings.HasPrefix(pkg.Path(), r.pass.Module.Path+"/")
}

// checks reports whether a function is there to see whether a login works.
func checks(name string) bool {
	return slices.ContainsFunc(credential.Words(name), func(w string) bool {
		return slices.Contains([]string{"check", "verify", "validate", "test", "ping", "health", "healthz", "probe", "ensure", "can", "try", "is", "warm", "warmup", "preflight", "benchmark"}, w)
	})
}

// yields returns the token fields that the results of a function have, by their
// types and names.
func (r *reader) yields(sig *types.Signature) ([]string, source.Span) {
	for i := range sig.Results().Len() {
		v := sig.Results().At(i)
		if isString(v.Type()) {
			name := v.Name()
			if n := named(v.Type()); n != nil {
				name = n.Obj().Name()
			}
			if credential.IsCredentialName(name) {
				return []string{name}, r.spanOf(v)
			}
			continue
		}
		if names, at := r.tokenFields(v.Type()); len(names) > 0 {
			return names, at
		}
	}
	return nil, source.Span{}
}

// tokenFields returns the fields of a struct that hold tokens.
func (r *reader) tokenFields(t types.Type) ([]string, source.Span) {
	st, ok := under(t).(*types.Struct)
	if !ok {
		return nil, source.Span{}
	}
	var names []string
	var at source.Span
	for i := range st.NumFields() {
		f := st.Field(i)
		if isString(f.Type()) && credential.IsCredentialName(f.Name()) {
			names = append(names, f.Name())
			if !at.Valid() {
				at = r.spanOf(f)
			}
		}
	}
	return names, at
}

// fate says what becomes of the results of a call.
func (r *reader) fate(a *authflow.TokenAnswer, call *ast.CallExpr, sig *types.Signature) {
	switch p := r.parent[call].(type) {
	case *ast.ExprStmt:
		a.Fate = authflow.Dropped
	case *ast.AssignStmt:
		if len(p.Rhs) == 1 {
			r.fateOfTuple(a, p.Lhs, sig)
			return
		}
		a.Fate, a.KeepsWhole = authflow.Kept, true
	case *ast.ValueSpec:
		lhs := make([]ast.Expr, len(p.Names))
		for i, n := range p.Names {
			lhs[i] = n
		}
		if len(p.Values) == 1 {
			r.fateOfTuple(a, lhs, sig)
		}
	case *ast.GoStmt, *ast.DeferStmt:
		a.Fate = authflow.FateUnknown // rare, and what it is for is not known
	default:
		a.Fate, a.KeepsWhole = authflow.Kept, true // returned or passed on
	}
}

// fateOfTuple: the results are assigned.
func (r *reader) fateOfTuple(a *authflow.TokenAnswer, lhs []ast.Expr, sig *types.Signature) {
	a.Fate = authflow.Dropped
	for i, l := range lhs {
		if i >= sig.Results().Len() || !r.holdsToken(sig.Results().At(i), a) {
			continue
		}
		if id, ok := l.(*ast.Ident); ok && id.Name == "_" {
			continue
		}
		obj := r.object(l)
		v, ok := obj.(*types.Var)
		if !ok || v.IsField() || v.Parent() == r.pass.Pkg.Scope() {
			a.Fate, a.KeepsWhole = authflow.Kept, true // stored where it outlives the function
			return
		}
		r.fateOfVariable(a, v)
		if a.KeepsWhole {
			return
		}
	}
}

func (r *reader) holdsToken(v *types.Var, a *authflow.TokenAnswer) bool {
	if isString(v.Type()) {
		return true // one of several strings: any of them may be the token
	}
	_, isErr := v.Type().(*types.Named)
	if isErr && v.Type().String() == "error" {
		return false
	}
	names, _ := r.tokenFields(v.Type())
	return len(names) > 0
}

// fateOfVariable looks at all uses of the variable that holds the answer.
func (r *reader) fateOfVariable(a *authflow.TokenAnswer, v *types.Var) {
	if r.addressed[v] {
		a.Fate, a.KeepsWhole = authflow.Kept, true
		return
	}
	for _, id := range r.uses[v] {
		switch p := r.parent[id].(type) {
		case *ast.SelectorExpr:
			field := p.Sel.Name
			switch {
			case slices.Contains(a.Yields, field) || credential.IsCredentialName(field):
				if r.looksOnly(p) {
					r.raise(a, authflow.Ignored)
				} else {
					r.raise(a, authflow.Kept)
					if !slices.Contains(a.Kept, field) {
						a.Kept = append(a.Kept, field)
					}
				}
			case r.isTokenless(p):
				r.raise(a, authflow.Ignored)
			default:
				// A method that may hand the token on: Extra, SetAuthHeader, WithContext.
				a.Fate, a.KeepsWhole = authflow.Kept, true
				return
			}
		default:
			if r.looksOnly(id) {
				continue
			}
			a.Fate, a.KeepsWhole = authflow.Kept, true
			return
		}
	}
}

func (r *reader) raise(a *authflow.TokenAnswer, f authflow.Fate) {
	if f > a.Fate {
		a.Fate = f
	}
}

// isTokenless reports whether a selector on the answer is a field that holds no
// token, or a method that only tells of it.
func (r *reader) isTokenless(sel *ast.SelectorExpr) bool {
	switch obj := r.info.Uses[sel.Sel].(type) {
	case *types.Var:
		names, _ := r.tokenFields(obj.Type())
		return len(names) == 0
	case *types.Func:
		return obj.Name() == "Valid" || obj.Name() == "Type" || obj.Name() == "Validate" || obj.Name() == "IsValid"
	}
	return false
}

// looksOnly reports whether an expression is only compared, measured or thrown
// away.
func (r *reader) looksOnly(e ast.Expr) bool {
	switch p := r.parent[e].(type) {
	case *ast.BinaryExpr:
		return p.Op == token.EQL || p.Op == token.NEQ
	case *ast.CallExpr:
		id, ok := p.Fun.(*ast.Ident)
		return ok && id.Name == "len" && len(p.Args) == 1
	case *ast.AssignStmt:
		for i, rhs := range p.Rhs {
			if rhs == e && i < len(p.Lhs) {
				id, ok := p.Lhs[i].(*ast.Ident)
				return ok && id.Name == "_"
			}
		}
		return slices.Contains(p.Lhs, e) // assigned again
	}
	return false
}

// keepsOf says whether a function stores the token that it obtains: No only
// where its whole body was seen and does not.
func (r *reader) keepsOf(fn *types.Func) authflow.Truth {
	if d := r.funcs[fn.Origin()]; d != nil {
		return r.keeps(d, 0)
	}
	if b := r.behaviour(fn.Origin()); b != nil {
		return b.Keeps
	}
	return authflow.Unknown
}

// storeWords begin the names of functions that store what they are given.
var storeWords = []string{"save", "store", "set", "write", "put", "persist", "update", "cache", "add", "insert", "create", "upsert", "record", "keep", "remember", "commit", "exec", "encode"}

// keeps says whether a function that logs in or refreshes stores the token. It
// is Unknown for functions of other purposes.
func (r *reader) keeps(d *ast.FuncDecl, depth int) authflow.Truth {
	if p := authflow.PurposeOfName(d.Name.Name); depth == 0 && p != authflow.Login && p != authflow.Refresh && p != authflow.Exchange {
		return authflow.Unknown
	}
	out := authflow.No
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				if r.outlives(l, d) {
					out = authflow.Yes
				}
			}
		case *ast.SendStmt, *ast.GoStmt:
			out = authflow.Yes
		case *ast.CallExpr:
			words := credential.Words(lastName(n.Fun))
			if len(words) > 0 && slices.Contains(storeWords, words[0]) && !r.setsHeader(n) {
				out = authflow.Yes
				return false
			}
			if callee, ok := r.calleeBody(n).(*ast.FuncDecl); ok && callee != d && depth < 3 && r.keeps(callee, depth+1) == authflow.Yes {
				out = authflow.Yes
			}
		}
		return out != authflow.Yes
	})
	return out
}

// setsHeader: req.Header.Set and url.Values.Set store nothing.
func (r *reader) setsHeader(call *ast.CallExpr) bool {
	name := r.nameOf(call)
	return strings.HasPrefix(name, "(net/http.Header)") || strings.HasPrefix(name, "(net/url.Values)") || strings.HasPrefix(name, "(*net/http.Request)") || r.ofFluent(call)
}

func (r *reader) ofFluent(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && r.fluentOf(sel.X) != nil
}

// outlives reports whether what is assigned to l is still there when the
// function has returned: a field of its receiver or a parameter, a package
// variable, an element of either.
func (r *reader) outlives(l ast.Expr, d *ast.FuncDecl) bool {
	direct := true
	for {
		switch n := ast.Unparen(l).(type) {
		case *ast.SelectorExpr:
			if v, ok := r.info.Uses[n.Sel].(*types.Var); ok && !v.IsField() {
				return true // a variable of another package
			}
			l, direct = n.X, false
		case *ast.IndexExpr:
			l, direct = n.X, false
		case *ast.StarExpr:
			l, direct = n.X, false
		case *ast.Ident:
			obj := r.object(n)
			if obj == nil {
				return false
			}
			return obj.Parent() == r.pass.Pkg.Scope() || !direct && r.isParam(obj, d)
		default:
			return !direct // the result of a call: whose field it is is not known
		}
	}
}

// decoded finds the answer of a login or refresh request that is decoded into a
// local struct, and which of its tokens are taken from there.
func (r *reader) decoded(q *request) *authflow.TokenAnswer {
	if q.decl == nil || q.fact.Purpose != authflow.Refresh && !(q.fact.Purpose == authflow.Other && namesRefresh(q.decl.Name.Name)) {
		return nil // what a login answers with may be a cookie
	}
	var into *types.Var
	for _, c := range r.calls {
		if r.declOf(c) != q.decl || c.Pos() < q.call.Pos() {
			continue
		}
		arg := decodeTarget(r.nameOf(c), c)
		if arg == nil {
			continue
		}
		u, ok := ast.Unparen(arg).(*ast.UnaryExpr)
		if !ok || u.Op != token.AND {
			return nil // decoded into something that others hold too
		}
		v, ok := r.object(u.X).(*types.Var)
		if !ok || v.IsField() || into != nil {
			return nil
		}
		into = v
	}
	if into == nil {
		return nil
	}
	names, at := r.tokenFields(into.Type())
	a := &authflow.TokenAnswer{At: q.fact.At, Purpose: authflow.Refresh, Call: q.fact.Call, Request: q.fact, Yields: names, YieldsAt: at}
	if len(names) == 0 {
		return nil
	}
	for _, id := range r.uses[into] {
		switch p := r.parent[id].(type) {
		case *ast.SelectorExpr:
			if slices.Contains(names, p.Sel.Name) && !r.looksOnly(p) {
				a.Fate = authflow.Kept
				if !slices.Contains(a.Kept, p.Sel.Name) {
					a.Kept = append(a.Kept, p.Sel.Name)
				}
			}
		case *ast.UnaryExpr:
			if call, ok := r.parent[p].(*ast.CallExpr); !ok || decodeTarget(r.nameOf(call), call) == nil {
				return nil
			}
		default:
			return nil // passed on as a whole
		}
	}
	return a
}

// namesRefresh: refreshAccessToken, or the Refresh of a credential.
func namesRefresh(name string) bool {
	return strings.EqualFold(name, "refresh") || strings.EqualFold(name, "renew") || authflow.PurposeOfName(name) == authflow.Refresh
}

// decodeTarget returns the argument that a decoder of JSON fills in.
func decodeTarget(name string, call *ast.CallExpr) ast.Expr {
	switch {
	case name == "encoding/json.Unmarshal" && len(call.Args) == 2:
		return call.Args[1]
	case name == "(*encoding/json.Decoder).Decode" && len(call.Args) == 1:
		return call.Args[0]
	}
	return nil
}
