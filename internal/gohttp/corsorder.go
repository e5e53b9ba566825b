package gohttp

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// What the order of handlers is asked for: which of them answer preflights, and
// which refuse them.

// judgeUses says of each registered handler what it is. It runs when all
// handlers and policies of the package are known.
func (r *reader) judgeUses() {
	for _, s := range r.facts.Servers {
		for i := range s.Uses {
			u := &s.Uses[i]
			arg, ok := r.useArgs[u.At]
			if !ok {
				continue
			}
			u.CORS = r.answersPreflights(arg, u.Handler)
			u.Refuses = !u.CORS && r.refusesPreflights(arg, u.Handler)
		}
	}
}

// corsPackages make a layer that answers preflights.
var corsPackages = []string{"github.com/gin-contrib/cors", "github.com/rs/cors", "github.com/go-chi/cors", "github.com/gorilla/handlers.CORS", "github.com/itsjamie/gin-cors"}

// answersPreflights: a CORS layer of a library, or a function that is named for
// it or writes its headers.
func (r *reader) answersPreflights(arg ast.Expr, handler string) bool {
	bare := strings.TrimPrefix(strings.TrimPrefix(handler, "("), "*")
	switch {
	case slices.ContainsFunc(corsPackages, func(p string) bool { return strings.HasPrefix(bare, p) }),
		strings.HasPrefix(handler, "github.com/labstack/echo") && strings.Contains(handler, "/middleware.CORS"),
		strings.HasPrefix(handler, "github.com/gofiber/fiber") && strings.Contains(handler, "/middleware/cors.New"):
		return true
	}
	if fn := r.functionNamed(arg); fn != nil {
		at := r.span(fn)
		return slices.ContainsFunc(r.facts.CORS, func(p *authflow.CORSPolicy) bool {
			return p.At.File == at.File && at.Start <= p.At.Start && p.At.End <= at.End
		})
	}
	return slices.Contains(credential.Words(lastName(arg)), "cors")
}

// refusesPreflights: a middleware that refuses requests without credentials and
// does not look at the method.
func (r *reader) refusesPreflights(arg ast.Expr, handler string) bool {
	if strings.Contains(handler, "appleboy/gin-jwt") && strings.HasSuffix(handler, "MiddlewareFunc") || strings.HasPrefix(handler, "github.com/labstack/echo-jwt") ||
		strings.HasPrefix(handler, "github.com/gofiber/contrib/jwt") || strings.HasPrefix(handler, "github.com/gofiber/jwt") {
		return true
	}
	if fn := r.functionNamed(arg); fn != nil {
		if d, ok := fn.(*ast.FuncDecl); ok && r.handlerOf(fn) == nil {
			fn = r.literalReturned(d) // a wrapper, named to be called later
		}
		if fn == nil {
			return false
		}
		head := r.head(fn)
		for _, h := range r.facts.ServerHandlers {
			if h.At == head || h.ID != "" && h.ID == handler {
				return refusesAll(h)
			}
		}
		return false
	}
	if fn := r.funcNamed(arg); fn != nil {
		b := r.behaviour(fn)
		return b != nil && b.Refuses
	}
	return false
}

func refusesAll(h *authflow.ServerHandler) bool {
	return h.Middleware == authflow.Yes && h.Authenticates && h.RefusesPreflights()
}

// funcNamed returns the declared function that an argument is or calls.
func (r *reader) funcNamed(e ast.Expr) *types.Func {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		e = ast.Unparen(call.Fun)
	}
	switch n := e.(type) {
	case *ast.Ident:
		fn, _ := r.info.Uses[n].(*types.Func)
		return fn
	case *ast.SelectorExpr:
		fn, _ := r.info.Uses[n.Sel].(*types.Func)
		return fn
	}
	return nil
}

// readWrappers reads chains of wrappers around an http.Handler, auth(cors(mux))
// or h = cors(h); h = auth(h), as servers whose first handler is the outermost.
func (r *reader) readWrappers() {
	for _, call := range r.calls {
		if !r.wraps(call) || r.inTest(call) {
			continue
		}
		if outer, ok := r.parent[call].(*ast.CallExpr); ok && r.wraps(outer) {
			continue // part of a longer chain
		}
		s := &authflow.Server{At: r.span(call), Framework: "net/http", Name: spell(call)}
		for c, depth := call, 0; c != nil && depth < 8; c, depth = r.wrapped(c), depth+1 {
			at := r.span(c.Fun)
			s.Uses = append(s.Uses, authflow.Use{At: at, Call: spell(c.Fun), Handler: r.handlerNamed(c), What: spell(c.Fun)})
			r.useArgs[at] = c
		}
		if len(s.Uses) > 1 {
			r.facts.Servers = append(r.facts.Servers, s)
		}
	}
}

// wraps: a call that takes an http.Handler, first or alone, and returns one.
func (r *reader) wraps(call *ast.CallExpr) bool {
	if tv, ok := r.info.Types[call.Fun]; ok && tv.IsType() || !r.isHandler(call) {
		return false
	}
	return slices.ContainsFunc(call.Args, r.isHandler)
}

func (r *reader) isHandler(e ast.Expr) bool {
	return isNamed(r.info.TypeOf(e), "net/http", "Handler") || isNamed(r.info.TypeOf(e), "net/http", "HandlerFunc")
}

// wrapped returns the call that made the handler which a call wraps.
func (r *reader) wrapped(call *ast.CallExpr) *ast.CallExpr {
	i := slices.IndexFunc(call.Args, r.isHandler)
	if i < 0 {
		return nil
	}
	e := ast.Unparen(call.Args[i])
	if obj := r.object(e); obj != nil {
		var last ast.Expr
		for _, a := range r.assigned[obj] {
			switch r.reaches(a, obj, e) {
			case surely:
				last = a.rhs
			case perhaps:
				return nil
			}
		}
		if last == nil {
			return nil
		}
		e = ast.Unparen(last)
	}
	inner, ok := e.(*ast.CallExpr)
	if !ok || !r.wraps(inner) {
		return nil
	}
	return inner
}

// noteRoute notes a registration of a route, or a use of the router by code that
// may register some.
func (r *reader) noteRoutes(s *authflow.Server, router types.Object, fn ast.Node) {
	if router == nil {
		return
	}
	for _, id := range r.uses[router] {
		if !r.within(id, fn) {
			continue
		}
		if sel, ok := r.parent[id].(*ast.SelectorExpr); ok {
			if call, ok := r.parent[sel].(*ast.CallExpr); !ok || call.Fun != ast.Expr(sel) || slices.Contains([]string{"Use", "Run", "RunTLS", "ServeHTTP", "SetTrustedProxies", "Handler"}, sel.Sel.Name) {
				continue
			}
		} else if _, ok := r.parent[id].(*ast.AssignStmt); ok {
			continue
		}
		at := r.span(id)
		if !s.FirstRoute.Valid() {
			s.FirstRoute = at
		}
		s.Routes = at
	}
}
