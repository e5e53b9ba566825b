package gohttp

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// isRefusal reports whether a condition, where it holds, says that the server
// refused the credentials.
func (x *index) isRefusal(cond ast.Expr) bool {
	switch n := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		switch n.Op {
		case token.EQL:
			return x.isRefusalConstant(n.X) && !x.isConstant(n.Y) || x.isRefusalConstant(n.Y) && !x.isConstant(n.X)
		case token.LOR, token.LAND:
			return x.isRefusal(n.X) || x.isRefusal(n.Y)
		}
	case *ast.CallExpr:
		return x.isRefusalCall(n)
	case *ast.Ident:
		if as := x.assigned[x.object(n)]; len(as) == 1 && as[0].rhs != nil && as[0].result < 0 && as[0].rhs != cond {
			return x.isRefusal(as[0].rhs) // unauthorized := resp.StatusCode == 401
		}
	}
	return false
}

// isAcceptance reports whether a condition, where it does not hold, says that
// the server refused the credentials: resp.StatusCode != 401.
func (x *index) isAcceptance(cond ast.Expr) bool {
	switch n := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		switch n.Op {
		case token.NEQ:
			return x.isRefusalConstant(n.X) || x.isRefusalConstant(n.Y)
		case token.LOR:
			return x.isAcceptance(n.X) || x.isAcceptance(n.Y)
		}
	case *ast.UnaryExpr:
		return n.Op == token.NOT && x.isRefusal(n.X)
	}
	return false
}

func (x *index) isConstant(e ast.Expr) bool {
	tv, ok := x.info.Types[e]
	return ok && tv.Value != nil
}

// isRefusalConstant: 401, http.StatusUnauthorized, ErrUnauthorized.
func (x *index) isRefusalConstant(e ast.Expr) bool {
	if tv, ok := x.info.Types[ast.Unparen(e)]; ok && tv.Value != nil {
		status := tv.Value.ExactString()
		return tv.Value.Kind() == constant.Int && (authflow.SurelyRefused(status) || authflow.MeansRefused(status) && x.refreshesFor(e))
	}
	return namesRefusalError(lastName(e))
}

// refreshesFor reports whether new credentials are asked for where a status is
// met: then 403 means there what 401 does elsewhere.
func (x *index) refreshesFor(status ast.Expr) bool {
	var then []ast.Stmt
	for p := x.parent[status]; p != nil && then == nil; p = x.parent[p] {
		switch s := p.(type) {
		case *ast.IfStmt:
			if !x.within(status, s.Cond) {
				return false
			}
			then = s.Body.List
		case *ast.CaseClause:
			then = s.Body
		case *ast.BlockStmt:
			return false
		}
	}
	found := false
	for _, s := range then {
		ast.Inspect(s, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			found = found || ok && isRefresh(call)
			return !found
		})
	}
	return found
}

func namesRefusalError(name string) bool {
	low := strings.ToLower(name)
	return strings.HasPrefix(low, "err") && (strings.Contains(low, "unauthori") || strings.Contains(low, "unauthenticated") || strings.HasSuffix(low, "tokenexpired") || strings.HasSuffix(low, "expiredtoken"))
}

// isRefusalCall: errors.Is(err, ErrUnauthorized), isUnauthorized(err), and
// functions of the package that compare a status with 401.
func (x *index) isRefusalCall(call *ast.CallExpr) bool {
	name := x.nameOf(call)
	if name == "errors.Is" && len(call.Args) == 2 {
		return x.isRefusalConstant(call.Args[1])
	}
	if name == "slices.Contains" {
		return false // a list of statuses: usually those that are worth another try
	}
	words := credential.Words(lastName(call.Fun))
	joined := strings.Join(words, "")
	if strings.Contains(joined, "unauthorized") || strings.Contains(joined, "unauthorised") || strings.HasSuffix(joined, "tokenexpired") || strings.HasSuffix(joined, "is401") {
		return true
	}
	d, ok := x.calleeBody(call).(*ast.FuncDecl)
	if !ok || d.Type.Results == nil || len(d.Type.Results.List) != 1 || spell(d.Type.Results.List[0].Type) != "bool" || len(d.Body.List) > 4 {
		return false
	}
	found := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 1 {
			found = found || x.isRefusal(r.Results[0])
		}
		return !found
	})
	return found
}

// isRefresh reports whether a call obtains new credentials, by its name.
func isRefresh(call *ast.CallExpr) bool {
	words := credential.Words(lastName(call.Fun))
	if i := slices.IndexFunc(words, func(w string) bool { return w == "with" || w == "from" || w == "by" || w == "for" }); i > 0 {
		words = words[:i] // NewClientWithToken makes a client
	}
	has := func(list ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	return has("refresh", "reauth", "reauthenticate", "relogin", "renew", "reissue", "login", "authenticate", "invalidate") ||
		has("token", "tokens", "credentials", "session") && has("new", "fetch", "get", "obtain", "request", "rotate", "update", "ensure", "clear", "reset", "expire")
}

// serves reports whether a function answers requests rather than sending them.
func (x *index) serves(d *ast.FuncDecl) bool {
	for _, p := range x.params(d.Type) {
		if p == nil {
			continue
		}
		if n := named(p.Type()); n != nil {
			switch n.Obj().Name() {
			case "ResponseWriter", "Ctx", "RequestCtx":
				return true
			case "Context":
				return n.Obj().Pkg() != nil && n.Obj().Pkg().Path() != "context"
			}
		}
	}
	return false
}

// sendsWithin reports whether a function sends a request, itself or through
// functions of the package.
func (r *reader) sendsWithin(d *ast.FuncDecl, depth int) bool {
	found := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		if r.requests[call] != nil || r.answersHTTP(call) {
			found = true
		} else if callee, ok := r.calleeBody(call).(*ast.FuncDecl); ok && callee != d && depth < 3 {
			found = r.sendsWithin(callee, depth+1)
		}
		return !found
	})
	return found
}

// answersHTTP reports whether a call has an HTTP response among its results.
func (r *reader) answersHTTP(call *ast.CallExpr) bool {
	fn := r.called(call)
	if fn == nil {
		sig, ok := under(r.info.TypeOf(call.Fun)).(*types.Signature)
		return ok && hasResponse(sig)
	}
	return hasResponse(fn.Signature())
}

func hasResponse(sig *types.Signature) bool {
	for i := range sig.Results().Len() {
		t := sig.Results().At(i).Type()
		if isNamed(t, "net/http", "Response") {
			return true
		}
		if n := named(t); n != nil && n.Obj().Pkg() != nil && n.Obj().Name() == "Response" && fluentOfPath(n.Obj().Pkg().Path()) != nil {
			return true
		}
	}
	return false
}
