package tshttp

import (
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

// isIncoming: the names under which handlers take their request.
func isIncoming(name string) bool {
	return name == "req" || name == "request" || name == "ctx" || name == "context" || name == "c"
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
		return r.useAsArgument(p.Parent())
	}
	return authflow.SchemeUnseen
}

// strips are the string methods by which servers test or take off the scheme.
var strips = map[string]bool{"split": true, "replace": true, "startsWith": true, "slice": true, "substring": true, "substr": true, "match": true, "includes": true}

func (r *reader) useAsArgument(call syntax.Node) authflow.SchemeUse {
	if name := calleeName(call); name == "verify" || name == "decode" || name == "jwtDecode" || name == "verifyToken" {
		return authflow.SchemeIgnored
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

// readServerCall reads what a server sets and allows: session cookies,
// credentials across origins, req.get('Authorization').
func (r *reader) readServerCall(n syntax.Node, callee value.Value) {
	arg := firstOf(n.Child(syntax.FieldArguments))
	switch {
	case callee.From("default", "cors") || callee.From("*", "cors"):
		options := r.value(arg)
		if c := r.eval.Prop(options, "credentials", r.file, arg); c.Kind == value.Bool && c.Name == "true" {
			r.out.evidence.CredentialedCORS = append(r.out.evidence.CredentialedCORS, r.span(n))
		}
	case callee.From("default", "express-session"), callee.From("*", "express-session"):
		r.out.evidence.SessionCookies = append(r.out.evidence.SessionCookies, r.span(n))
	case callee.Kind == value.Member && isResponseName(rootName(n.Child(syntax.FieldFunction))):
		r.readServerAnswer(n, callee.Name, arg)
	case callee.Kind == value.Member && (callee.Name == "get" || callee.Name == "header") && isIncoming(rootName(n.Child(syntax.FieldFunction))):
		if name, _ := r.value(arg).Constant(); isAuthorization(name) {
			r.addServerRead(n)
		}
	}
}

func (r *reader) readServerAnswer(n syntax.Node, method string, arg syntax.Node) {
	name, _ := r.value(arg).Constant()
	switch method {
	case "cookie":
		if credential.IsCredentialName(name) || strings.Contains(strings.ToLower(name), "sess") || name == "sid" || name == "connect.sid" {
			r.out.evidence.SessionCookies = append(r.out.evidence.SessionCookies, r.span(n))
		}
	case "header", "setHeader", "set":
		if strings.EqualFold(name, "Access-Control-Allow-Credentials") {
			r.out.evidence.CredentialedCORS = append(r.out.evidence.CredentialedCORS, r.span(n))
		}
	}
}

// readSchemeJoin reads a scheme that is kept apart and joined to a token:
// `${tokenType} ${accessToken}`, tokenHead + token.
func (r *reader) readSchemeJoin(n syntax.Node) {
	if n.Kind() == syntax.SwitchStatement || n.Kind() == syntax.BinaryExpression && n.Operator() != "+" || n.Parent().Kind() == syntax.BinaryExpression {
		return // of a chain of +, the whole is read
	}
	var names []credential.NameKind
	for m := range n.Descendants() {
		switch m.Kind() {
		case syntax.Identifier, syntax.PropertyIdentifier:
			names = append(names, credential.NameOf(m.Text()))
		case syntax.StatementBlock, syntax.Object:
			return // a template of code, not a value
		}
	}
	scheme, token := -1, -1
	for i, k := range names {
		switch {
		case k == credential.NameScheme && scheme < 0:
			scheme = i
		case k == credential.NameToken && scheme >= 0:
			token = i
		}
	}
	if scheme >= 0 && token > scheme {
		r.out.evidence.SchemeJoins = append(r.out.evidence.SchemeJoins, r.span(n))
	}
}
