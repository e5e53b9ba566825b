package tshttp

import (
	"github.com/authlint/authlint/internal/ts/value"
)

var (
	apolloPackages = []string{"@apollo/client", "@apollo/client/core", "@apollo/client/link/http", "@apollo/client/link/batch-http", "apollo-client",
		"apollo-link-http", "apollo-boost", "apollo-upload-client", "apollo-angular/http", "react-apollo"}
	apolloLinks  = []string{"HttpLink", "BatchHttpLink", "createHttpLink", "createUploadLink", "UploadHttpLink", "ApolloClient", "default"}
	urqlPackages = []string{"urql", "@urql/core", "@urql/vue", "@urql/svelte", "@urql/preact", "@urql/solid", "@urql/next"}
)

// graphqlClient recognizes the clients of GraphQL: Apollo's links and client,
// urql's client and GraphQLClient of graphql-request.
func graphqlClient(v value.Value) (clientRef, bool) {
	if c, ok := baseQuery(v); ok {
		return c, true
	}
	if v.Kind != value.Call || v.Base == nil || v.Base.Kind != value.External && !angularLink(v) {
		return clientRef{}, false
	}
	ref := clientRef{key: v.Key(), name: clientName(v), at: v.Span(), options: v.Arg(0), made: v}
	base := *v.Base
	switch {
	case v.New && base.From("GraphQLClient", "graphql-request"):
		ref.library, ref.base, ref.options = "graphql-request", v.Arg(0), v.Arg(1)
		return ref, true
	case (v.New && base.From("Client", urqlPackages...)) || base.From("createClient", urqlPackages...):
		ref.library = "urql"
		return ref, true
	case angularLink(v):
		ref.library = "Apollo"
		return ref, true
	}
	for _, name := range apolloLinks {
		if base.From(name, apolloPackages...) {
			ref.library = "Apollo"
			return ref, true
		}
	}
	return clientRef{}, false
}

// graphqlCall recognizes client.request(document, variables, headers) and
// request(url, document, variables, headers) of graphql-request.
func graphqlCall(r *reader, v value.Value) (call, bool) {
	base, headers := *v.Base, 2
	c := call{value: v, method: "POST", configAt: -1}
	switch {
	case base.From("request", "graphql-request"), base.From("default", "graphql-request"):
		c.client, c.url, headers = clientRef{key: "graphql-request", library: "graphql-request", name: "request"}, v.Arg(0), 3
		if whole := r.eval.Value(c.url); whole.Kind == value.Object { // request({ url, document, requestHeaders })
			c.url, c.config, c.inConfig = value.Operand{}, v.Arg(0), true
		}
	case base.Kind == value.Member && (base.Name == "request" || base.Name == "rawRequest"):
		ref, ok := graphqlClient(*base.Base)
		if !ok || ref.library != "graphql-request" {
			return call{}, false
		}
		c.client = ref
	default:
		return call{}, false
	}
	c.headersAt = r.headerPlaces(r.eval.Value(v.Arg(headers)), 0)
	if whole := r.eval.Value(v.Arg(0)); whole.Kind == value.Object {
		c.headersAt = r.headerPlaces(r.eval.Prop(whole, "requestHeaders", whole.File, whole.Node), 0)
	}
	return c, true
}

// readExchanges reads addAuthToOperation of urql's authExchange, which writes
// the headers of every operation of the client.
func (r *reader) readExchanges(options value.Value, ref clientRef) {
	list := r.eval.Prop(options, "exchanges", options.File, options.Node)
	if list.Kind != value.Array {
		return
	}
	for n := range list.Node.Elements() {
		x := r.eval.Eval(list.File, n, list.Env)
		if x.Kind != value.Call || x.Base == nil || !x.Base.From("authExchange", "@urql/exchange-auth") {
			continue
		}
		config := r.called(r.eval.Value(x.Arg(0)))
		if config.Kind != value.Object {
			continue
		}
		if fn := r.eval.Prop(config, "addAuthToOperation", config.File, config.Node); fn.Kind == value.Function {
			r.writesHeaders(fn, ref.key)
		}
	}
}

// writesHeaders notes a function that puts headers on what a client sends.
func (r *reader) writesHeaders(fn value.Value, key string) {
	r.out.interceptors = append(r.out.interceptors, interceptor{key: key, handler: placeOf(fn.File, fn.Node), file: fn.File, node: fn.Node})
}
