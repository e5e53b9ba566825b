package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A logged is a LogWrite that waits for its client to be linked.
type logged struct {
	fact *authflow.LogWrite
	// of is the client whose response has no such property, unless an interceptor
	// hands out something else; empty for any other value.
	of string
}

// responseParts are the properties of a response of axios; a token is in data.
var responseParts = []string{"data", "headers", "config", "request", "status", "statusText"}

// missingPart returns the client of whose response n names a property that
// responses do not have: response.accessToken.
func (r *reader) missingPart(n syntax.Node) string {
	v := r.value(n)
	if v.Kind != value.Member {
		return ""
	}
	for v.Base.Kind == value.Member {
		v = *v.Base
	}
	if slices.Contains(responseParts, v.Name) {
		return ""
	}
	if c, ok := r.sends(*v.Base); ok && c.client.library == "axios" {
		return c.client.key
	}
	return ""
}

// addLogs leaves out what is undefined for sure.
func (l *linker) addLogs(logs []logged) {
	for _, w := range logs {
		if w.of == "" || l.unwraps(w.of) {
			l.facts.Logs = append(l.facts.Logs, w.fact)
		}
	}
}

// unwraps reports whether an interceptor of a client may hand out something else
// than the response: response => response.data.
func (l *linker) unwraps(key string) bool {
	for _, sh := range l.sheets {
		for _, i := range sh.interceptors {
			if i.response && !i.rejected && i.key == key && !returnsParameter(i) {
				return true
			}
		}
	}
	return false
}

// returnsParameter: a handler hands on what it was given, on every way.
func returnsParameter(i interceptor) bool {
	given := func(n syntax.Node) bool {
		b := i.file.Scopes.Lookup(n)
		return b != nil && b.Func == i.node && b.Index == 0 && len(b.Path) == 0
	}
	if body := i.node.Child(syntax.FieldBody); body.OK() && body.Kind() != syntax.StatementBlock {
		return given(body)
	}
	whole := true
	flow.Own(i.node, func(n syntax.Node) bool {
		if n.Kind() == syntax.ReturnStatement {
			whole = whole && given(firstOf(n))
		}
		return whole
	})
	return whole
}

// loggedHeaders reports whether an argument is the headers that the code before
// it wrote Authorization into, or the request that has them.
func (r *reader) loggedHeaders(a syntax.Node) bool {
	spelled := func(n syntax.Node) string { return strings.ReplaceAll(n.Text(), "?.", ".") }
	text := spelled(a)
	for _, h := range r.out.headers {
		at := h.fact.At
		if !h.fact.IsAuthorization() || h.file != r.file || at.File != r.file.Path || at.End > a.Start() {
			continue
		}
		n := nodeAt(r.file, at.Start, at.End)
		if n.Kind() == syntax.ExpressionStatement {
			n = firstOf(n) // without a semicolon
		}
		if functionOf(n) != functionOf(a) {
			continue
		}
		var headers syntax.Node
		switch n.Kind() {
		case syntax.AssignmentExpression: // config.headers.Authorization = …
			headers = n.Child(syntax.FieldLeft).Child(syntax.FieldObject)
		case syntax.CallExpression: // config.headers.set('Authorization', …)
			headers = n.Child(syntax.FieldFunction).Child(syntax.FieldObject)
		case syntax.Pair: // const headers = { Authorization: … }
			if d := n.Parent().Parent(); d.Kind() == syntax.VariableDeclarator {
				headers = d.Child(syntax.FieldName)
			}
		}
		if headers.OK() && (spelled(headers) == text || isHeaders(headers.Child(syntax.FieldProperty).Text()) && spelled(headers.Child(syntax.FieldObject)) == text) {
			return true
		}
	}
	return false
}
