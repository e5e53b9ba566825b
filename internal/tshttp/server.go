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
	}
	object := n.Child(syntax.FieldObject)
	if object.Kind() != syntax.MemberExpression || object.Child(syntax.FieldProperty).Text() != "headers" || !isIncoming(rootName(object)) {
		return // not the headers of a request that came in
	}
	if p := n.Parent(); p.Is(syntax.AssignmentExpression) && p.Child(syntax.FieldLeft) == n {
		return
	}
	if isAuthorization(r.memberName(n)) {
		r.addServerRead(n)
	}
}

// readServerPattern reads const { authorization } = req.headers.
func (r *reader) readServerPattern(headers, pattern syntax.Node) {
	if headers.Kind() != syntax.MemberExpression || headers.Child(syntax.FieldProperty).Text() != "headers" || !isIncoming(rootName(headers)) {
		return
	}
	for m := range pattern.Elements() {
		name := m
		if m.Kind() == syntax.PairPattern {
			name = m.Child(syntax.FieldValue)
			m = m.Child(syntax.FieldKey)
		}
		if isAuthorization(m.Text()) {
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
	case slices.Contains([]string{"verify", "decode", "jwtDecode", "jwt_decode", "verifyToken", "jwtVerify", "decodeJwt"}, name):
		return authflow.SchemeIgnored
	case (name == "test" || name == "exec") && call.Child(syntax.FieldFunction).Child(syntax.FieldObject).Kind() == syntax.Regex:
		return authflow.SchemeDemanded
	}
	return authflow.SchemeUnseen
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
	case r.readServerSession(n, callee, arg), r.readExtractor(n, callee, arg), r.readHeaderGetter(n, callee, arg):
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

// maxJoin bounds the code of a join, in bytes. Whoever joins a scheme to a token
// writes less.
const maxJoin = 400

// readSchemeJoin reads a scheme that is kept apart and joined to a token:
// `${tokenType} ${accessToken}`, tokenHead + token.
func (r *reader) readSchemeJoin(n syntax.Node) {
	if n.Kind() == syntax.SwitchStatement || n.Kind() == syntax.BinaryExpression && n.Operator() != "+" || n.End()-n.Start() > maxJoin {
		return
	}
	scheme := false
	for m := range n.Descendants() {
		switch m.Kind() {
		case syntax.Identifier, syntax.PropertyIdentifier, syntax.String:
			scheme = scheme || credential.NameOf(m.Text()) == credential.NameScheme
		case syntax.StatementBlock, syntax.Object:
			return // a template of code, not a value
		}
	}
	if scheme && slices.ContainsFunc(r.joined(n), joinsScheme) {
		r.out.evidence.SchemeJoins = append(r.out.evidence.SchemeJoins, r.span(n))
	}
}

// joined returns the shapes of a template or a sum. Two names with a + between
// may be numbers to the evaluator; here their names say that they are not.
func (r *reader) joined(n syntax.Node) []credential.Shape {
	if n.Kind() != syntax.BinaryExpression {
		return r.eval.Shapes(r.operand(n))
	}
	var out []credential.Shape
	for _, left := range r.eval.Shapes(r.operand(n.Child(syntax.FieldLeft))) {
		for _, right := range r.eval.Shapes(r.operand(n.Child(syntax.FieldRight))) {
			out = append(out, credential.Join(left, right))
		}
	}
	return out
}

// joinsScheme: a scheme and a token with at most a blank between, and nothing
// else: not `${scheme}://${host}/${token}`, not prefix + 'token'.
func joinsScheme(s credential.Shape) bool {
	if len(s) < 2 || nameKind(s[0].Hole) != credential.NameScheme {
		return false
	}
	last := nameKind(s[len(s)-1].Hole)
	between, literal := s[1 : len(s)-1].Constant()
	return literal && strings.TrimSpace(between) == "" && (last == credential.NameToken || last == credential.NameRefresh)
}

func nameKind(h *credential.Hole) credential.NameKind {
	if h == nil {
		return credential.NameUnknown
	}
	if h.Key != "" {
		return credential.NameOf(h.Key)
	}
	return credential.NameOf(h.Name)
}

// keepsScheme notes a place that stores, returns or assigns a token together
// with its scheme: whoever sends that token later sends it as it is.
func (r *reader) keepsScheme(n syntax.Node, name string, val value.Operand) {
	if credential.IsCredentialName(name) && slices.ContainsFunc(r.eval.Shapes(val), isSchemed) {
		r.out.evidence.SchemeJoins = append(r.out.evidence.SchemeJoins, r.span(n))
	}
}

// isSchemed: a known scheme and a value behind it; not the text 'Access Token'.
func isSchemed(s credential.Shape) bool {
	_, constant := s.Constant()
	return !constant && credential.HasScheme(s) && credential.KnownScheme(credential.SchemeOf(s))
}

// keepers begin the names of functions that keep a value under a name.
var keepers = []string{"set", "put", "save", "store", "write", "persist"}

// readKeeping reads setStorageSync('token', 'Bearer ' + t) and whatever else
// keeps a value under a name. Web storage is read as such.
func (r *reader) readKeeping(n syntax.Node) {
	words := credential.Words(calleeName(n))
	if len(words) == 0 || !slices.Contains(keepers, words[0]) {
		return
	}
	var args []syntax.Node
	for a := range n.Child(syntax.FieldArguments).Elements() {
		args = append(args, a)
	}
	if len(args) < 2 {
		return
	}
	if name, ok := r.value(args[0]).Constant(); ok {
		r.keepsScheme(n, name, r.operand(args[1]))
	}
}
