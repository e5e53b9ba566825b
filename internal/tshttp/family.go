package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A family is a library whose clients are called with the URL first and the
// options behind it, and whose instances are made of one another: ky, got,
// ofetch, umi-request, alova.
type family struct {
	library string
	// root recognizes what the package exports as its client.
	root func(value.Value) bool
	// make recognizes an export that makes a client of options.
	make func(value.Value) bool
	// create and extend are the methods that make a client of options; what
	// extend makes begins with the options of the client that it is called on.
	create, extend []string
	// methods are the methods that send, and the position of their options. Where
	// that is 2, the body is before them.
	methods map[string]int
	// callable: a client is a function that sends itself: ky(url, options).
	callable bool
	// whole: the URL may be one of the options: got({ url, method }).
	whole bool
	// configFirst: there are only options: client.post({ url, body }).
	configFirst bool
	// hooks is not 0 where its interceptors are given the request beside the
	// response: the last of their parameters that may hold it.
	hooks int
	// jarless: its platform keeps no cookies.
	jarless bool
}

var families = []*family{kyFamily, gotFamily, ofetchFamily, umiFamily, alovaFamily, openapiFamily, vueuseFamily, heyFamily, wechatFamily}

// familyClient recognizes the client of a package and what was made of it.
func familyClient(v value.Value) (clientRef, *family, bool) {
	for _, f := range families {
		if c, ok := f.client(v, 0); ok {
			return c, f, true
		}
	}
	return clientRef{}, nil, false
}

func (f *family) client(v value.Value, depth int) (clientRef, bool) {
	if f.root != nil && f.root(v) {
		return clientRef{key: f.library, library: f.library, name: f.library, jarless: f.jarless}, true
	}
	if c, ok := declaredClient(v, f.library); ok {
		return c, true
	}
	if v.Kind != value.Call || v.Base == nil || depth > maxWalk {
		return clientRef{}, false
	}
	ref := clientRef{key: v.Key(), library: f.library, name: clientName(v), at: v.Span(), options: v.Arg(0), jarless: f.jarless}
	base := *v.Base
	switch {
	case f.make != nil && f.make(base):
		return ref, true
	case base.Kind != value.Member || !slices.Contains(f.create, base.Name) && !slices.Contains(f.extend, base.Name):
		return clientRef{}, false
	}
	from, ok := f.client(*base.Base, depth+1)
	if ok && slices.Contains(f.extend, base.Name) {
		ref.from = &from
	}
	if f == heyFamily {
		ref.options = heyOptions(ref.options)
	}
	if args := v.Arguments(); f == gotFamily && len(args) > 1 {
		ref.given = args
	}
	return ref, ok
}

// familyCall recognizes api(url, options) and api.post(url, options).
func familyCall(r *reader, v value.Value) (call, bool) {
	base := *v.Base
	if c, f, ok := familyClient(base); ok && f.callable && !v.New {
		out := call{client: c, value: v, url: v.Arg(0), config: v.Arg(1), configAt: 1}
		if f.whole && !out.config.Node.OK() && r.eval.Value(out.url).Kind == value.Object {
			out.url, out.config, out.inConfig = value.Operand{}, v.Arg(0), true
		}
		switch f {
		case ofetchFamily:
			out.client = r.fetchedWith(out)
		case vueuseFamily:
			if m := v.Node.Parent(); m.Kind() == syntax.MemberExpression && optionsSecond[m.Child(syntax.FieldProperty).Text()] > 0 {
				out.method = method(m.Child(syntax.FieldProperty).Text())
			}
		}
		return out, true
	}
	if base.Kind != value.Member {
		return call{}, false
	}
	c, f, ok := familyClient(*base.Base)
	if !ok {
		return call{}, false
	}
	at, ok := f.methods[base.Name]
	if !ok {
		return call{}, false
	}
	out := call{client: c, value: v, method: method(base.Name), url: v.Arg(0), configAt: at}
	if at == noOptions {
		out.body = v.Arg(1)
		return out, true
	}
	out.config = v.Arg(at)
	if f.configFirst {
		out.url, out.inConfig = value.Operand{}, true
		if base.Name == "request" {
			out.method = "" // the options say it
		}
	}
	if base.Name == "raw" || base.Name == "stream" {
		out.method = "" // the options say it
	}
	if at == 2 {
		out.body = v.Arg(1)
	}
	return out, true
}

// clientOf recognizes any client that handlers can be registered with.
func clientOf(v value.Value) (clientRef, bool) {
	if c, ok := axiosClient(v); ok {
		return c, true
	}
	if c, _, ok := familyClient(v); ok {
		return c, true
	}
	return graphqlClient(v)
}

// The hooks of ky, got, ofetch and RTK Query stand in the options of a client.
// The handler of a request is told from that of an answer by its name.
var (
	requestHooks  = []string{"beforeRequest", "onRequest", "prepareHeaders", "beforeRetry", "requestMiddleware", "beforeFetch"}
	responseHooks = []string{"afterResponse", "onResponse", "onResponseError", "afterFetch", "onFetchError"}
)

// readHooks reads the hooks that a client is made with, and where its headers
// stand.
func (r *reader) readHooks(ref clientRef) {
	options := r.madeWith(ref)
	if options.Kind != value.Object && options.Kind != value.Union {
		return
	}
	headers := r.eval.Prop(options, "headers", options.File, options.Node)
	if init := r.fetchOptions(options, ref.library); headers.Kind == value.Undefined && init.Kind == value.Object {
		headers = r.eval.Prop(init, "headers", init.File, init.Node)
	}
	for _, at := range r.headerPlaces(headers, 0) {
		r.out.homes = append(r.out.homes, home{at, ref.key})
	}
	if at, ok := r.readAuthOption(options, ref.library); ok {
		r.out.homes = append(r.out.homes, home{at, ref.key})
	}
	if headers.Kind == value.Function { // GraphQLClient: headers: () => ({ … })
		r.handler(headers, ref.key, "request", false, ref.name, 0)
	}
	switch ref.library {
	case "hey-api":
		r.readHeyOptions(options, ref.key)
		return // its interceptors are registered
	case "axios":
		return // its interceptors are registered
	case "urql":
		r.readExchanges(options, ref)
	case "graphql-request":
		r.out.homes = append(r.out.homes, home{placeOf(ref.made.File, ref.made.Node), ref.key}) // client.setHeader(…)
	}
	under := "hooks"
	if ref.library == "VueUse" {
		under = "options"
	}
	for _, set := range []value.Value{options, r.eval.Prop(options, under, options.File, options.Node)} {
		if set.Kind != value.Object {
			continue
		}
		for _, name := range requestHooks {
			r.hook(set, name, "request", ref)
		}
		for _, name := range responseHooks {
			r.hook(set, name, "response", ref)
		}
	}
}

// hook reads one hook: a function, or a list of them.
func (r *reader) hook(set value.Value, name, stage string, ref clientRef) {
	v := r.eval.Prop(set, name, set.File, set.Node)
	if v.Kind == value.Array {
		for c := range v.Node.Elements() {
			if fn := r.eval.Eval(v.File, c, v.Env); fn.Kind == value.Function {
				r.hookHandler(fn, name, stage, ref)
			}
		}
		return
	}
	for _, fn := range v.Alternatives() {
		if fn.Kind == value.Function {
			r.hookHandler(fn, name, stage, ref)
		}
	}
}

func (r *reader) hookHandler(fn value.Value, name, stage string, ref clientRef) {
	r.out.interceptors = append(r.out.interceptors, interceptor{
		key: ref.key, response: stage == "response", handler: placeOf(fn.File, fn.Node), file: fn.File, node: fn.Node,
	})
	at := authflow.OnAnswer
	switch {
	case name == "beforeRetry":
		return // after a failure, which may be any
	case stage == "request":
		at = authflow.BeforeRequest
	}
	w := walk{r: r, handler: fn, client: ref.key, hook: 1, visited: map[place]bool{}, stage: at, enters: "the " + stage + " hook of `" + ref.name + "`"}
	w.function(fn, fn.Env, nil, source.Span{}, 0)
	w.finish()
}

// hookSubject is walk.subject for hooks: they are handed the request and its
// options as parameters (ky 1, umi-request, hey-api) or as properties of the first one
// (ky 2, ofetch, got, wechat-http).
func (w *walk) hookSubject(root value.Value, path []string) ([]string, bool) {
	switch i := w.paramIndex(root); {
	case i == 0:
		given := false
		for len(path) > 0 && (path[0] == "request" || path[0] == "options" || path[0] == "config") {
			path, given = path[1:], true
		}
		if given || len(path) == 0 {
			return path, true
		}
		switch path[0] {
		case "headers", "url", "method":
			return path, true
		}
	case i > 0 && i <= w.hook:
		return path, true
	}
	return nil, false
}

// paramIndex returns the position of the handler's parameter that v is, -1 for
// none.
func (w *walk) paramIndex(v value.Value) int {
	if v.Binding == nil || v.Binding.Func != w.handler.Node || !w.handler.Node.Is(syntax.ArrowFunction, syntax.FunctionExpression, syntax.FunctionDeclaration, syntax.MethodDefinition) {
		return -1
	}
	return v.Binding.Index
}
