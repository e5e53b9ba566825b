package tshttp

import (
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

var rtkPackages = []string{"@reduxjs/toolkit/query/react", "@reduxjs/toolkit/query", "@reduxjs/toolkit/dist/query", "@reduxjs/toolkit/dist/query/react",
	"@rtk-query/react", "@rtk-incubator/rtk-query", "@rtk-incubator/rtk-query/react"}

// rtkClient recognizes fetchBaseQuery(options), and what wraps it: retry(…) and
// a function of the project that calls it.
func (r *reader) rtkClient(v value.Value, depth int) (clientRef, bool) {
	if c, ok := baseQuery(v); ok {
		return c, true
	}
	if depth > maxWalk {
		return clientRef{}, false
	}
	switch {
	case v.Kind == value.Call && v.Base != nil && v.Base.From("retry", rtkPackages...):
		return r.rtkClient(r.eval.Value(v.Arg(0)), depth+1)
	case v.Kind == value.Function:
		// Have: async (args, api, extra) => { let result = await baseQuery(args, api, extra) … }
		var axios clientRef
		for n := range v.Node.Descendants() {
			if n.Kind() != syntax.CallExpression {
				continue
			}
			callee := r.eval.Eval(v.File, n.Child(syntax.FieldFunction), v.Env)
			if callee.Kind == value.Call || callee.Kind == value.Function && callee.Node != v.Node {
				if c, ok := r.rtkClient(callee, depth+1); ok {
					return c, true
				}
			}
			if c, ok := axiosCall(r, value.Value{Kind: value.Call, Base: &callee, File: v.File, Node: n, Env: v.Env}); ok && axios.key == "" {
				axios = c.client // a base query of the project that sends through axios
			}
		}
		return axios, axios.key != ""
	}
	return clientRef{}, false
}

func baseQuery(v value.Value) (clientRef, bool) {
	if v.Kind != value.Call || v.Base == nil || !v.Base.From("fetchBaseQuery", rtkPackages...) {
		return clientRef{}, false
	}
	return clientRef{key: v.Key(), library: "fetchBaseQuery", name: clientName(v), at: v.Span(), options: v.Arg(0)}, true
}

// rtkCall recognizes baseQuery(args, api, extraOptions) and, in the endpoints of
// an API, builder.mutation({ query: … }), which sends what query returns.
func rtkCall(r *reader, v value.Value) (call, bool) {
	base := *v.Base
	if c, ok := baseQuery(base); ok {
		return call{client: c, value: v, config: v.Arg(0), inConfig: true, configAt: -1}, true
	}
	if base.Kind != value.Member || base.Name != "mutation" && base.Name != "query" || paramOf(*base.Base) == nil {
		return call{}, false
	}
	client, ok := r.apiClient(v, *base.Base)
	if !ok {
		return call{}, false
	}
	definition := r.eval.Value(v.Arg(0))
	query := r.eval.Prop(definition, "query", v.File, v.Node)
	if query.Kind != value.Function {
		return call{}, false
	}
	out := query.Node.Child(syntax.FieldBody)
	if out.Kind() == syntax.StatementBlock {
		returns := value.Returns(out)
		if len(returns) == 0 {
			return call{}, false
		}
		out = firstOf(returns[0])
	}
	for out.Kind() == syntax.ParenthesizedExpression {
		out = firstOf(out)
	}
	c := call{client: client, value: v, config: value.Operand{File: query.File, Node: out, Env: query.Env}, inConfig: true, configAt: -1, byEvent: true}
	if p := v.Node.Parent(); p.Kind() == syntax.Pair {
		c.spelled = scope.PropertyName(p.Child(syntax.FieldKey))
	}
	return c, true
}

// apiClient finds the base query of the API whose endpoints a builder makes:
// createApi({ baseQuery, endpoints: builder => … }) or api.injectEndpoints(…).
func (r *reader) apiClient(v, builder value.Value) (clientRef, bool) {
	fn := paramOf(builder).Func
	object := fn.Parent()
	if object.Kind() == syntax.Pair {
		object = object.Parent()
	}
	made := object.Parent().Parent()
	if object.Kind() != syntax.Object || made.Kind() != syntax.CallExpression {
		return clientRef{}, false
	}
	api := r.eval.Eval(v.File, made, nil)
	for range maxWalk {
		if api.Kind != value.Call || api.Base == nil {
			return clientRef{}, false
		}
		if api.Base.From("createApi", rtkPackages...) {
			options := r.eval.Value(api.Arg(0))
			return r.rtkClient(r.eval.Prop(options, "baseQuery", api.File, api.Node), 0)
		}
		if api.Base.Kind != value.Member || api.Base.Name != "injectEndpoints" && api.Base.Name != "enhanceEndpoints" {
			return clientRef{}, false
		}
		api = *api.Base.Base
	}
	return clientRef{}, false
}
