package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// What servers in TypeScript show as evidence. Their own rules come with the
// server group.

// readServerHeader reads req.headers.authorization.
func (r *reader) readServerHeader(n syntax.Node) {
	if p := n.Parent(); p.Kind() == syntax.VariableDeclarator && p.Child(syntax.FieldName).Kind() == syntax.ObjectPattern {
		r.readServerPattern(n, p.Child(syntax.FieldName))
		r.readQueryPattern(n, p.Child(syntax.FieldName))
	}
	r.readQueryToken(n)
	object := n.Child(syntax.FieldObject)
	if r.ofAnswer(object) && isAuthorization(r.memberName(n)) {
		r.takesWhole(n)
		return
	}
	if object.Kind() != syntax.MemberExpression || object.Child(syntax.FieldProperty).Text() != "headers" || !isIncoming(rootName(object)) {
		return // not the headers of a request that came in
	}
	if p := n.Parent(); p.Is(syntax.AssignmentExpression) && p.Child(syntax.FieldLeft) == n {
		return
	}
	if name := r.memberName(n); isAuthorization(name) {
		r.addServerRead(n)
		r.readMissedHeader(n, name)
	}
}

// takesWhole notes where the header of an answer is taken for a token: servers
// that hand tokens out so put the scheme into it, and get it back as it is.
func (r *reader) takesWhole(n syntax.Node) {
	if p := n.Parent(); p.Is(syntax.AssignmentExpression) && p.Child(syntax.FieldLeft) == n {
		return
	}
	r.out.evidence.SchemeJoins = append(r.out.evidence.SchemeJoins, r.span(n))
}

// ofAnswer tells whether an expression is the headers of an answer:
// response.headers, or headers of const { headers } = await api.post(…).
func (r *reader) ofAnswer(n syntax.Node) bool {
	switch n.Kind() {
	case syntax.MemberExpression:
		return n.Child(syntax.FieldProperty).Text() == "headers" && isResponseName(rootName(n))
	case syntax.Identifier:
		b := r.file.Scopes.Lookup(n)
		return b != nil && len(b.Path) > 0 && b.Path[len(b.Path)-1].Name == "headers" && b.Init.Kind() == syntax.AwaitExpression
	}
	return false
}

// readServerPattern reads const { authorization } = req.headers.
func (r *reader) readServerPattern(headers, pattern syntax.Node) {
	if headers.Kind() != syntax.MemberExpression || headers.Child(syntax.FieldProperty).Text() != "headers" || !isIncoming(rootName(headers)) {
		return
	}
	r.readHeaderNames(pattern, func() bool { return r.ofNode(headers) && !r.knowsBoth(headers) })
}

// readNestedPattern reads const { req: { headers: { authorization } } } = context,
// and the same in the parameters of a function.
func (r *reader) readNestedPattern(n syntax.Node) {
	pattern := n.Child(syntax.FieldValue)
	if pattern.Kind() != syntax.ObjectPattern || n.Child(syntax.FieldKey).Text() != "headers" {
		return
	}
	p := n.Parent()
	for ; p.Is(syntax.ObjectPattern, syntax.PairPattern); p = p.Parent() {
		if p.Kind() == syntax.PairPattern && isIncoming(p.Child(syntax.FieldKey).Text()) {
			r.readHeaderNames(pattern, func() bool { return false })
			return
		}
	}
	if p.Kind() == syntax.VariableDeclarator && isIncoming(p.Child(syntax.FieldValue).Text()) {
		r.readHeaderNames(pattern, func() bool { return false })
	}
}

// readHeaderNames reads the names of headers in a pattern. lowered tells
// whether the server has them in lower case only.
func (r *reader) readHeaderNames(pattern syntax.Node, lowered func() bool) {
	for m := range pattern.Elements() {
		name := m
		if m.Kind() == syntax.PairPattern {
			name = m.Child(syntax.FieldValue)
			m = m.Child(syntax.FieldKey)
		}
		if text := m.Text(); isAuthorization(text) {
			if text != strings.ToLower(text) && lowered() {
				r.addMissed(m, text, m, text)
			}
			r.out.evidence.ServerReads = append(r.out.evidence.ServerReads, authflow.ServerRead{At: r.span(m), Scheme: r.useOfName(name)})
		}
	}
}

// isIncoming: the names under which handlers take their request.
func isIncoming(name string) bool {
	return slices.Contains([]string{"req", "request", "ctx", "context", "c", "event"}, name)
}

func (r *reader) addServerRead(n syntax.Node) {
	r.out.evidence.ServerReads = append(r.out.evidence.ServerReads, authflow.ServerRead{At: r.span(n), Scheme: r.schemeUse(n)})
}

// schemeUse follows the header that a server read to what is done with its
// scheme.
func (r *reader) schemeUse(n syntax.Node) authflow.SchemeUse {
	p := n.Parent()
	for p.Is(syntax.NonNullExpression, syntax.ParenthesizedExpression, syntax.AsExpression, syntax.BinaryExpression, syntax.TernaryExpression, syntax.AwaitExpression) {
		if p.Kind() == syntax.BinaryExpression && !strings.Contains("|| ??", p.Operator()) {
			return authflow.SchemeUnseen // compared, or one half of a test
		}
		n, p = p, p.Parent()
	}
	switch p.Kind() {
	case syntax.MemberExpression:
		if method := p.Child(syntax.FieldProperty).Text(); strips[method] {
			return authflow.SchemeDemanded
		}
	case syntax.VariableDeclarator:
		return r.useOfName(p.Child(syntax.FieldName))
	case syntax.Arguments:
		return r.useAsArgument(p.Parent(), n)
	}
	return authflow.SchemeUnseen
}

// strips are the string methods by which servers test or take off the scheme.
var strips = map[string]bool{"split": true, "replace": true, "startsWith": true, "slice": true, "substring": true, "substr": true, "match": true, "includes": true}

// useAsArgument: jwt.verify(header, key) takes the whole value as the token,
// /^Bearer /.test(header) wants a scheme.
func (r *reader) useAsArgument(call, arg syntax.Node) authflow.SchemeUse {
	switch name := calleeName(call); {
	case firstOf(call.Child(syntax.FieldArguments)) != arg:
		return authflow.SchemeUnseen
	case slices.Contains([]string{"verify", "decode", "jwtDecode", "jwt_decode", "jwtVerify"}, name) || takesToken(name):
		return authflow.SchemeIgnored
	case (name == "test" || name == "exec") && call.Child(syntax.FieldFunction).Child(syntax.FieldObject).Kind() == syntax.Regex:
		return authflow.SchemeDemanded
	}
	return authflow.SchemeUnseen
}

// takesToken: verifyToken, decodeJwt, findByToken; not extractToken, which looks
// for one in what it is given. It asks for what is passed, not for who verifies,
// as authflow.NamesTokenCheck does: validateBearer takes the scheme along.
func takesToken(name string) bool {
	words := credential.Words(name)
	return len(words) > 1 && slices.Contains([]string{"verify", "decode", "validate", "check", "find"}, words[0]) &&
		(slices.Contains(words, "token") || slices.Contains(words, "jwt"))
}

func (r *reader) useOfName(name syntax.Node) authflow.SchemeUse {
	b := r.file.Scopes.Lookup(name)
	if b == nil {
		return authflow.SchemeUnseen
	}
	use := authflow.SchemeUnseen
	for _, ref := range b.Refs {
		if ref.Parent().Kind() == syntax.VariableDeclarator {
			continue // handed to another name: not followed further
		}
		switch u := r.schemeUse(ref); u {
		case authflow.SchemeDemanded:
			return u
		case authflow.SchemeIgnored:
			use = u
		}
	}
	return use
}

// readServerCall reads what a server sets and allows, and what it reads:
// req.get('Authorization').
func (r *reader) readServerCall(n syntax.Node, callee value.Value) {
	r.readKeeping(n)
	arg := firstOf(n.Child(syntax.FieldArguments))
	switch {
	case r.readServerSession(n, callee, arg), r.readExtractor(n, callee, arg), r.readHeaderGetter(n, callee, arg), r.readQueryGetter(n, callee, arg):
	case callee.Kind == value.Member && callee.Name == "get" && r.ofAnswer(n.Child(syntax.FieldFunction).Child(syntax.FieldObject)):
		if name, _ := r.value(arg).Constant(); isAuthorization(name) {
			r.takesWhole(n)
		}
	case callee.Kind == value.Member && (callee.Name == "get" || callee.Name == "header") && isIncoming(rootName(n.Child(syntax.FieldFunction))):
		if name, _ := r.value(arg).Constant(); isAuthorization(name) {
			r.addServerRead(n)
		}
	}
}

// readExtractor reads what passport-jwt takes the token from.
func (r *reader) readExtractor(n syntax.Node, callee value.Value, arg syntax.Node) bool {
	if callee.Kind != value.Member || !callee.Base.From("ExtractJwt", "passport-jwt") {
		return false
	}
	read := authflow.ServerRead{At: r.span(n)}
	switch callee.Name {
	case "fromAuthHeaderAsBearerToken", "fromAuthHeaderWithScheme":
		read.Scheme = authflow.SchemeDemanded
	case "fromHeader":
		if name, _ := r.value(arg).Constant(); !isAuthorization(name) {
			return true
		}
		read.Scheme = authflow.SchemeIgnored
	case "fromUrlQueryParameter":
		r.readQueryExtractor(n, arg)
		return true
	default:
		return true
	}
	r.out.evidence.ServerReads = append(r.out.evidence.ServerReads, read)
	return true
}

// readHeaderGetter reads getHeader(event, 'authorization') of h3, which Nuxt and
// Nitro import by themselves, and headers().get('authorization') of Next.
func (r *reader) readHeaderGetter(n syntax.Node, callee value.Value, arg syntax.Node) bool {
	name := arg
	switch called := calleeName(n); {
	case called == "getHeader" || called == "getRequestHeader":
		for a := range n.Child(syntax.FieldArguments).Elements() {
			name = a
		}
	case callee.Kind == value.Member && callee.Name == "get" && callee.Base.Kind == value.Call && callee.Base.Base.From("headers", "next/headers"):
	default:
		return false
	}
	if s, _ := r.value(name).Constant(); name.OK() && isAuthorization(s) {
		r.addServerRead(n)
	}
	return true
}
