package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// What a server is given: whether a value is, or was cut out of, something that
// a request brought, in a header, its URL, a cookie or its body.

// requestParts are what a request is read by, in Express, Koa, Fastify, hono, h3
// and the Request of Fetch.
var requestParts = []string{"headers", "header", "query", "body", "cookies", "signedCookies", "params", "url", "nextUrl", "get", "json", "formData", "text", "rawBody",
	"queryStringParameters", "pathParameters", "rawHeaders", "originalUrl"}

// wrapsRequest: ctx.request, c.req, event.node.req, request.raw.
var wrapsRequest = []string{"request", "req", "node", "raw"}

// readers of h3 and of Next take the request from their first argument or from
// the air.
var requestReaders = []string{"getHeader", "getRequestHeader", "getHeaders", "getQuery", "readBody", "getRouterParam", "getCookie", "headers", "cookies"}

// passOn are functions whose result says as much as their argument.
var passOn = []string{"String", "decodeURIComponent", "atob", "from", "trim", "parse"}

// A givenSearch follows values back to a request, in one file.
type givenSearch struct {
	*reader
	busy map[*scope.Binding]bool
	// header: only what the header Authorization brought counts.
	header bool
}

// given reports whether a request brought the value of n.
func (r *reader) given(n syntax.Node) bool {
	g := &givenSearch{reader: r, busy: map[*scope.Binding]bool{}}
	return g.expr(n)
}

func (g *givenSearch) expr(n syntax.Node) bool {
	switch n.Kind() {
	case syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression, syntax.SatisfiesExpression, syntax.AwaitExpression:
		return g.expr(firstOf(n))
	case syntax.BinaryExpression:
		return shortCircuits(n) && (g.expr(n.Child(syntax.FieldLeft)) || g.expr(n.Child(syntax.FieldRight)))
	case syntax.TernaryExpression:
		return g.expr(n.Child(syntax.FieldConsequence)) || g.expr(n.Child(syntax.FieldAlternative))
	case syntax.MemberExpression, syntax.SubscriptExpression:
		return g.member(n) || g.expr(n.Child(syntax.FieldObject))
	case syntax.NewExpression:
		return g.expr(firstOf(n.Child(syntax.FieldArguments))) // new URL(req.url)
	case syntax.CallExpression:
		return g.call(n)
	case syntax.Identifier, syntax.ShorthandPropertyIdentifier:
		return g.binding(g.file.Scopes.Lookup(n))
	}
	return false
}

// member: req.headers.x, ctx.request.body, event.node.req.headers.
func (g *givenSearch) member(n syntax.Node) bool {
	if g.header {
		return isAuthorization(g.memberName(n)) && isHeaders(lastProperty(n.Child(syntax.FieldObject))) && g.ofRequest(n)
	}
	return g.ofRequest(n)
}

// ofRequest: the first properties of a chain read a request that a handler was
// given.
func (g *givenSearch) ofRequest(n syntax.Node) bool {
	var names []string
	for n.Is(syntax.MemberExpression, syntax.SubscriptExpression, syntax.NonNullExpression, syntax.ParenthesizedExpression) {
		if n.Kind() == syntax.MemberExpression {
			names = append(names, n.Child(syntax.FieldProperty).Text())
		} else if n.Kind() == syntax.SubscriptExpression {
			names = append(names, "")
		}
		if o := n.Child(syntax.FieldObject); o.OK() {
			n = o
		} else {
			n = firstOf(n)
		}
	}
	if len(names) == 0 {
		return false
	}
	b := g.file.Scopes.Lookup(n)
	if i := len(names) - 1; i > 0 && names[i] == "handshake" {
		// Socket.IO: socket.handshake.headers
		return b != nil && b.Kind == scope.Param && slices.Contains([]string{"headers", "auth", "query"}, names[i-1])
	}
	switch {
	case n.Kind() == syntax.CallExpression && calleeName(n) == "getRequest":
	case !isIncoming(n.Text()):
		return false
	case b == nil || b.Kind != scope.Param && !takesRequest(b):
		return false // a request that the code makes, or one of an interceptor's own
	}
	slices.Reverse(names)
	for len(names) > 1 && slices.Contains(wrapsRequest, names[0]) {
		names = names[1:]
	}
	return slices.Contains(requestParts, names[0])
}

// takesRequest: a variable is the request of NestJS:
// context.switchToHttp().getRequest(), GqlExecutionContext.create(context).getContext().req.
func takesRequest(b *scope.Binding) bool {
	text := b.Init.Text()
	return strings.Contains(text, "getRequest") || strings.Contains(text, "getContext()") && b.Name == "req" || strings.HasSuffix(text, ".getContext().req")
}

func (g *givenSearch) call(n syntax.Node) bool {
	fn, args := n.Child(syntax.FieldFunction), n.Child(syntax.FieldArguments)
	name := calleeName(n)
	if fn.Kind() == syntax.MemberExpression {
		if g.header && (name == "get" || name == "header") {
			key, _ := g.value(firstOf(args)).Constant()
			return isAuthorization(key) && g.reads(fn)
		}
		if g.member(fn) || g.expr(fn.Child(syntax.FieldObject)) {
			return !slices.Contains([]string{"startsWith", "includes", "endsWith", "test", "has", "indexOf"}, name)
		}
	}
	if slices.Contains(requestReaders, name) && fn.Kind() == syntax.Identifier {
		if g.header {
			last := syntax.Node{}
			for a := range args.Elements() {
				last = a
			}
			key, _ := g.value(last).Constant()
			return isAuthorization(key)
		}
		b := g.file.Scopes.Lookup(fn)
		return b == nil || b.Kind == scope.Import
	}
	if !g.header && isIncoming(firstOf(args).Text()) && isPackage(g.value(fn), "basic-auth") {
		return true // the name and the password of the header
	}
	return slices.Contains(passOn, name) && g.expr(firstOf(args))
}

// reads: req.get, req.headers.get, c.req.header, headers().get.
func (g *givenSearch) reads(fn syntax.Node) bool {
	if g.ofRequest(fn) {
		return true
	}
	object := bare(fn.Child(syntax.FieldObject))
	for object.Kind() == syntax.AwaitExpression {
		object = bare(firstOf(object))
	}
	return object.Kind() == syntax.CallExpression && object.Child(syntax.FieldFunction).Text() == "headers"
}

// binding: a variable, or a parameter of a function that the file calls with it.
func (g *givenSearch) binding(b *scope.Binding) bool {
	if b == nil || g.busy[b] {
		return false
	}
	g.busy[b] = true
	defer delete(g.busy, b)
	if b.Kind == scope.Param {
		return g.decorated(b) || !g.header && g.authenticates(b) || g.passed(b)
	}
	if b.Init.OK() {
		if g.header && len(b.Path) > 0 {
			// Have: const { authorization } = req.headers.
			if last := b.Path[len(b.Path)-1]; last.Index < 0 {
				return isAuthorization(last.Name) && isHeaders(lastProperty(b.Init)) && g.ofRequest(b.Init)
			}
		}
		if len(b.Path) > 0 && isIncoming(b.Init.Text()) { // const { body, headers } = req
			return !g.header && slices.Contains(requestParts, b.Path[0].Name) && g.file.Scopes.Lookup(b.Init) != nil
		}
		if g.expr(b.Init) {
			return true
		}
	}
	return slices.ContainsFunc(b.Writes, func(w syntax.Node) bool {
		return w.Kind() == syntax.AssignmentExpression && g.expr(w.Child(syntax.FieldRight))
	})
}

// paramDecorators are those of NestJS for what a request brought.
var paramDecorators = []string{"Headers", "Query", "Body", "Param", "Ip"}

// decorated: a parameter that NestJS fills: @Headers('x-api-key') key: string.
func (g *givenSearch) decorated(b *scope.Binding) bool {
	for d := range b.Decl.Elements() {
		call := firstOf(d)
		if d.Kind() != syntax.Decorator || call.Kind() != syntax.CallExpression || !slices.Contains(paramDecorators, calleeName(call)) {
			continue
		}
		if !g.header {
			return true
		}
		key, _ := g.value(firstOf(call.Child(syntax.FieldArguments))).Constant()
		return calleeName(call) == "Headers" && isAuthorization(key)
	}
	return false
}

// authenticates: a parameter of a function that a library gives the credentials
// of a request: new BearerStrategy((token, done) => …) of passport, validate(token)
// of a strategy of NestJS, basicAuth({ authorizer: (user, password) => … }).
func (g *givenSearch) authenticates(b *scope.Binding) bool {
	if len(b.Path) > 0 {
		return false
	}
	p := b.Func.Parent()
	switch {
	case p.Kind() == syntax.Arguments && p.Parent().Kind() == syntax.NewExpression:
		return strings.HasSuffix(p.Parent().Child(syntax.FieldConstructor).Text(), "Strategy") && !slices.ContainsFunc(b.Refs, isCalled)
	case b.Func.Kind() == syntax.MethodDefinition:
		return b.Func.Child(syntax.FieldName).Text() == "validate" && strings.Contains(classHead(b.Func), "PassportStrategy(")
	case p.Kind() == syntax.Pair:
		call := p.Parent().Parent().Parent()
		return p.Child(syntax.FieldKey).Text() == "authorizer" && call.Kind() == syntax.CallExpression && isPackage(g.value(call.Child(syntax.FieldFunction)), "express-basic-auth")
	}
	return false
}

// classHead is what stands before the body of the class around a method.
func classHead(method syntax.Node) string {
	body := method.Parent()
	return body.Parent().Text()[:body.Start()-body.Parent().Start()]
}

func (g *givenSearch) passed(b *scope.Binding) bool {
	if len(b.Path) > 0 {
		return false
	}
	name := nameOf(g.file, b.Func)
	if name == nil {
		return false
	}
	for _, ref := range name.Refs {
		if !isCalled(ref) {
			continue
		}
		i := 0
		for a := range ref.Parent().Child(syntax.FieldArguments).Elements() {
			if i == b.Index && g.expr(a) {
				return true
			}
			i++
		}
	}
	return false
}

func lastProperty(n syntax.Node) string {
	n = bare(n)
	if n.Kind() == syntax.MemberExpression {
		return n.Child(syntax.FieldProperty).Text()
	}
	return n.Text()
}
