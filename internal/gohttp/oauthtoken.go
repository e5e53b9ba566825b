package gohttp

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"sync"

	"github.com/authlint/authlint/internal/authflow"
)

const oauthPath = "golang.org/x/oauth2"

// readOAuthTokens finds the tokens of golang.org/x/oauth2 that are never
// refreshed although they could be: for want of their expiry, or because a
// static source holds them.
func (r *reader) readOAuthTokens() {
	reacts := sync.OnceValue(r.mendsRefusals)
	for _, lit := range r.literals {
		if !r.isOAuth(lit.Type, "Token") || r.inTest(lit) || !r.filled(lit, "RefreshToken") || !r.filled(lit, "AccessToken") {
			continue // an empty access token is refreshed at once
		}
		if field(lit, "Expiry") != nil {
			continue
		}
		if call := r.refreshable(lit, 0); call != nil && !reacts() {
			u := &authflow.UntimedToken{At: r.span(lit), UsedAt: r.span(call), Call: spell(call.Fun)}
			if field(lit, "ExpiresIn") != nil {
				u.Only = "ExpiresIn"
			}
			r.facts.UntimedTokens = append(r.facts.UntimedTokens, u)
		}
	}
	for _, call := range r.calls {
		if lastName(call.Fun) == "StaticTokenSource" && len(call.Args) == 1 && r.nameOf(call) == oauthPath+".StaticTokenSource" && !r.inTest(call) {
			r.staticSource(call)
		}
	}
}

// mendsRefusals reports whether the package handles a 401 of its requests by
// another one or by a refresh: then no clock is needed.
func (r *reader) mendsRefusals() bool {
	return slices.ContainsFunc(r.calls, func(call *ast.CallExpr) bool {
		if r.requests[call] == nil && !isRefresh(call) || r.inTest(call) {
			return false
		}
		d, ok := r.funcOf(call).(*ast.FuncDecl)
		return ok && !r.serves(d) && r.way(call, d).trigger != nil
	})
}

// isOAuth reports whether a type expression names a type of oauth2.
func (r *reader) isOAuth(e ast.Expr, name string) bool {
	sel, ok := e.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != name {
		return false
	}
	id, ok := sel.X.(*ast.Ident)
	return ok && r.importOf(id) == oauthPath
}

// filled reports whether a literal gives a field something that need not be
// empty.
func (r *reader) filled(lit *ast.CompositeLit, name string) bool {
	v := field(lit, name)
	if v == nil {
		return false
	}
	text, constant := r.constant(v)
	return !constant || text != ""
}

// refreshable returns the call that takes the token which an expression makes,
// and would refresh it; nil where there is none, or where code that is not
// understood may give the token its expiry.
func (r *reader) refreshable(e ast.Node, depth int) *ast.CallExpr {
	if depth > maxDepth {
		return nil
	}
	up := r.parent[e]
	if u, ok := up.(*ast.UnaryExpr); ok {
		e, up = u, r.parent[u]
	}
	switch p := up.(type) {
	case *ast.CallExpr:
		if r.refreshesToken(p) {
			return p
		}
	case *ast.ReturnStmt:
		d, ok := r.funcOf(p).(*ast.FuncDecl)
		if !ok || len(p.Results) == 0 || p.Results[0] != e {
			return nil
		}
		fn, _ := r.info.Defs[d.Name].(*types.Func)
		for _, call := range r.callsTo[fn] {
			if taken := r.refreshable(call, depth+1); taken != nil {
				return taken
			}
		}
	case *ast.AssignStmt:
		if i := slices.IndexFunc(p.Rhs, func(x ast.Expr) bool { return x == e }); i >= 0 && i < len(p.Lhs) {
			return r.heldToken(r.object(p.Lhs[i]), depth)
		}
	case *ast.ValueSpec:
		if i := slices.IndexFunc(p.Values, func(x ast.Expr) bool { return x == e }); i >= 0 && i < len(p.Names) {
			return r.heldToken(r.object(p.Names[i]), depth)
		}
	}
	return nil
}

// heldToken is refreshable for a variable that holds the token.
func (r *reader) heldToken(obj types.Object, depth int) (taken *ast.CallExpr) {
	if v, ok := obj.(*types.Var); !ok || v.IsField() || len(r.assigned[obj]) != 1 {
		return nil
	}
	for _, id := range r.uses[obj] {
		var n ast.Node = id
		if u, ok := r.parent[n].(*ast.UnaryExpr); ok {
			n = u
		}
		switch p := r.parent[n].(type) {
		case *ast.SelectorExpr:
			if p.Sel.Name == "Expiry" {
				return nil // it is given one, or looked at
			}
		case *ast.CallExpr:
			if call := r.refreshable(id, depth+1); call != nil {
				taken = call
			} else if !strings.HasPrefix(r.nameOf(p), "fmt.") {
				return nil // json.Unmarshal, a helper: it may fill it in
			}
		case *ast.ReturnStmt:
			if call := r.refreshable(id, depth+1); call != nil {
				taken = call
			}
		}
	}
	return taken
}

// refreshesToken reports whether a call takes a token to refresh it when it has
// expired.
func (r *reader) refreshesToken(call *ast.CallExpr) bool {
	switch name := r.nameOf(call); {
	case name == "(*"+oauthPath+".Config).Client", name == "(*"+oauthPath+".Config).TokenSource", name == oauthPath+".ReuseTokenSource":
		return true
	case r.called(call) != nil:
		return false
	}
	// Have: conf.Client(ctx, token), where oauth2 could not be loaded.
	method := lastName(call.Fun)
	return len(call.Args) == 2 && (method == "Client" || method == "TokenSource")
}

// staticSource notes a token that could be refreshed in a source that never
// does, where the source is kept.
func (r *reader) staticSource(call *ast.CallExpr) {
	arg := ast.Unparen(call.Args[0])
	if u, ok := arg.(*ast.UnaryExpr); ok {
		arg = u.X
	}
	name, refreshes := spell(arg), false
	if lit, ok := arg.(*ast.CompositeLit); ok {
		name = "oauth2.Token"
		refreshes = r.filled(lit, "RefreshToken") || field(lit, "Expiry") != nil
	} else if as := r.assigned[r.object(arg)]; len(as) == 1 && as[0].rhs != nil && as[0].result <= 0 {
		made := ast.Unparen(as[0].rhs)
		if u, ok := made.(*ast.UnaryExpr); ok {
			made = u.X
		}
		switch made := made.(type) {
		case *ast.CompositeLit:
			refreshes = r.isOAuth(made.Type, "Token") && (r.filled(made, "RefreshToken") || field(made, "Expiry") != nil)
		case *ast.CallExpr:
			switch r.nameOf(made) {
			case "(*" + oauthPath + ".Config).Exchange", "(*" + oauthPath + ".Config).PasswordCredentialsToken", "(" + oauthPath + ".TokenSource).Token":
				refreshes = true
			}
		}
	}
	keeper := r.keeper(call, 0)
	if !refreshes || keeper == nil {
		return // a token that never changes; or one that is used at once
	}
	r.facts.Snapshots = append(r.facts.Snapshots, &authflow.Snapshot{
		At: r.span(call), Token: name, Keeper: authflow.KeptBySource, Holder: spell(keeper), SentAt: r.span(keeper),
	})
}

// keeper returns what keeps a client or source longer than the function that
// makes it runs: a field or a variable of the package. It is nil where nothing
// does.
func (r *reader) keeper(e ast.Node, depth int) ast.Expr {
	if depth > maxDepth {
		return nil
	}
	switch p := r.parent[e].(type) {
	case *ast.UnaryExpr:
		return r.keeper(p, depth+1)
	case *ast.CallExpr:
		switch r.nameOf(p) {
		case oauthPath + ".NewClient", oauthPath + ".ReuseTokenSource":
			return r.keeper(p, depth+1)
		}
	case *ast.KeyValueExpr:
		lit, ok := r.parent[p].(*ast.CompositeLit)
		if !ok || p.Value != e {
			return nil
		}
		if n := named(r.info.TypeOf(lit)); n != nil && n.Obj().Pkg() == r.pass.Pkg {
			if id, ok := p.Key.(*ast.Ident); ok {
				return id
			}
		}
		return r.keeper(lit, depth+1) // &http.Client{Transport: &oauth2.Transport{Source: …}}
	case *ast.AssignStmt:
		i := slices.IndexFunc(p.Rhs, func(x ast.Expr) bool { return x == e })
		if i < 0 || i >= len(p.Lhs) {
			return nil
		}
		v, ok := r.object(p.Lhs[i]).(*types.Var)
		if !ok {
			return nil
		}
		if v.IsField() || v.Parent() == r.pass.Pkg.Scope() {
			return p.Lhs[i]
		}
		for _, id := range r.uses[v] {
			if k := r.keeper(id, depth+1); k != nil {
				return k
			}
		}
	}
	return nil
}
