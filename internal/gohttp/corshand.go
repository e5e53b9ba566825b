package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// A sent header is one that the code writes into its answer.
type sent struct {
	at    ast.Node
	value ast.Expr
}

// sentHeaders are what a function writes of the headers of CORS, by their names
// in lower case.
type sentHeaders map[string][]sent

// readHandCORS reads policies that functions write header by header, and those
// in map literals, which handlers of functions in a cloud return.
func (r *reader) readHandCORS() {
	byFunc := map[ast.Node]sentHeaders{}
	var order []ast.Node
	note := func(owner ast.Node, name string, s sent) {
		if byFunc[owner] == nil {
			byFunc[owner] = sentHeaders{}
			order = append(order, owner)
		}
		byFunc[owner][name] = append(byFunc[owner][name], s)
	}
	for _, call := range r.calls {
		if name, ok := r.corsHeader(call); ok {
			note(r.funcOf(call), name, sent{call, call.Args[1]})
		}
	}
	for _, lit := range r.literals {
		if _, ok := lit.Type.(*ast.MapType); !ok {
			continue
		}
		for _, elt := range lit.Elts {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				break
			}
			if name, ok := r.corsName(kv.Key); ok {
				note(lit, name, sent{kv, kv.Value})
			}
		}
	}
	for _, owner := range order {
		r.handPolicy(byFunc[owner])
	}
}

// corsHeader reports whether a call sets a header of CORS on an answer:
// w.Header().Set(…), c.Header(…), c.Set(…).
func (r *reader) corsHeader(call *ast.CallExpr) (name string, ok bool) {
	sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !isSel || len(call.Args) != 2 || !slices.Contains([]string{"Set", "Add", "Header", "SetHeader"}, sel.Sel.Name) {
		return "", false
	}
	if isNamed(r.info.TypeOf(sel.X), "net/http", "Header") && !r.ofResponse(sel.X) {
		return "", false // a request that is sent
	}
	return r.corsName(call.Args[0])
}

func (r *reader) corsName(e ast.Expr) (string, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		if len(e.Value) < len(authflow.AllowOriginHeader) {
			return "", false
		}
	case *ast.Ident, *ast.SelectorExpr: // a constant, such as those of frameworks
	default:
		return "", false
	}
	text, ok := r.constant(e)
	if !ok {
		// echo.HeaderAccessControlAllowOrigin, where echo is not here.
		_, text, ok = strings.Cut(spell(e), ".HeaderAccessControl")
		text = "access-control-" + strings.ReplaceAll(strings.ToLower(text), "allow", "allow-")
	}
	text = authflow.CORSHeader(text)
	return text, ok && text != ""
}

func (r *reader) handPolicy(h sentHeaders) {
	var origins []authflow.HandOrigin
	for _, o := range h[authflow.AllowOriginHeader] {
		origins = append(origins, authflow.HandOrigin{At: r.span(o.at), Origins: r.handOrigin(o)})
	}
	var credentials []authflow.HandCredentials
	for _, c := range h[authflow.AllowCredentialsHeader] {
		credentials = append(credentials, r.handCredentials(c, h[authflow.AllowOriginHeader]))
	}
	if p := authflow.HandPolicy(origins, credentials); p != nil {
		r.handHeaders(p, h[authflow.AllowHeadersHeader])
		r.addPolicy(p, h[authflow.AllowOriginHeader][0].at)
	}
}

func (r *reader) handCredentials(c sent, origins []sent) authflow.HandCredentials {
	out := authflow.HandCredentials{At: r.span(c.at)}
	on, known := r.constant(c.value)
	if !known {
		return out
	}
	if out.On = authflow.TruthOf(strings.EqualFold(on, "true")); out.On == authflow.Yes {
		for _, o := range origins {
			out.Apart = append(out.Apart, r.exclusive(o.at, c.at))
		}
	}
	return out
}

func (r *reader) handOrigin(o sent) authflow.Origins {
	if text, ok := r.constant(o.value); ok {
		if text == "*" {
			return authflow.AnyOrigin
		}
		return authflow.OriginsListed
	}
	if r.originOfRequest(o.value) && r.unchecked(o.at) {
		return authflow.EchoedOrigin
	}
	return authflow.OriginsUnknown
}

func (r *reader) handHeaders(p *authflow.CORSPolicy, headers []sent) {
	if len(headers) == 0 {
		return // perhaps said elsewhere
	}
	l := list{whole: true, at: headers[0].value}
	for _, h := range headers {
		if call, ok := ast.Unparen(h.value).(*ast.CallExpr); ok && r.readsNamed(call, "Access-Control-Request-Headers") {
			p.Headers, p.HeadersAt = authflow.HeadersEchoed, r.span(h.at)
			return
		}
		more := r.commas(h.value)
		l.items, l.whole = append(l.items, more.items...), l.whole && more.whole
	}
	r.allowHeaders(p, l, false)
	p.HeadersAt = r.span(headers[0].at)
}

// readsNamed reports whether a call reads a header of that name.
func (r *reader) readsNamed(call *ast.CallExpr, name string) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 || !slices.Contains([]string{"Get", "GetHeader", "Peek", "Header"}, sel.Sel.Name) {
		return false
	}
	text, ok := r.constant(call.Args[0])
	return ok && len(call.Args) == 1 && strings.EqualFold(text, name)
}

// originOfRequest reports whether an expression is the Origin of the request, or
// a variable that holds it.
func (r *reader) originOfRequest(e ast.Expr) bool {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		return r.readsNamed(call, "Origin")
	}
	as := r.assigned[r.object(e)]
	if len(as) != 1 || as[0].rhs == nil {
		return false // it may be something else too
	}
	call, ok := ast.Unparen(as[0].rhs).(*ast.CallExpr)
	return ok && r.readsNamed(call, "Origin")
}

// unchecked reports whether nothing around a write tells one origin from
// another: no condition but whether there is one and which method it is, and no
// other use of the origin.
func (r *reader) unchecked(at ast.Node) bool {
	if !r.plainlyReached(at) {
		return false
	}
	fn := r.declOf(at)
	if fn == nil {
		return true
	}
	harmless := true
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if r.readsNamed(n, "Origin") && !r.harmlessUse(n) {
				harmless = false
			}
		case *ast.Ident:
			if obj, ok := r.info.Uses[n].(*types.Var); ok && r.originOfRequest(n) && len(r.assigned[obj]) == 1 && !r.harmlessUse(n) {
				harmless = false
			}
		}
		return harmless
	})
	if !harmless {
		return false
	}
	if f, ok := r.info.Defs[fn.Name].(*types.Func); ok {
		for _, call := range r.callsTo[f] {
			if !r.plainlyReached(call) {
				return false // its caller decides
			}
		}
	}
	return true
}

// harmlessUse: what is asked of the origin does not tell one from another.
func (r *reader) harmlessUse(e ast.Expr) bool {
	switch p := r.parent[e].(type) {
	case *ast.ParenExpr:
		return r.harmlessUse(p)
	case *ast.BinaryExpr:
		return isEmptyText(p.X) || isEmptyText(p.Y)
	case *ast.AssignStmt, *ast.ValueSpec:
		return true // followed by its name
	case *ast.CallExpr:
		if _, ok := r.corsHeader(p); ok {
			return true
		}
		return authflow.NamesLog(spell(p.Fun))
	}
	return false
}

func isEmptyText(e ast.Expr) bool {
	b, ok := ast.Unparen(e).(*ast.BasicLit)
	return ok && b.Kind == token.STRING && len(b.Value) == 2
}

// plainlyReached reports whether a place is reached whatever the request is, its
// method and the presence of its origin left aside.
func (r *reader) plainlyReached(at ast.Node) bool {
	for child, p := at, r.parent[at]; p != nil; child, p = p, r.parent[p] {
		switch p := p.(type) {
		case *ast.IfStmt:
			if child != ast.Node(p.Cond) && child != p.Init && !r.plainCondition(p.Cond) {
				return false
			}
		case *ast.CaseClause, *ast.RangeStmt, *ast.ForStmt, *ast.SelectStmt:
			return false
		case *ast.FuncDecl:
			return true
		}
	}
	return true
}

func (r *reader) plainCondition(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if e.Op == token.LAND || e.Op == token.LOR {
			return r.plainCondition(e.X) && r.plainCondition(e.Y)
		}
		return isEmptyText(e.X) || isEmptyText(e.Y) || speaksOfMethod(e.X) || speaksOfMethod(e.Y)
	}
	return false
}

func speaksOfMethod(e ast.Expr) bool { return strings.Contains(spell(e), "Method") }

// exclusive reports whether no way through a function comes to both places.
func (r *reader) exclusive(a, b ast.Node) bool {
	if a.Pos() > b.Pos() {
		a, b = b, a
	}
	above := map[ast.Node]ast.Node{} // each node above b, and the child that leads there
	for child, p := b, r.parent[b]; p != nil; child, p = p, r.parent[p] {
		above[p] = child
	}
	left := false // what a stands in is left before b is come to
	for child, p := a, r.parent[a]; p != nil; child, p = p, r.parent[p] {
		if other, both := above[p]; both {
			switch p := p.(type) {
			case *ast.IfStmt:
				return child == ast.Node(p.Body) && other == p.Else
			case *ast.BlockStmt:
				_, cases := child.(*ast.CaseClause)
				return left || cases && child != other
			}
			return left
		}
		if block, ok := p.(*ast.BlockStmt); ok && len(block.List) > 0 {
			if _, ends := block.List[len(block.List)-1].(*ast.ReturnStmt); ends {
				left = true
			}
		}
	}
	return false
}
