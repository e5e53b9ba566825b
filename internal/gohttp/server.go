package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
)

// What a function of a server is and does, by the types of its parameters. Where
// a framework could not be loaded, its import says it all the same.

// framework tells servers' libraries apart where they differ.
type framework uint8

const (
	netHTTP framework = iota + 1 // chi, gorilla and httprouter too
	ginGonic
	echoes
	fibers
	fastHTTP
)

func (f framework) String() string {
	return [...]string{"", "net/http", "gin", "echo", "fiber", "fasthttp"}[f]
}

// returns reports whether a handler answers by what it returns: an answer that
// is written and not returned does not end it, and a next handler that is not
// called does not run.
func (f framework) returns() bool { return f == echoes || f == fibers }

// A handler is a function that is given a request to answer.
type handler struct {
	fn   ast.Node // *ast.FuncDecl or *ast.FuncLit
	kind framework
	// ctx is the parameter that answers: a ResponseWriter, a framework's context.
	ctx types.Object
	// index of ctx among the parameters.
	index int
	// made is the declared function that returns this one, itself where it is
	// declared.
	made *ast.FuncDecl
}

// contextOf returns the framework whose context or writer a parameter is.
func (x *index) contextOf(typ ast.Expr) framework {
	if t := x.info.TypeOf(typ); t != nil {
		if f := contextType(t, 0); f != 0 {
			return f
		}
	}
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	sel, ok := typ.(*ast.SelectorExpr)
	if !ok {
		return 0
	}
	if id, ok := sel.X.(*ast.Ident); ok {
		return contextName(x.importOf(id), sel.Sel.Name)
	}
	return 0
}

func contextType(t types.Type, depth int) framework {
	n := named(t)
	if n == nil || n.Obj().Pkg() == nil || depth > 2 {
		return 0
	}
	if f := contextName(unvendored(n.Obj().Pkg().Path()), n.Obj().Name()); f != 0 {
		return f
	}
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return 0
	}
	for i := range st.NumFields() {
		// Have: type Context struct { *gin.Context }.
		if f := st.Field(i); f.Embedded() {
			if k := contextType(f.Type(), depth+1); k == ginGonic {
				return k
			}
		}
	}
	return 0
}

func contextName(path, name string) framework {
	switch {
	case path == "net/http" && name == "ResponseWriter":
		return netHTTP
	case path == "github.com/gin-gonic/gin" && name == "Context":
		return ginGonic
	case strings.HasPrefix(path, "github.com/labstack/echo") && name == "Context":
		return echoes
	case strings.HasPrefix(path, "github.com/gofiber/fiber") && name == "Ctx":
		return fibers
	case path == "github.com/valyala/fasthttp" && name == "RequestCtx":
		return fastHTTP
	}
	return 0
}

// handlerOf returns what a function is as a handler; nil where it is none.
func (x *index) handlerOf(fn ast.Node) *handler {
	t, block := body(fn)
	if t == nil || block == nil || t.Params == nil {
		return nil
	}
	i := 0
	for _, f := range t.Params.List {
		k := x.contextOf(f.Type)
		for _, name := range f.Names {
			if k != 0 && name.Name != "_" {
				h := &handler{fn: fn, kind: k, ctx: x.info.Defs[name], index: i, made: x.declOf(fn)}
				if h.ctx == nil {
					return nil // the parser made it up
				}
				return h
			}
			i++
		}
		if len(f.Names) == 0 {
			i++
		}
	}
	return nil
}

// readServers finds the handlers of the package and what they do.
func (r *reader) readServers() {
	r.readUses()
	for _, fn := range r.functions {
		h := r.handlerOf(fn)
		if h == nil {
			continue
		}
		r.readHandler(h)
	}
}

func (r *reader) readHandler(h *handler) {
	rejections := r.rejections(h)
	fact := &authflow.ServerHandler{At: r.head(h.fn), Framework: h.kind.String(), ID: r.handlerID(h), Name: handlerName(h)}
	fact.Middleware, fact.MiddlewareAt = r.middleware(h)
	if len(rejections) == 0 && fact.Middleware != authflow.Yes {
		return // it neither refuses anything nor stands before others
	}
	fact.Authenticates = r.authenticates(h, rejections)
	fact.PassesOptions = r.passesOptions(h)
	fact.Optional = r.refusesOnlyBrought(h, rejections)
	for _, rej := range rejections {
		rej.fact.Chain = r.chain(h, rej)
		if rej.fact.Sequel.Kind == 0 {
			rej.fact.Sequel = r.sequel(h, rej)
		}
		r.mend(h, rej, fact.Middleware)
		fact.Rejections = append(fact.Rejections, rej.fact)
	}
	for _, o := range r.overlooked(h, fact.Middleware) {
		fact.Rejections = append(fact.Rejections, o.fact)
	}
	r.facts.ServerHandlers = append(r.facts.ServerHandlers, fact)
	if fact.ID != "" && refusesAll(fact) {
		r.refusing[fact.ID] = true
	}
	if fact.Middleware == authflow.Yes && fact.Rejects() && !r.inTest(h.fn) {
		r.facts.Evidence.AuthMiddlewares = append(r.facts.Evidence.AuthMiddlewares, fact.At)
	}
}

// head is what stands before the body of a function.
func (r *reader) head(fn ast.Node) source.Span {
	_, block := body(fn)
	return r.between(fn.Pos(), block.Lbrace)
}

// handlerID names the declared function that a handler is or comes from.
func (r *reader) handlerID(h *handler) string {
	if h.made == nil {
		return ""
	}
	if h.fn != ast.Node(h.made) && !r.returnedBy(h.fn, h.made) {
		return "" // a closure that is registered in place
	}
	fn, ok := r.info.Defs[h.made.Name].(*types.Func)
	if !ok {
		return ""
	}
	return fullName(fn)
}

// returnedBy reports whether a function literal is what d returns, or is in what
// d returns: return func(c) { … }, return http.HandlerFunc(func(w, r) { … }).
func (r *reader) returnedBy(lit ast.Node, d *ast.FuncDecl) bool {
	for p := r.parent[lit]; p != nil && p != ast.Node(d); p = r.parent[p] {
		switch p.(type) {
		case *ast.ReturnStmt:
			return true
		case *ast.CallExpr, *ast.ParenExpr, *ast.FuncLit, *ast.BlockStmt:
		default:
			return false
		}
	}
	return false
}

func handlerName(h *handler) string {
	if h.made == nil {
		return ""
	}
	return h.made.Name.Name
}

// own walks the statements of a handler without those of other functions in it,
// except of functions that are called on the spot or deferred.
func own(fn ast.Node, visit func(ast.Node) bool) {
	_, block := body(fn)
	ast.Inspect(block, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		return n == nil || visit(n)
	})
}

// middleware says whether other handlers run after this one.
func (r *reader) middleware(h *handler) (authflow.Truth, source.Span) {
	var at source.Span
	set := false
	answers := false
	own(h.fn, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if !at.Valid() && r.callsNext(h, call) {
			at = r.span(call)
		}
		if h.kind == ginGonic && r.method(h, call) == "Set" && len(call.Args) == 2 {
			set = true
		}
		if a, ok := r.answers(h, call); ok && a.fact.Status > 0 && a.fact.Status < 300 {
			answers = true
		}
		return true
	})
	if at.Valid() {
		return authflow.Yes, at
	}
	if use, ok := r.used[h.fn]; ok {
		return authflow.Yes, use
	}
	if set && !answers && r.standsAlone(h) {
		return authflow.Yes, r.head(h.fn) // what it sets is for the handlers after it
	}
	return authflow.Unknown, source.Span{}
}

// callsNext reports whether a call runs the next handler: c.Next(),
// next.ServeHTTP(w, r), next(w, r), next(c).
func (r *reader) callsNext(h *handler, call *ast.CallExpr) bool {
	switch h.kind {
	case ginGonic, fibers:
		if r.method(h, call) == "Next" {
			return true
		}
	}
	if h.kind == ginGonic {
		return false
	}
	if !r.passesContext(h, call) {
		return false
	}
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.SelectorExpr:
		if f.Sel.Name == "ServeHTTP" {
			return r.rootObject(f.X) != h.ctx
		}
		if v, ok := r.info.Uses[f.Sel].(*types.Var); ok {
			return isHandlerFunc(v.Type(), h) // a field that holds a handler
		}
	case *ast.Ident:
		v, ok := r.info.Uses[f].(*types.Var)
		return ok && (isHandlerFunc(v.Type(), h) || invalid(v.Type()) && r.isParam(v, r.definition(v, call)))
	}
	return false
}

// isHandlerFunc: a function value of a server's handlers.
func isHandlerFunc(t types.Type, h *handler) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return false
	}
	for i := range sig.Params().Len() {
		if contextType(sig.Params().At(i).Type(), 0) == h.kind {
			// fail(w, r, err) of a variable type is a helper, no handler.
			return sig.Params().Len() <= 3 && !lastIsError(sig)
		}
	}
	return false
}

func lastIsError(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		switch t := sig.Params().At(i).Type(); {
		case types.Identical(t, types.Universe.Lookup("error").Type()), isString(t):
			return true
		default:
			if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
				return true
			}
		}
	}
	return false
}

func invalid(t types.Type) bool { return t == nil || t == types.Typ[types.Invalid] }

// passesContext reports whether the handler's context is an argument of a call.
func (r *reader) passesContext(h *handler, call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return r.isContext(h, a) })
}

// isContext: c, or in gin its writer, or a wrapper of the writer that was made
// in place.
func (r *reader) isContext(h *handler, e ast.Expr) bool {
	e = ast.Unparen(e)
	if r.object(e) == h.ctx {
		return true
	}
	switch e := e.(type) {
	case *ast.SelectorExpr:
		return e.Sel.Name == "Writer" && r.object(e.X) == h.ctx || e.Sel.Name == "Context" && r.object(e.X) == h.ctx
	case *ast.CallExpr:
		if sel, ok := e.Fun.(*ast.SelectorExpr); ok {
			return len(e.Args) == 0 && (sel.Sel.Name == "Response" || sel.Sel.Name == "Writer") && r.object(sel.X) == h.ctx
		}
	case *ast.Ident:
		// Have: rw := &recorder{ResponseWriter: w}; next.ServeHTTP(rw, r).
		obj := r.object(e)
		as := r.assigned[obj]
		if obj == nil || len(as) != 1 || as[0].rhs == nil {
			return false
		}
		return contextType(obj.Type(), 0) == h.kind && r.mentionsObject(as[0].rhs, h.ctx) || r.mentionsObject(as[0].rhs, h.ctx) && h.kind == netHTTP
	}
	return false
}

func (r *reader) mentionsObject(e ast.Node, obj types.Object) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && r.info.ObjectOf(id) == obj {
			found = true
		}
		return !found
	})
	return found
}

// method returns the name of the method that a call calls on the context
// itself.
func (r *reader) method(h *handler, call *ast.CallExpr) string {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	x := ast.Unparen(sel.X)
	if in, ok := x.(*ast.SelectorExpr); ok && in.Sel.Name == "Context" {
		x = in.X // the embedded one, spelt out
	}
	if r.object(x) != h.ctx {
		return ""
	}
	return sel.Sel.Name
}

// rootObject returns the variable at the root of a chain of selectors and calls.
func (x *index) rootObject(e ast.Expr) types.Object {
	for {
		switch n := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			e = n.X
		case *ast.CallExpr:
			e = n.Fun
		case *ast.StarExpr:
			e = n.X
		case *ast.IndexExpr:
			e = n.X
		case *ast.Ident:
			return x.object(n)
		default:
			return nil
		}
	}
}

// authenticates reports whether a handler looks at credentials, by what it calls
// or by its name.
func (r *reader) authenticates(h *handler, rejections []*rejection) bool {
	if authflow.NamesAuth(handlerName(h)) {
		return true
	}
	for _, rej := range rejections {
		if rej.fact.Status == 401 || rej.fact.Status == 403 {
			return true
		}
	}
	found := false
	own(h.fn, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return !found
		}
		switch name := lastName(call.Fun); name {
		case "GetHeader", "Get", "Peek", "Cookie", "Cookies":
			if len(call.Args) > 0 {
				key, ok := r.constant(call.Args[0])
				found = found || ok && (strings.EqualFold(key, "Authorization") || authflow.NamesAuth(key))
			}
		case "BasicAuth", "ParseWithClaims":
			found = true
		}
		return !found
	})
	return found
}

// passesOptions: if r.Method == "OPTIONS" { next; return }.
func (r *reader) passesOptions(h *handler) bool {
	found := false
	own(h.fn, func(n ast.Node) bool {
		b, ok := n.(*ast.BinaryExpr)
		if ok && (b.Op == token.EQL || b.Op == token.NEQ) {
			for _, e := range []ast.Expr{b.X, b.Y} {
				if s, ok := r.constant(e); ok && s == "OPTIONS" {
					found = true
				}
			}
		}
		return !found
	})
	return found
}

// standsAlone reports whether a function is a handler of gin and no helper of
// one: it takes the context alone, returns nothing and is not called.
func (r *reader) standsAlone(h *handler) bool {
	t, _ := body(h.fn)
	if t.Params.NumFields() != 1 || t.Results.NumFields() > 0 {
		return false
	}
	d, ok := h.fn.(*ast.FuncDecl)
	if !ok {
		return r.handlerID(h) != ""
	}
	fn, ok := r.info.Defs[d.Name].(*types.Func)
	return ok && len(r.callsTo[fn]) == 0
}
