package tshttp

import (
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readUse reads app.use(handler) of Express, Koa, hono and NestJS,
// app.enableCors() of NestJS and what Fastify runs for every request, in the
// order of the code, and routes of Express that answer for other origins.
func (r *reader) readUse(n syntax.Node) {
	fn := n.Child(syntax.FieldFunction)
	if fn.Kind() != syntax.MemberExpression {
		return
	}
	name, object := fn.Child(syntax.FieldProperty).Text(), bare(fn.Child(syntax.FieldObject))
	if !useMethods[name] || object.Kind() != syntax.Identifier {
		return
	}
	b := r.file.Scopes.Lookup(object)
	framework := r.routerOf(b)
	if name == "addHook" || name == "register" {
		if framework == "Fastify" {
			r.readFastifyUse(n, b, name)
		}
		return
	}
	if preflighted[name] || name == "options" || name == "all" {
		if framework == "Express" {
			r.readRoute(n, b, name)
		}
		return
	}
	if framework == "" || name == "enableCors" && framework != "NestJS" {
		return
	}
	s := r.serverOf(b, functionOf(n), framework)
	if name == "enableCors" {
		s.Uses = append(s.Uses, authflow.Use{At: r.span(n), Call: fn.Text(), What: value.Spell(n), CORS: true})
		return
	}
	use := authflow.Use{Call: fn.Text()}
	for a := range n.Child(syntax.FieldArguments).Elements() {
		if text, ok := r.value(a).Constant(); ok {
			use.Path = text
			continue
		}
		use.At, use.What = r.span(a), value.Spell(a)
		use.Handler, use.CORS, use.Refuses = "", false, false
		if inner := r.file.Scopes.Lookup(a); a.Kind() == syntax.Identifier && inner != nil && inner != b && r.routerOf(inner) != "" {
			r.serverOf(inner, functionOf(n), r.routerOf(inner)).Within = s
			continue
		}
		v := r.value(a)
		use.CORS = r.answersPreflights(v)
		use.Refuses = !use.CORS && r.refusesPreflights(a, v)
		s.Uses = append(s.Uses, use)
	}
}

// useMethods register what runs for requests: of Fastify addHook and register,
// of the routes those that browsers ask before.
var useMethods = map[string]bool{
	"use": true, "enableCors": true, "addHook": true, "register": true,
	"put": true, "patch": true, "delete": true, "options": true, "all": true,
}

// preflighted are the methods for which browsers always ask first (fetch
// standard, "CORS-safelisted method").
var preflighted = map[string]bool{"put": true, "patch": true, "delete": true}

// readRoute reads app.delete('/x', cors(), handler): the route of another method
// answers no preflight.
func (r *reader) readRoute(n syntax.Node, b *scope.Binding, method string) {
	args := n.Child(syntax.FieldArguments)
	path, known := r.value(firstOf(args)).Constant()
	s := r.serverOf(b, functionOf(n), "Express")
	if !preflighted[method] {
		if !known {
			path = "*" // some pattern, or a list
		}
		s.Preflights = append(s.Preflights, path)
		return
	}
	for a := range args.Elements() {
		if v := r.value(a); v.Kind == value.Call && isPackage(*v.Base, "cors") {
			s.Uses = append(s.Uses, authflow.Use{At: r.span(a), Call: n.Child(syntax.FieldFunction).Text(), Scope: authflow.UseRoute, Path: path, What: value.Spell(a), CORS: known})
		}
	}
}

// readFastifyUse reads register(cors) and addHook('onRequest', …) of Fastify:
// hooks run in the order in which they are added, and the CORS plugin adds one
// for onRequest. Routes do not matter: they get every hook of their instance.
func (r *reader) readFastifyUse(n syntax.Node, b *scope.Binding, name string) {
	args := n.Child(syntax.FieldArguments)
	first := firstOf(args)
	second := first.Next()
	use := authflow.Use{At: r.span(n), Call: n.Child(syntax.FieldFunction).Text()}
	switch {
	case name == "register" && isPackage(r.value(first), "@fastify/cors", "fastify-cors"):
		if second.OK() && strings.Contains(second.Text(), "hook") {
			return // at another stage
		}
		use.CORS, use.What = true, use.Call+"("+value.Spell(first)+")"
	case name == "addHook" && second.OK() && scope.Unquote(first) == "onRequest":
		use.At, use.What = r.span(second), value.Spell(second)
		v := r.value(second)
		use.Refuses = v.Kind == value.Function && refusesRequests(v.Node.Text())
	default:
		return
	}
	s := r.serverOf(b, functionOf(n), "Fastify")
	s.Uses = append(s.Uses, use)
}

// routerOf returns the framework whose application or router a variable is.
func (r *reader) routerOf(b *scope.Binding) string {
	if b == nil || len(b.Path) > 0 {
		return ""
	}
	if b.Kind == scope.Param && b.Index == 0 {
		if t := r.eval.TypeOf(r.file, b.Decl); b.Name == "fastify" || t.From("FastifyInstance", "fastify") {
			return "Fastify" // of a plugin
		}
	}
	if !b.Init.OK() {
		return ""
	}
	v := r.value(b.Init)
	if v.Kind != value.Call {
		return ""
	}
	base := *v.Base
	switch {
	case isPackage(base, "express"), base.Kind == value.Member && base.Name == "Router" && packageOf(base) == "express", base.From("Router", "express"):
		return "Express"
	case isPackage(base, "fastify"), base.From("fastify", "fastify"):
		return "Fastify"
	case v.New && isPackage(base, "koa"):
		return "Koa"
	case v.New && packageOf(base) == "hono":
		return "hono"
	case base.Kind == value.Member && base.Name == "create" && packageOf(base) == "@nestjs/core":
		return "NestJS"
	}
	return ""
}

func (r *reader) serverOf(b *scope.Binding, fn syntax.Node, framework string) *authflow.Server {
	key := serverKey{b, fn.ID()}
	if !fn.OK() {
		key.fn = -1
	}
	if s := r.servers[key]; s != nil {
		return s
	}
	s := &authflow.Server{At: r.span(b.Node), Framework: framework, Name: b.Name, Part: framework == "Express" && strings.Contains(b.Init.Text(), "Router(")}
	r.servers[key] = s
	r.out.servers = append(r.out.servers, s)
	return s
}

// A serverKey is a router in one function, where the order of the code is that
// of the registrations.
type serverKey struct {
	router *scope.Binding
	fn     int32
}

// answersPreflights: what a CORS library makes, or a function that writes its
// headers.
func (r *reader) answersPreflights(v value.Value) bool {
	switch v.Kind {
	case value.Call:
		return isPackage(*v.Base, "cors", "@koa/cors", "koa2-cors", "kcors") || v.Base.From("cors", "hono/cors")
	case value.Function:
		return strings.Contains(v.Node.Text(), "Access-Control-Allow-Origin")
	}
	return false
}

// Libraries that refuse a preflight, since they do not look at the method:
// express-jwt does, and lets it through.
var preflightRefusers = []string{"express-oauth2-jwt-bearer", "express-basic-auth", "koa-jwt", "koa-basic-auth", "express-bearer-token-auth"}

var (
	refusesWith401   = regexp.MustCompile(`\b40[13]\b|UNAUTHORIZED|Unauthorized`)
	readsCredentials = regexp.MustCompile(`(?i)authorization|token|cookie|session|api-?key|isAuthenticated|\buser\b`)
)

// refusesPreflights: a middleware that refuses requests without credentials and
// does not look at the method.
func (r *reader) refusesPreflights(arg syntax.Node, v value.Value) bool {
	switch v.Kind {
	case value.Call:
		pkg := packageOf(*v.Base)
		if pkg == "passport" {
			return v.Base.Kind == value.Member && v.Base.Name == "authenticate" && !strings.Contains(arg.Text(), "anonymous")
		}
		return slices.Contains(preflightRefusers, pkg) && !strings.Contains(arg.Text(), "authRequired") && !strings.Contains(arg.Text(), "passthrough") ||
			strings.HasPrefix(pkg, "hono/") && slices.Contains([]string{"hono/jwt", "hono/bearer-auth", "hono/basic-auth"}, pkg)
	case value.Function:
		return r.refusesInside(v)
	}
	return false
}

// refusesInside: the function answers 401 or 403, calls the next handler and
// asks about credentials, with no condition on the method or the path.
func (r *reader) refusesInside(v value.Value) bool {
	next := false
	for _, b := range v.File.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == v.Node && b.Index > 0 && slices.ContainsFunc(b.Refs, isCalled) && b.Name == "next" {
			next = true
		}
	}
	return next && refusesRequests(v.Node.Text()) && !refusesOnlyBrought(v.Node)
}

// refusesRequests: the code of a middleware answers 401 or 403, asks about
// credentials, and lets no request through by its method or path.
func refusesRequests(text string) bool {
	return !strings.Contains(text, "OPTIONS") && !letsThrough.MatchString(text) && refusesWith401.MatchString(text) && readsCredentials.MatchString(text)
}

var letsThrough = regexp.MustCompile(`(?i)\.(method|path|url|originalUrl|routeOptions|routerPath|is404)\b`)
