package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// That a request carries no credentials is known only where all that it is given
// was seen: its options, its headers, and what its client adds.

// isBare reports whether a call itself gives no credentials.
func (r *reader) isBare(c call, q *request, config value.Value) bool {
	if c.authorized || c.own != nil || c.headerAt.path != "" || len(c.headersAt) > 0 ||
		!slices.Contains([]string{"axios", "fetch", "HttpClient"}, c.client.library) {
		return false // chains and other hooks may say more
	}
	if strings.Contains(strings.ToLower(c.value.Node.Text()), "authorization") {
		return false // it means to, in the wrong place perhaps
	}
	if !c.config.Node.OK() && c.config.Val == nil && !c.inConfig {
		return true // there are no options
	}
	if !r.seenWhole(config, 0) {
		return false
	}
	if c.client.library == "axios" && r.eval.Prop(config, "auth", config.File, config.Node).Kind != value.Undefined {
		return false
	}
	return r.bareHeaders(q.own.headers)
}

// bareHeaders: the headers are written out, and none of them may be credentials.
func (r *reader) bareHeaders(headers value.Value) bool {
	if !r.seenWhole(headers, 0) {
		return false
	}
	for _, h := range headers.Alternatives() {
		if h.Kind != value.Object {
			continue
		}
		for m := range h.Node.Elements() {
			name := r.keyName(m.Child(syntax.FieldKey))
			if m.Kind() == syntax.ShorthandPropertyIdentifier {
				name = m.Text()
			}
			if name == "" || isCredentialHeader(name) || slices.ContainsFunc(credential.Words(name), func(w string) bool {
				return slices.Contains([]string{"token", "key", "auth", "session", "jwt", "cookie", "secret", "user", "csrf", "xsrf", "signature"}, w)
			}) {
				return false
			}
		}
	}
	return true
}

// seenWhole: the value is nothing, or an object whose properties are all written
// out and that nobody changes.
func (r *reader) seenWhole(v value.Value, depth int) bool {
	if depth > maxWalk {
		return false
	}
	for _, a := range v.Alternatives() {
		switch a.Kind {
		case value.Undefined, value.Null, value.Bool:
			continue
		case value.Object:
		case value.Text:
			continue // axios(url)
		default:
			return false
		}
		if r.changed(a) {
			return false
		}
		for m := range a.Node.Elements() {
			switch m.Kind() {
			case syntax.Pair:
				if k := m.Child(syntax.FieldKey); k.Kind() == syntax.ComputedPropertyName {
					return false
				}
			case syntax.SpreadElement:
				for c := range m.Elements() {
					if s := r.eval.Eval(a.File, unwrapCondition(c), a.Env); s.Kind == value.Unknown || !r.seenWhole(s, depth+1) {
						return false
					}
				}
			}
		}
	}
	return true
}

// changed reports whether an object that has a name may be changed by it: it is
// only handed to requests, spread, or put into another.
func (r *reader) changed(object value.Value) bool {
	decl := object.Node.Parent()
	for decl.Is(syntax.AsExpression, syntax.SatisfiesExpression, syntax.ParenthesizedExpression, syntax.Pair, syntax.Object) {
		decl = decl.Parent()
	}
	if decl.Kind() != syntax.VariableDeclarator {
		return false
	}
	b := object.File.Scopes.Lookup(decl.Child(syntax.FieldName))
	if b == nil {
		return true
	}
	return slices.ContainsFunc(b.Refs, func(ref syntax.Node) bool {
		switch p := ref.Parent(); p.Kind() {
		case syntax.Arguments:
			return !r.isRequest(object, p.Parent())
		case syntax.MemberExpression, syntax.SubscriptExpression:
			for p.Parent().Is(syntax.MemberExpression, syntax.SubscriptExpression) {
				p = p.Parent()
			}
			return p.Parent().Child(syntax.FieldLeft) == p || p.Parent().Kind() == syntax.CallExpression
		case syntax.AssignmentExpression:
			return true
		}
		return false
	})
}

// linkBare says of requests that they carry no credentials, where nothing that
// their client does may add some.
func (l *linker) linkBare() {
	hooked := map[string]bool{}
	for _, sh := range l.sheets {
		for _, i := range sh.interceptors {
			if !i.response {
				hooked[i.key] = true
			}
		}
	}
	for _, sh := range l.sheets {
		for _, q := range sh.requests {
			key := q.client.key
			if !q.bare || q.fact.Authorized != authflow.Unknown || hooked[key] || strings.Contains(key, "@") || strings.HasPrefix(key, vuePrefix) {
				continue
			}
			if c := l.client(q.client); c.fact.Credentials == authflow.No && l.plainlyMade(q.client) {
				q.fact.Authorized = authflow.No
			}
		}
	}
}

// plainlyMade: the options of an instance are all written out.
func (l *linker) plainlyMade(ref clientRef) bool {
	if !ref.at.Valid() {
		return true // a global one
	}
	made := l.reader.madeWith(ref)
	return ref.create.Kind == value.Call && (made.File == nil || l.reader.seenWhole(made, 0) &&
		l.reader.bareHeaders(l.reader.eval.Prop(made, "headers", made.File, made.Node)))
}

// shortCircuits: an expression is one of its sides: a && b, a || b, a ?? b.
func shortCircuits(n syntax.Node) bool {
	switch n.Operator() {
	case "&&", "||", "??":
		return true
	}
	return false
}
