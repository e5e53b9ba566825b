package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// verifiers are packages that are there to verify tokens.
var verifiers = map[string]bool{
	"express-jwt": true, "express-oauth2-jwt-bearer": true, "passport-jwt": true, "aws-jwt-verify": true,
	"koa-jwt": true, "hono/jwt": true, "@nestjs/passport": true,
}

// verifying are methods that verify, of whatever object: those of Fastify's
// requests and of the service of NestJS.
var verifying = map[string]bool{"jwtVerify": true, "verifyAsync": true}

// readDecoded reads jwt.decode(token) and the like where a middleware of a
// server takes the claims for the identity of the request.
func (r *reader) readDecoded(n syntax.Node, callee value.Value) {
	module := packageOf(callee)
	if module == "jsonwebtoken" && callee.Name == "verify" || module == "jose" && strings.HasSuffix(callee.Name, "erify") ||
		verifiers[module] && callee.Name != "decode" || module == "passport" && callee.Name == "authenticate" || callee.Kind == value.Member && verifying[callee.Name] || calleeName(n) == "verify" && isTokenService(n) {
		r.verifies(n)
		return
	}
	args := n.Child(syntax.FieldArguments)
	switch {
	case module == "jwt-simple" && callee.Name == "decode":
		if r.unverifying(n, args) {
			return
		}
	case module == "jsonwebtoken" && callee.Name == "decode", module == "jose" && callee.Name == "decodeJwt":
	case module == "hono/jwt" && callee.Name == "decode":
	case callee.Kind == value.Member && callee.Name == "jwtDecode", calleeName(n) == "decode" && isTokenService(n):
	case module == "jwt-decode":
		if second := firstOf(args).Next(); second.OK() && strings.Contains(second.Text(), "header") {
			return // the header alone, to choose a key
		}
	default:
		return
	}
	token := firstOf(args)
	to, owner := r.identityOf(n)
	decides := false
	if !to.OK() {
		to, owner = r.decides(n, token)
		decides = to.OK()
	}
	if to.OK() && !r.looksUp(n, token) && !r.forDevelopment(n) {
		r.out.unverified = append(r.out.unverified, &authflow.UnverifiedToken{
			At: r.span(n), Call: value.Spell(n.Child(syntax.FieldFunction)), Given: r.span(to), To: spellTarget(to), Decides: decides, Refuses: decides || answers401(owner), Header: r.headerBringing(token),
		})
	}
}

// isTokenService: a method is of the service of NestJS, or of the plugin of
// Fastify: this.jwtService.decode, app.jwt.decode.
func isTokenService(call syntax.Node) bool {
	fn := call.Child(syntax.FieldFunction)
	if fn.Kind() != syntax.MemberExpression {
		return false
	}
	object := bare(fn.Child(syntax.FieldObject))
	name := strings.ToLower(lastProperty(object))
	return name == "jwtservice" || name == "jwt" && object.Kind() == syntax.MemberExpression
}

// unverifying reads decode(token, key, 'HS256') of jwt-simple, whose third
// parameter is noVerify; the algorithm is the fourth. It reports whether that
// settles the matter.
func (r *reader) unverifying(n, args syntax.Node) bool {
	third := firstOf(args).Next().Next()
	if !third.OK() {
		r.verifies(n)
		return true
	}
	text, constant := r.value(third).Constant()
	if constant && text != "" {
		r.out.unverified = append(r.out.unverified, &authflow.UnverifiedToken{
			At: r.span(n), Call: value.Spell(n.Child(syntax.FieldFunction)), SwitchedOff: true, Given: r.span(third),
		})
		return true
	}
	if third.Text() == "false" {
		r.verifies(n)
	}
	return third.Text() != "true" // true is a decode that says so
}

func (r *reader) verifies(n syntax.Node) {
	r.out.evidence.TokenChecks = append(r.out.evidence.TokenChecks, r.span(n))
}

// headerBringing returns the name of the header that a token comes from, empty
// where it is none: req.get('x-token'), req.headers['x-token'].
func (r *reader) headerBringing(token syntax.Node) string {
	if b := r.file.Scopes.Lookup(token); b != nil && b.Init.OK() {
		token = b.Init
	}
	name := ""
	syntax.Walk(token, func(n syntax.Node) bool {
		switch {
		case name != "":
		case n.Kind() == syntax.CallExpression && (calleeName(n) == "get" || calleeName(n) == "header"):
			name, _ = r.value(firstOf(n.Child(syntax.FieldArguments))).Constant()
		case n.Kind() == syntax.SubscriptExpression && lastProperty(n.Child(syntax.FieldObject)) == "headers":
			name, _ = r.value(n.Child(syntax.FieldIndex)).Constant()
		}
		return name == ""
	})
	return name
}

// packageOf returns the package that a value is an export of, or a member of one.
func packageOf(v value.Value) string {
	for v.Kind == value.Member {
		v = *v.Base
	}
	if v.Kind != value.External {
		return ""
	}
	return v.Module
}

// identityOf follows the claims that a call makes to where a middleware gives
// them to its request: req.user = …, c.set('user', …). A file that verifies by
// whatever name may do so before or after.
func (r *reader) identityOf(n syntax.Node) (to, owner syntax.Node) {
	claims := n
	for claims.Parent().Is(syntax.AwaitExpression, syntax.ParenthesizedExpression, syntax.AsExpression, syntax.NonNullExpression) {
		claims = claims.Parent()
	}
	if to, owner = r.givenAt(claims); !to.OK() {
		for _, b := range r.file.Scopes.Bindings() {
			if b.Init != claims && b.Init != n && !(len(b.Writes) == 1 && !b.Init.OK() && b.Kind == scope.Let && assigns(b.Writes[0], claims)) {
				continue
			}
			for _, ref := range b.Refs {
				if to, owner = r.givenAt(ref); to.OK() {
					break
				}
			}
			if to.OK() {
				break
			}
		}
	}
	if !to.OK() || r.verifiesByName() {
		return syntax.Node{}, syntax.Node{}
	}
	return to, owner
}

// assigns: x = claims.
func assigns(assignment, claims syntax.Node) bool {
	return assignment.Kind() == syntax.AssignmentExpression && assignment.Child(syntax.FieldRight) == claims
}

// givenAt returns the member of the request that an expression, a member of it
// or an object around it is given to, and the middleware whose request it is.
func (r *reader) givenAt(n syntax.Node) (to, owner syntax.Node) {
	for child, p := n, n.Parent(); p.OK(); child, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.MemberExpression:
			if child == p.Child(syntax.FieldObject) && (p.Child(syntax.FieldProperty).Text() == "header" || p.Parent().Kind() == syntax.CallExpression && p.Parent().Child(syntax.FieldFunction) == p) {
				return syntax.Node{}, syntax.Node{} // the header names the key; what a method makes of it is unknown
			}
		case syntax.Object, syntax.Pair, syntax.SpreadElement, syntax.AsExpression, syntax.ParenthesizedExpression, syntax.NonNullExpression:
		case syntax.TernaryExpression:
			if child == p.Child(syntax.FieldCondition) {
				return syntax.Node{}, syntax.Node{} // whether there are any
			}
		case syntax.BinaryExpression:
			if op := p.Operator(); op != "||" && op != "??" && op != "&&" {
				return syntax.Node{}, syntax.Node{}
			}
		case syntax.AssignmentExpression:
			left := p.Child(syntax.FieldLeft)
			if child == left || left.Kind() != syntax.MemberExpression || !authflow.NamesIdentity(left.Child(syntax.FieldProperty).Text()) {
				return syntax.Node{}, syntax.Node{}
			}
			if owner = r.middleware(belongsTo(left)); owner.OK() {
				to = left
			}
			return to, owner
		case syntax.Arguments:
			return r.setAt(p, child)
		default:
			return syntax.Node{}, syntax.Node{}
		}
	}
	return syntax.Node{}, syntax.Node{}
}

// belongsTo returns the name that a member belongs to: req of (req as any).user.
func belongsTo(n syntax.Node) syntax.Node {
	for n.Kind() == syntax.MemberExpression {
		n = bare(n.Child(syntax.FieldObject))
	}
	return n
}

// setAt reads c.set('user', claims) of hono.
func (r *reader) setAt(args, claims syntax.Node) (to, owner syntax.Node) {
	call, key := args.Parent(), firstOf(args)
	name, _ := r.value(key).Constant()
	if calleeName(call) != "set" || key.Next() != claims || !authflow.NamesIdentity(name) {
		return syntax.Node{}, syntax.Node{}
	}
	if owner = r.middleware(rootNode(call.Child(syntax.FieldFunction))); owner.OK() {
		to = call
	}
	return to, owner
}

// middleware returns the function, a guard of NestJS or a hook of Fastify among them, that takes a name as its request, response or
// context and calls the next handler.
func (r *reader) middleware(name syntax.Node) syntax.Node {
	b := r.file.Scopes.Lookup(name)
	if b != nil && takesRequest(b) && isGuard(functionOf(b.Node)) {
		return functionOf(b.Node) // const request = context.switchToHttp().getRequest()
	}
	if b == nil || b.Kind != scope.Param || len(b.Path) > 0 || !isIncoming(b.Name) && !isResponseName(b.Name) {
		return syntax.Node{}
	}
	if b.Index == 0 && r.isHook(b.Func) {
		return b.Func // Fastify runs what comes after it by itself
	}
	for _, o := range r.file.Scopes.Bindings() {
		if o.Kind != scope.Param || o.Func != b.Func || o.Index <= b.Index || len(o.Path) > 0 {
			continue
		}
		for _, ref := range o.Refs {
			if isCalled(ref) {
				return b.Func
			}
		}
	}
	return syntax.Node{}
}

// looksUp: the token itself is compared with one that is known, or handed to code
// that may look it up, beside being decoded.
func (r *reader) looksUp(decode, token syntax.Node) bool {
	b := r.file.Scopes.Lookup(token)
	if b == nil {
		return false
	}
	for _, ref := range b.Refs {
		switch p := ref.Parent(); p.Kind() {
		case syntax.Arguments:
			if call := p.Parent(); call != decode && !isLog(call) && !authflow.NamesLog(call.Child(syntax.FieldFunction).Text()) {
				return true
			}
		case syntax.Pair, syntax.ShorthandPropertyIdentifier, syntax.Object, syntax.TemplateSubstitution, syntax.Array:
			return true
		case syntax.BinaryExpression:
			other := p.Child(syntax.FieldLeft)
			if other == ref {
				other = p.Child(syntax.FieldRight)
			}
			if op := p.Operator(); (strings.HasPrefix(op, "==") || strings.HasPrefix(op, "!=")) && !other.Is(syntax.String, syntax.Null, syntax.Undefined, syntax.Number) {
				return true
			}
		}
	}
	return false
}

// verifiesByName: some function that the file calls says that it verifies.
func (r *reader) verifiesByName() bool {
	found := false
	syntax.Walk(r.file.Tree.Root(), func(n syntax.Node) bool {
		if n.Kind() == syntax.CallExpression {
			name := strings.ToLower(calleeName(n))
			found = found || strings.Contains(name, "verif") || strings.Contains(name, "introspect") || strings.Contains(name, "validate") || strings.Contains(name, "checktoken") || strings.Contains(name, "checkjwt")
		}
		return !found
	})
	return found
}

// answers401: the function answers some requests with 401 or 403.
func answers401(fn syntax.Node) bool {
	text := fn.Text()
	if isGuard(fn) && (strings.Contains(text, "return false") || strings.Contains(text, "Unauthorized") || strings.Contains(text, "Forbidden")) {
		return true
	}
	return strings.Contains(text, "401") || strings.Contains(text, "403")
}

func spellTarget(to syntax.Node) string {
	if to.Kind() == syntax.CallExpression {
		return value.Spell(to.Child(syntax.FieldFunction))
	}
	return value.Spell(to)
}
