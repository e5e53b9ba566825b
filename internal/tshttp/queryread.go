package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Servers that take a token from the query where they would take the header:
// what stands before all routes, and reads both. A route that reads the query
// alone may be the link in a mail.

// readQueryToken reads req.query.token.
func (r *reader) readQueryToken(n syntax.Node) {
	if isIncomingQuery(n.Child(syntax.FieldObject)) {
		r.addQueryRead(n, value.Spell(n), r.memberName(n))
	}
}

// readQueryPattern reads const { token } = req.query.
func (r *reader) readQueryPattern(query, pattern syntax.Node) {
	if !isIncomingQuery(query) {
		return
	}
	for m := range pattern.Elements() {
		switch m.Kind() {
		case syntax.PairPattern:
			m = m.Child(syntax.FieldKey)
		case syntax.ObjectAssignmentPattern:
			m = m.First()
		}
		r.addQueryRead(m, value.Spell(query)+"."+m.Text(), m.Text())
	}
}

// readQueryGetter reads c.req.query('token') of Hono.
func (r *reader) readQueryGetter(n syntax.Node, callee value.Value, arg syntax.Node) bool {
	if callee.Kind != value.Member || callee.Name != "query" || lastName(n.Child(syntax.FieldFunction).Child(syntax.FieldObject).Text()) != "req" {
		return false
	}
	name, _ := r.value(arg).Constant()
	r.addQueryRead(n, value.Spell(n), name)
	return true
}

// readQueryExtractor reads ExtractJwt.fromUrlQueryParameter('token') in a list
// with an extractor of the header: a strategy of passport is asked on all routes.
func (r *reader) readQueryExtractor(n, arg syntax.Node) {
	name, _ := r.value(arg).Constant()
	if !credential.IsCredentialName(name) || n.Parent().Kind() != syntax.Array {
		return
	}
	for m := range n.Parent().Elements() {
		if strings.HasPrefix(calleeName(m), "fromAuthHeader") {
			r.out.queryReads = append(r.out.queryReads, &authflow.QueryRead{At: r.span(n), Spelled: value.Spell(n), Header: r.span(m)})
			return
		}
	}
}

// isIncomingQuery: the query of a request that came in.
func isIncomingQuery(n syntax.Node) bool {
	return n.Kind() == syntax.MemberExpression && n.Child(syntax.FieldProperty).Text() == "query" && isIncoming(rootName(n))
}

func (r *reader) addQueryRead(at syntax.Node, spelled, name string) {
	fn := functionOf(at)
	if !credential.IsCredentialName(name) || !beforeRoutes(fn) {
		return
	}
	for m := range fn.Descendants() {
		if r.readsAuthorization(m) {
			r.out.queryReads = append(r.out.queryReads, &authflow.QueryRead{At: r.span(at), Spelled: spelled, Header: r.span(m)})
			return
		}
	}
}

// readsAuthorization: req.headers.authorization, req.get('Authorization'), and
// { authorization } of what is taken apart.
func (r *reader) readsAuthorization(n syntax.Node) bool {
	switch n.Kind() {
	case syntax.MemberExpression, syntax.SubscriptExpression:
		return isAuthorization(r.memberName(n))
	case syntax.ShorthandPropertyIdentifierPattern:
		return isAuthorization(n.Text())
	case syntax.CallExpression:
		name, _ := r.value(firstOf(n.Child(syntax.FieldArguments))).Constant()
		return isAuthorization(name)
	}
	return false
}

// beforeRoutes: a handler that goes on to the next one, or a guard of Nest.
func beforeRoutes(fn syntax.Node) bool {
	if fn.Child(syntax.FieldName).Text() == "canActivate" {
		return true
	}
	last := syntax.Node{}
	for p := range fn.Child(syntax.FieldParameters).Elements() {
		last = p
	}
	name, _, _ := strings.Cut(last.Text(), ":")
	return strings.TrimRight(name, "? ") == "next"
}
