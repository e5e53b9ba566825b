package gohttp

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
)

// bodyOf returns the variable whose body is sent with a request or stream: the
// variable itself, or the one that it is a copy of; nil where it is made for the
// call, or is not followed.
func (r *reader) bodyOf(e ast.Expr, depth int) types.Object {
	if depth > maxDepth {
		return nil
	}
	switch n := ast.Unparen(e).(type) {
	case *ast.Ident:
		obj := r.object(n)
		if as := r.assigned[obj]; len(as) == 1 && as[0].rhs != nil && as[0].result <= 0 && !r.putsBody(obj) {
			if call, ok := ast.Unparen(as[0].rhs).(*ast.CallExpr); ok && isRequest(r.info.TypeOf(n)) {
				if original := r.copied(call, depth); original != nil {
					return original
				}
			}
		}
		return obj
	case *ast.SelectorExpr:
		return r.object(n)
	case *ast.CallExpr:
		return r.copied(n, depth)
	}
	return nil
}

// copied returns the variable of which a call returns a copy that shares its
// body.
func (r *reader) copied(call *ast.CallExpr, depth int) types.Object {
	if isCopy(r.nameOf(call)) {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			return r.bodyOf(sel.X, depth+1)
		}
	}
	d, ok := r.calleeBody(call).(*ast.FuncDecl)
	if !ok || r.touchesBody(d.Body) {
		return nil // it may make a new body
	}
	own := slices.IndexFunc(r.params(d.Type), func(p types.Object) bool { return p != nil && isRequest(p.Type()) })
	if own < 0 || own >= len(call.Args) || d.Type.Results == nil || !isRequest(r.info.TypeOf(d.Type.Results.List[0].Type)) {
		return nil
	}
	// Have: func cloneRequest(r *http.Request) *http.Request.
	param, shares := r.params(d.Type)[own], false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && isCopy(r.nameOf(n)) && r.object(sel.X) == param {
				shares = true
			}
		case *ast.StarExpr:
			shares = shares || r.object(n.X) == param // *copy = *req
		case *ast.ReturnStmt:
			shares = shares || len(n.Results) > 0 && r.object(n.Results[0]) == param
		}
		return !shares
	})
	if !shares {
		return nil
	}
	return r.bodyOf(call.Args[own], depth+1)
}

// putsBody reports whether a variable is given a body of its own somewhere.
func (r *reader) putsBody(obj types.Object) bool {
	return slices.ContainsFunc(r.uses[obj], func(id *ast.Ident) bool {
		sel, ok := r.parent[id].(*ast.SelectorExpr)
		return ok && r.isPut(sel)
	})
}

// isPut: req.Body = …, or any look at req.GetBody.
func (r *reader) isPut(sel *ast.SelectorExpr) bool {
	switch sel.Sel.Name {
	case "GetBody":
		return true
	case "Body":
		s, ok := r.parent[sel].(*ast.AssignStmt)
		return ok && slices.Contains(s.Lhs, ast.Expr(sel)) && isRequest(r.info.TypeOf(sel.X))
	}
	return false
}

// touchesBody reports whether a body of code puts a body on a request, rewinds a
// stream, or reads one to keep it.
func (r *reader) touchesBody(body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			found = found || r.isPut(n) || n.Sel.Name == "Seek"
		case *ast.CallExpr:
			if r.bodyArgument(n) >= 0 {
				return true
			}
			for _, a := range n.Args {
				sel, ok := ast.Unparen(a).(*ast.SelectorExpr)
				found = found || ok && sel.Sel.Name == "Body" && isRequest(r.info.TypeOf(sel.X)) // io.ReadAll(req.Body)
			}
		}
		return !found
	})
	return found
}

// restored says whether the body can be sent a second time. It is No only where
// everything that has the request between the sendings is understood.
func (r *reader) restored(first, second sending, back ast.Node, scope ast.Node, p path) authflow.Truth {
	for _, a := range p.atoms {
		if r.asksForBody(a.cond, first.root, 0) {
			return authflow.Yes
		}
	}
	from, to := first.call.End(), second.call.Pos()
	if first.call == second.call {
		from, to = scope.Pos(), scope.End() // the next turn passes what stands before
	}
	out := authflow.No
	ast.Inspect(scope, func(n ast.Node) bool {
		if n == nil || out != authflow.No || n.End() <= from || n.Pos() >= to {
			return false
		}
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if r.isPut(n) && n.Pos() >= from {
				out = authflow.Yes
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if r.object(l) != first.root || n.Pos() < from {
					continue
				}
				if len(n.Lhs) != len(n.Rhs) || r.bodyOf(n.Rhs[i], 0) != first.root {
					out = authflow.Yes // another request, or another stream
				}
			}
		case *ast.CallExpr:
			if n == first.call || n == second.call || n.Pos() < from || first.call != second.call && !r.follows(n, back) {
				return true // it is on another way
			}
			out = r.handled(n, first.root)
		}
		return true
	})
	return out
}

// handled says what a call between two sendings does to the body of obj.
func (r *reader) handled(call *ast.CallExpr, obj types.Object) authflow.Truth {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if ok && r.object(sel.X) == obj && !isRequest(obj.Type()) && sel.Sel.Name != "Close" {
		return authflow.Unknown // body.Seek, buf.Reset
	}
	if lit, ok := r.calleeBody(call).(*ast.FuncLit); ok && r.touchesBody(lit.Body) {
		return authflow.Unknown // a closure that may put it back
	}
	if !slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
		if u, ok := a.(*ast.UnaryExpr); ok {
			a = u.X
		}
		return r.object(a) == obj
	}) {
		return authflow.No
	}
	if d, ok := r.calleeBody(call).(*ast.FuncDecl); ok && !r.touchesBody(d.Body) {
		return authflow.No // it sets headers
	}
	if ok && sel.Sel.Name == "SetAuthHeader" {
		return authflow.No // of oauth2.Token
	}
	return authflow.Unknown
}

// asksForBody reports whether a condition looks at what a request has for a
// body, or asks a function about it.
func (r *reader) asksForBody(cond ast.Expr, obj types.Object, depth int) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			switch n.Sel.Name {
			case "Body", "GetBody", "ContentLength", "Method":
				found = found || isRequest(r.info.TypeOf(n.X))
			}
		case *ast.CallExpr:
			found = found || slices.ContainsFunc(n.Args, func(a ast.Expr) bool { return r.object(a) == obj })
		case *ast.BinaryExpr:
			found = found || r.object(n.X) == obj || r.object(n.Y) == obj // body == nil
		case *ast.Ident:
			if as := r.assigned[r.object(n)]; depth < 2 && len(as) == 1 && as[0].rhs != nil && as[0].result < 0 {
				found = found || r.asksForBody(as[0].rhs, obj, depth+1)
			}
		}
		return !found
	})
	return found
}

// hasBody says whether the request or stream that a variable holds has a body.
func (r *reader) hasBody(obj types.Object, use ast.Node, depth int) authflow.Truth {
	if r.putsBody(obj) {
		return authflow.Unknown
	}
	out := authflow.No
	for _, a := range r.assigned[obj] {
		if a.rhs == nil {
			return authflow.Unknown
		}
		switch t := r.bodyMade(a.rhs, depth); t {
		case authflow.Yes:
			out = t
		case authflow.Unknown:
			return t
		}
	}
	fn := r.definition(obj, use)
	if !r.isParam(obj, fn) {
		if len(r.assigned[obj]) == 0 && isRequest(obj.Type()) {
			return authflow.Unknown
		}
		return out
	}
	d, ok := fn.(*ast.FuncDecl)
	if !ok || depth >= maxDepth || d.Name.Name == "RoundTrip" {
		return authflow.Unknown // whatever its callers send
	}
	own := slices.Index(r.params(d.Type), obj)
	f, _ := r.info.Defs[d.Name].(*types.Func)
	// It may call itself with what it was given.
	calls := slices.DeleteFunc(slices.Clone(r.callsTo[f]), func(c *ast.CallExpr) bool { return r.within(c, d) })
	if own < 0 || len(calls) == 0 {
		return authflow.Unknown
	}
	for _, c := range calls {
		if own >= len(c.Args) {
			return authflow.Unknown
		}
		switch t := r.bodyMade(c.Args[own], depth+1); t {
		case authflow.Yes:
			return t
		case authflow.Unknown:
			out = t
		}
	}
	return out
}

// bodyMade says whether an expression makes a request or stream that has a body.
func (r *reader) bodyMade(e ast.Expr, depth int) authflow.Truth {
	if depth > maxDepth {
		return authflow.Unknown
	}
	switch n := ast.Unparen(e).(type) {
	case *ast.Ident:
		obj := r.object(n)
		switch {
		case n.Name == "nil":
			return authflow.No
		case obj == nil:
			return authflow.Unknown
		}
		return r.hasBody(obj, n, depth+1)
	case *ast.SelectorExpr:
		if n.Sel.Name == "NoBody" {
			return authflow.No
		}
	case *ast.UnaryExpr:
		if lit, ok := n.X.(*ast.CompositeLit); ok && isNamed(r.info.TypeOf(lit), "net/http", "Request") {
			if field(lit, "Body") == nil {
				return authflow.No
			}
			return r.bodyMade(field(lit, "Body"), depth+1)
		}
		return authflow.Yes // &buffer
	case *ast.CallExpr:
		return r.bodyOfCall(n, depth)
	}
	return authflow.Unknown
}

// bodyOfCall is bodyMade for a call: of NewRequest, of a function of the package
// that calls it, of a maker of readers.
func (r *reader) bodyOfCall(call *ast.CallExpr, depth int) authflow.Truth {
	name := r.nameOf(call)
	if at := r.bodyArgument(call); at >= 0 && at < len(call.Args) {
		if m, ok := r.constant(r.methodArgument(call, at)); ok && (m == "" || m == "GET" || m == "HEAD") {
			return authflow.No
		}
		return r.bodyMade(call.Args[at], depth+1)
	}
	switch name {
	case "bytes.NewReader", "bytes.NewBuffer", "bytes.NewBufferString", "strings.NewReader", "os.Open", "io.Pipe":
		return authflow.Yes
	}
	d, ok := r.calleeBody(call).(*ast.FuncDecl)
	if !ok {
		return authflow.Unknown // made by code that is not seen
	}
	var made *ast.CallExpr
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && made == nil && r.bodyArgument(c) >= 0 {
			made = c
		}
		return made == nil
	})
	if made == nil {
		return authflow.Unknown
	}
	at := r.bodyArgument(made)
	if at >= len(made.Args) {
		return authflow.Unknown
	}
	params := r.params(d.Type)
	given := func(e ast.Expr) ast.Expr {
		if i := slices.Index(params, r.object(e)); r.object(e) != nil && i >= 0 && i < len(call.Args) {
			return call.Args[i]
		}
		return e
	}
	if m, ok := r.constant(given(made.Args[at-2])); ok && (m == "GET" || m == "HEAD") {
		return authflow.No
	}
	return r.bodyMade(given(made.Args[at]), depth+1)
}
