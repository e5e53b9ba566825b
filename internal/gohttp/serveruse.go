package gohttp

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

var routeMethods = []string{"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "Any", "Handle", "HandleFunc", "Match",
	"Get", "Post", "Put", "Patch", "Delete", "Options", "Head", "All", "Add", "Method", "MethodFunc"}

// readUses finds the registrations of handlers on routers, in the order of the
// code of each function.
func (r *reader) readUses() {
	type key struct {
		fn     ast.Node
		router types.Object
	}
	servers := map[key]*authflow.Server{}
	for _, call := range r.calls {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || len(call.Args) == 0 {
			continue
		}
		scope, ok := r.registers(sel, call)
		if !ok {
			continue
		}
		obj := r.rootObject(sel.X)
		k := key{r.funcOf(call), obj}
		s := servers[k]
		if s == nil {
			s = &authflow.Server{At: r.span(sel.X), Framework: r.routerOf(sel.X), Name: spell(sel.X)}
			servers[k] = s
			r.facts.Servers = append(r.facts.Servers, s)
			r.noteRoutes(s, obj, k.fn)
		}
		path, args := "", call.Args
		if len(args) > 0 {
			if p, ok := r.constant(args[0]); ok && isString(r.info.TypeOf(args[0])) {
				path = p
			}
		}
		for i, a := range args {
			if isString(r.info.TypeOf(a)) {
				continue
			}
			last := i == len(args)-1
			if scope == authflow.UseRoute && last {
				continue // the handler itself
			}
			if fn := r.functionNamed(a); fn != nil {
				r.used[fn] = r.span(a)
			}
			if authflow.NamesAuth(spell(a)) && !r.inTest(a) {
				r.facts.Evidence.AuthMiddlewares = append(r.facts.Evidence.AuthMiddlewares, r.span(a))
			}
			r.useArgs[r.span(a)] = a
			s.Uses = append(s.Uses, authflow.Use{At: r.span(a), Call: spell(sel), Scope: scope, Path: path, Handler: r.handlerNamed(a), What: spell(a)})
		}
	}
}

// registers says whether a call registers handlers that run before others, and
// for which requests.
func (r *reader) registers(sel *ast.SelectorExpr, call *ast.CallExpr) (authflow.UseScope, bool) {
	if r.routerOf(sel.X) == "" {
		return 0, false
	}
	switch {
	case sel.Sel.Name == "Use", sel.Sel.Name == "Pre":
		return authflow.UseAll, true
	case sel.Sel.Name == "Group" || sel.Sel.Name == "With":
		return authflow.UseGroup, len(call.Args) > 1 || sel.Sel.Name == "With"
	case slices.Contains(routeMethods, sel.Sel.Name):
		return authflow.UseRoute, len(call.Args) > 2
	}
	return 0, false
}

// routerOf returns the framework whose router an expression is, empty where it
// is none or not known.
func (r *reader) routerOf(e ast.Expr) string {
	t := r.info.TypeOf(e)
	if invalid(t) {
		return r.untypedRouter(e)
	}
	n := named(t)
	if n == nil || n.Obj().Pkg() == nil {
		return ""
	}
	path := unvendored(n.Obj().Pkg().Path())
	for _, p := range [][2]string{{"github.com/gin-gonic/gin", "gin"}, {"github.com/labstack/echo", "echo"}, {"github.com/gofiber/fiber", "fiber"},
		{"github.com/go-chi/chi", "chi"}, {"github.com/gorilla/mux", "gorilla/mux"}} {
		if strings.HasPrefix(path, p[0]) && !strings.HasSuffix(n.Obj().Name(), "Context") && n.Obj().Name() != "Ctx" {
			return p[1]
		}
	}
	return ""
}

// handlerNamed returns the ID of the function that an argument names or calls.
func (r *reader) handlerNamed(e ast.Expr) string {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		if tv, ok := r.info.Types[call.Fun]; ok && tv.IsType() && len(call.Args) == 1 {
			return r.handlerNamed(call.Args[0]) // http.HandlerFunc(h)
		}
		e = ast.Unparen(call.Fun)
	}
	var id *ast.Ident
	switch e := e.(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	default:
		return ""
	}
	if fn, ok := r.info.Uses[id].(*types.Func); ok {
		return fullName(fn.Origin())
	}
	if sel, ok := e.(*ast.SelectorExpr); ok {
		if pkg, ok := sel.X.(*ast.Ident); ok && r.importOf(pkg) != "" {
			return r.importOf(pkg) + "." + sel.Sel.Name
		}
	}
	return ""
}

// functionNamed returns the function of this package that an argument is, names
// or makes.
func (r *reader) functionNamed(e ast.Expr) ast.Node {
	e = ast.Unparen(e)
	switch n := e.(type) {
	case *ast.FuncLit:
		return n
	case *ast.CallExpr:
		if tv, ok := r.info.Types[n.Fun]; ok && tv.IsType() && len(n.Args) == 1 {
			return r.functionNamed(n.Args[0])
		}
		if d, ok := r.calleeBody(n).(*ast.FuncDecl); ok {
			return r.literalReturned(d)
		}
		return nil
	case *ast.SelectorExpr:
		e = n.Sel
	}
	if id, ok := e.(*ast.Ident); ok {
		if fn, ok := r.info.Uses[id].(*types.Func); ok && r.funcs[fn.Origin()] != nil {
			return r.funcs[fn.Origin()]
		}
	}
	return nil
}

// literalReturned returns the function literal that is all that d returns.
func (r *reader) literalReturned(d *ast.FuncDecl) ast.Node {
	for _, fn := range r.functions {
		if lit, ok := fn.(*ast.FuncLit); ok && r.within(lit, d.Body) && r.returnedBy(lit, d) && r.handlerOf(lit) != nil {
			return lit
		}
	}
	return nil
}

// untypedRouter is routerOf where the framework could not be loaded: a variable
// that was made by it, or whatever has Use in a file that imports gin.
func (r *reader) untypedRouter(e ast.Expr) string {
	for p := ast.Node(e); p != nil; p = r.parent[p] {
		f, ok := p.(*ast.File)
		if !ok {
			continue
		}
		for _, s := range f.Imports {
			if strings.Trim(s.Path.Value, "`\"") == "github.com/gin-gonic/gin" {
				return "gin"
			}
		}
	}
	return ""
}
