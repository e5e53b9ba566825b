package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// streams cannot send a header, so that a token in their URL is no choice.
var streams = []string{"WebSocket", "EventSource"}

// queryOptions are the options that libraries write into the query.
var queryOptions = map[string][]string{
	"axios": {"params"}, "HttpClient": {"params"}, "umi-request": {"params"}, "alova": {"params"},
	"ky": {"searchParams"}, "got": {"searchParams"}, "$fetch": {"query", "params"},
}

// queryTokens lists the parts of a request's URL whose values are holes: those
// in its text, the parameters of a URL object, and what the library makes a query
// of.
func (r *reader) queryTokens(q *request, c call, config, body value.Value) []authflow.QueryToken {
	if slices.Contains(streams, q.client.library) {
		return nil
	}
	if q.client.library == "socket.io" {
		return r.parameters(r.eval.Prop(config, "query", config.File, config.Node), authflow.InHandshake)
	}
	var out []authflow.QueryToken
	for _, u := range q.urls {
		out = append(out, authflow.TokensIn(u, r.asQuery)...)
	}
	out = append(out, r.inURLObject(r.eval.Value(c.url))...)
	for _, name := range queryOptions[q.client.library] {
		out = append(out, r.parameters(r.eval.Prop(config, name, config.File, config.Node), authflow.InQuery)...)
	}
	if q.client.library == "jQuery" && q.fact.Method == "GET" {
		out = append(out, r.parameters(body, authflow.InQuery)...)
	}
	return out
}

// asQuery lists the parameters of a hole that is a query: ?${params}.
func (r *reader) asQuery(p credential.Part) []authflow.QueryToken {
	f := r.eval.Project.File(p.At.File)
	if f == nil {
		return nil
	}
	n := nodeAt(f, p.At.Start, p.At.End)
	if !n.OK() {
		return nil
	}
	return r.parameters(r.eval.Eval(f, n, nil), authflow.InQuery)
}

func lastName(name string) string {
	name = strings.TrimRight(name, "!)(")
	return name[strings.LastIndexAny(name, ".?]")+1:]
}

// parameters lists what an object puts into a query: a literal, URLSearchParams,
// Angular's HttpParams.
func (r *reader) parameters(params value.Value, place authflow.TokenPlace) (out []authflow.QueryToken) {
	for range maxWalk {
		if params.Kind != value.Call || params.Base == nil || params.Base.Kind != value.Member {
			break
		}
		switch params.Base.Name { // new HttpParams().set('token', token), params.toString()
		case "set", "append":
			out = append(out, r.parameter(params, place)...)
		case "toString":
		default:
			return out
		}
		params = *params.Base.Base
	}
	if params.Kind == value.Call && params.New && (params.Base.IsGlobal("URLSearchParams") || params.Base.From("HttpParams", angularHTTP)) {
		out = append(out, r.filled(params, "")...)
		params = r.eval.Value(params.Arg(0))
		if init := r.eval.Prop(params, "fromObject", params.File, params.Node); params.Kind == value.Object && init.Kind == value.Object {
			params = init
		}
	}
	if params.Kind != value.Object || params.Node.Kind() != syntax.Object {
		return out
	}
	for m := range params.Node.Elements() {
		name, val := m.Text(), m
		switch m.Kind() {
		case syntax.Pair:
			name, val = r.nameOf(params, m.Child(syntax.FieldKey)), m.Child(syntax.FieldValue)
		case syntax.ShorthandPropertyIdentifier:
		default:
			continue
		}
		out = append(out, r.token(name, value.Operand{File: params.File, Node: val, Env: params.Env}, value.Operand{File: params.File, Node: m}, place)...)
	}
	return out
}

// token returns a parameter whose value is one hole.
func (r *reader) token(name string, val, at value.Operand, place authflow.TokenPlace) []authflow.QueryToken {
	if !credential.IsCredentialName(name) {
		return nil // evaluate no more than what may matter
	}
	for _, s := range r.eval.Shapes(val) {
		if h := s.Sole(); h != nil {
			return []authflow.QueryToken{{At: at.File.Span(at.Node), Name: name, Hole: h, Place: place}}
		}
	}
	return nil
}

// parameter reads set(name, value).
func (r *reader) parameter(call value.Value, place authflow.TokenPlace) []authflow.QueryToken {
	name, _ := r.eval.Value(call.Arg(0)).Constant()
	return r.token(name, call.Arg(1), value.Operand{File: call.File, Node: call.Node}, place)
}

// inURLObject reads url.searchParams.set(name, value) on the URL object that a
// request goes to.
func (r *reader) inURLObject(url value.Value) (out []authflow.QueryToken) {
	for _, a := range url.Alternatives() {
		if a.Kind == value.Member && a.Name == "href" {
			a = *a.Base
		}
		if a.Kind == value.Call && a.New && a.Base.IsGlobal("URL") {
			out = append(out, r.filled(a, "searchParams")...)
		}
	}
	return out
}

// filled reads the calls of set and append on the variable that an object is
// assigned to where it is made, or on a property of it.
func (r *reader) filled(object value.Value, property string) (out []authflow.QueryToken) {
	decl := object.Node.Parent()
	if decl.Kind() != syntax.VariableDeclarator {
		return nil
	}
	b := object.File.Scopes.Lookup(decl.Child(syntax.FieldName))
	if b == nil {
		return nil
	}
	for _, ref := range b.Refs {
		n := ref.Parent()
		if property != "" {
			if n.Kind() != syntax.MemberExpression || n.Child(syntax.FieldProperty).Text() != property {
				continue
			}
			n = n.Parent()
		}
		call := n.Parent()
		if n.Kind() != syntax.MemberExpression || call.Kind() != syntax.CallExpression || call.Child(syntax.FieldFunction) != n {
			continue
		}
		if name := n.Child(syntax.FieldProperty).Text(); name == "set" || name == "append" {
			out = append(out, r.parameter(value.Value{Kind: value.Call, File: object.File, Node: call, Env: object.Env}, authflow.InQuery)...)
		}
	}
	return out
}
