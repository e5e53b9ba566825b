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

// readUse reads app.use(handler) of Express, Koa, hono and NestJS, and
// app.enableCors() of NestJS, in the order of the code. The hooks of Fastify run
// in an order of their own.
func (r *reader) readUse(n syntax.Node) {
	fn := n.Child(syntax.FieldFunction)
	if fn.Kind() != syntax.MemberExpression {
		return
	}
	name, object := fn.Child(syntax.FieldProperty).Text(), bare(fn.Child(syntax.FieldObject))
	if name != "use" && name != "enableCors" || object.Kind() != syntax.Identifier {
		return
	}
	b := r.file.Scopes.Lookup(object)
	framework := r.routerOf(b)
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
		v := r.value(a)
		use.CORS = r.answersPreflights(v)
		use.Refuses = !use.CORS && r.refusesPreflights(a, v)
		s.Uses = append(s.Uses, use)
	}
}

// routerOf returns the framework whose application or router a variable is.
func (r *reader) routerOf(b *scope.Binding) string {
	if b == nil || !b.Init.OK() || len(b.Path) > 0 {
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
	s := &authflow.Server{At: r.span(b.Node), Framework: framework, Name: b.Name}
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
	text := v.Node.Text()
	if strings.Contains(text, "OPTIONS") || regexp.MustCompile(`(?i)\.(method|path|url|originalUrl)\b`).MatchString(text) {
		return false // some requests are let through
	}
	next := false
	for _, b := range v.File.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == v.Node && b.Index > 0 && slices.ContainsFunc(b.Refs, isCalled) && b.Name == "next" {
			next = true
		}
	}
	return next && refusesWith401.MatchString(text) && readsCredentials.MatchString(text)
}
