package gohttp

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

const fasthttp = "github.com/valyala/fasthttp"

// fasthttpSetters set a header of a request by name and value, as strings or as
// bytes; those of fasthttp.ResponseHeader have another receiver.
var fasthttpSetters = map[string]bool{
	"Set": true, "SetCanonical": true, "SetBytesK": true, "SetBytesV": true, "SetBytesKV": true,
	"Add": true, "AddBytesK": true, "AddBytesV": true, "AddBytesKV": true,
}

func (r *reader) fasthttpHeader(call *ast.CallExpr, sel *ast.SelectorExpr) {
	if len(call.Args) == 2 && fasthttpSetters[sel.Sel.Name] && !r.ofServer(sel.X) {
		r.add(&write{at: call, name: call.Args[0], value: call.Args[1], target: sel.X})
	}
}

// ofServer: ctx.Request.Header of a RequestCtx is of a request that came in.
func (r *reader) ofServer(header ast.Expr) bool {
	sel, ok := ast.Unparen(header).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	request, ok := ast.Unparen(sel.X).(*ast.SelectorExpr)
	return ok && isNamed(r.info.TypeOf(request.X), fasthttp, "RequestCtx")
}

// fasthttpSends returns the request that a call of fasthttp sends, from name,
// its full name: fasthttp.Do(req, resp), client.DoTimeout(req, resp, t),
// fasthttp.Get(dst, url). None of its clients keeps cookies.
func (r *reader) fasthttpSends(call *ast.CallExpr, sel *ast.SelectorExpr, name string) (q *request, t target) {
	if !strings.HasPrefix(name, fasthttp+".") && !strings.HasPrefix(name, "(*"+fasthttp) || len(call.Args) < 2 {
		return nil, target{}
	}
	q = &request{call: call, decl: r.declOf(call), credentials: authflow.Unknown}
	switch method := sel.Sel.Name; {
	case strings.HasPrefix(method, "Do") && isNamed(r.info.TypeOf(call.Args[0]), fasthttp, "Request"):
		q.variable = r.object(call.Args[0])
		return q, r.fasthttpMade(q.variable)
	case strings.HasPrefix(method, "Get"):
		return q, target{method: "GET", url: r.shapes(call.Args[1]), urlAt: call.Args[1]}
	case method == "Post":
		return q, target{method: "POST", url: r.shapes(call.Args[1]), urlAt: call.Args[1]}
	}
	return nil, target{}
}

// fasthttpMade reads method and URL of a request from the calls that set them:
// req.SetRequestURI(url), req.Header.SetMethod(method).
func (r *reader) fasthttpMade(req types.Object) target {
	t := target{method: "GET"}
	if req == nil {
		return t
	}
	for _, id := range r.uses[req] {
		call, name := r.methodChain(id)
		if call == nil || len(call.Args) != 1 {
			continue
		}
		switch name {
		case "SetRequestURI", "Header.SetRequestURI":
			t.url, t.urlAt = r.shapes(call.Args[0]), call.Args[0]
		case "Header.SetMethod":
			t.method = ""
			if m, ok := r.constant(call.Args[0]); ok {
				t.method = m
			}
		}
	}
	return t
}

// methodChain returns the call whose function is a chain of selectors from id
// on, and the chain: Header.SetMethod of req.Header.SetMethod("POST").
func (r *reader) methodChain(id *ast.Ident) (*ast.CallExpr, string) {
	var names []string
	var n ast.Node = id
	for {
		sel, ok := r.parent[n].(*ast.SelectorExpr)
		if !ok || sel.X != n {
			break
		}
		names, n = append(names, sel.Sel.Name), sel
	}
	call, ok := r.parent[n].(*ast.CallExpr)
	if !ok || call.Fun != n {
		return nil, ""
	}
	return call, strings.Join(names, ".")
}
