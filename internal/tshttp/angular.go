package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// angularMethods are the methods of Angular's HttpClient and the position of
// their options.
var angularMethods = map[string]int{
	"get": 1, "delete": 1, "head": 1, "options": 1, "jsonp": 1, "post": 2, "put": 2, "patch": 2,
}

const angularHTTP = "@angular/common/http"

// isHTTPClient reports whether v is Angular's HttpClient, which is never made
// by hand: it comes by its type through a constructor, or from inject().
func isHTTPClient(v value.Value) bool {
	return v.Kind == value.Call && v.New && v.Base.From("HttpClient", angularHTTP)
}

// angularCall recognizes http.get(url, options) and its siblings. The
// application has one HttpClient with one chain of interceptors.
func angularCall(r *reader, v value.Value) (call, bool) {
	base := *v.Base
	if base.Kind != value.Member || !isHTTPClient(*base.Base) {
		return call{}, false
	}
	c := clientRef{key: "angular", library: "HttpClient", name: "HttpClient"}
	if base.Base.Node.Kind() == syntax.NewExpression {
		// Have: new HttpClient(inject(HttpBackend)), which has no interceptors.
		c.key, c.at = base.Base.Key(), base.Base.Span()
	}
	if base.Name == "request" {
		if !v.Arg(1).Node.OK() {
			return call{client: c, value: v, configAt: -1}, true // a whole HttpRequest
		}
		m, _ := r.eval.Value(v.Arg(0)).Constant()
		return call{client: c, value: v, method: method(m), url: v.Arg(1), config: v.Arg(2), configAt: 2}, true
	}
	at, ok := angularMethods[base.Name]
	if !ok {
		return call{}, false
	}
	out := call{client: c, value: v, method: method(base.Name), url: v.Arg(0), config: v.Arg(at), configAt: at}
	if at == 2 {
		out.body = v.Arg(1)
	}
	return out, true
}

// readAngularInterceptor reads intercept(req, next) of a class that implements
// HttpInterceptor, and a function of type HttpInterceptorFn or that takes an
// HttpHandlerFn. What next hands on
// does not enter the interceptor again; a request sent through HttpClient does.
func (r *reader) readAngularInterceptor(n syntax.Node) {
	fn, ok := r.angularHandler(n)
	if !ok {
		return
	}
	r.writesHeaders(fn, "angular")
	w := walk{r: r, handler: fn, client: "angular", angular: true, stage: authflow.OnFailure, visited: map[place]bool{}, enters: "this interceptor of `HttpClient`"}
	w.function(fn, fn.Env, nil, source.Span{}, 0)
	w.finish()
	r.readCatchError(fn)
}

// readCatchError reads the error handlers of an interceptor of Angular:
// next.handle(req).pipe(…, catchError(handler)).
func (r *reader) readCatchError(fn value.Value) {
	for n := range fn.Node.Descendants() {
		if n.Kind() != syntax.CallExpression || calleeName(n) != "catchError" {
			continue
		}
		if callee := r.eval.Eval(fn.File, n.Child(syntax.FieldFunction), fn.Env); !fromRxjs(callee) {
			continue
		}
		pipe := n.Parent().Parent()
		if calleeName(pipe) != "pipe" || !r.isNext(fn, pipe.Child(syntax.FieldFunction).Child(syntax.FieldObject)) {
			continue // of another request: a refresh
		}
		handler := r.eval.Eval(fn.File, firstOf(n.Child(syntax.FieldArguments)), fn.Env)
		if handler.Kind != value.Function {
			continue
		}
		x := &exits{r: r, handler: handler, stream: true}
		h := &authflow.Handler{
			At: signature(handler.File, handler.Node), Stage: authflow.OnFailure, Library: "HttpClient", Client: "HttpClient",
			Input: inputName(handler), Exits: x.of(handler, handler.Env),
		}
		r.out.handlers = append(r.out.handlers, handlerOf{h, "angular"})
	}
}

// isNext reports whether an expression sends an interceptor's request on:
// next.handle(req), next(req).
func (r *reader) isNext(fn value.Value, n syntax.Node) bool {
	root, _ := r.eval.Eval(fn.File, n.Child(syntax.FieldFunction), fn.Env).Path()
	b := root.Binding
	return n.Kind() == syntax.CallExpression && b != nil && b.Kind == scope.Param && b.Func == fn.Node && b.Index == 1
}

func (r *reader) angularHandler(n syntax.Node) (value.Value, bool) {
	switch n.Kind() {
	case syntax.FunctionDeclaration:
		return value.Value{Kind: value.Function, File: r.file, Node: n}, r.takesHandler(n)
	case syntax.VariableDeclarator:
		if in := n.Child(syntax.FieldValue); in.Kind() == syntax.ArrowFunction && r.takesHandler(in) {
			return r.value(in), true
		}
		t := n.Child(syntax.FieldType)
		if !t.OK() || !strings.Contains(t.Text(), "HttpInterceptorFn") || !r.eval.TypeOf(r.file, n).From("HttpInterceptorFn", angularHTTP) {
			return value.Value{}, false
		}
		fn := r.value(n.Child(syntax.FieldValue))
		return fn, fn.Kind == value.Function
	}
	if n.Child(syntax.FieldName).Text() != "intercept" {
		return value.Value{}, false
	}
	for h := range enclosingClass(n).Children() {
		if h.Kind() != syntax.ClassHeritage {
			continue
		}
		for t := range h.Descendants() {
			if t.Kind() == syntax.TypeIdentifier && r.eval.Named(r.file, t).From("HttpInterceptor", angularHTTP) {
				return value.Value{Kind: value.Function, File: r.file, Node: n}, true
			}
		}
	}
	return value.Value{}, false
}

// takesHandler reports whether a function is an interceptor by its parameters:
// (req: HttpRequest<unknown>, next: HttpHandlerFn) => ….
func (r *reader) takesHandler(fn syntax.Node) bool {
	params := fn.Child(syntax.FieldParameters)
	if !strings.Contains(params.Text(), "HttpHandlerFn") {
		return false
	}
	for p := range params.Elements() {
		if r.eval.TypeOf(r.file, p).From("HttpHandlerFn", angularHTTP) {
			return true
		}
	}
	return false
}
