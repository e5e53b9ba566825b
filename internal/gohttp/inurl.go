package gohttp

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// queryTokens lists the parts of a request's URL that hold what may be a token:
// those in its text, and what url.Values or resty put into its query.
func (r *reader) queryTokens(q *request, t target) []authflow.QueryToken {
	var out []authflow.QueryToken
	for _, u := range t.url {
		out = append(out, authflow.TokensIn(u, nil)...)
	}
	out = append(out, r.inQueries(q, t)...)
	for e := q.chain; e != nil; { // client.R().SetQueryParam("token", t).Get(url)
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			break
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			break
		}
		switch {
		case strings.HasPrefix(sel.Sel.Name, "SetQueryParam") && len(call.Args) == 2:
			out = append(out, r.parameter(call, call.Args[0], call.Args[1])...)
		case strings.HasPrefix(sel.Sel.Name, "SetQueryParam") && len(call.Args) == 1:
			out = append(out, r.literalParameters(call.Args[0])...)
		}
		e = sel.X
	}
	return out
}

// parameters lists what an expression of url.Values holds: a literal, or a
// variable that is filled by Set and Add.
func (r *reader) parameters(values ast.Expr) []authflow.QueryToken {
	obj := r.object(values)
	if obj == nil {
		return r.literalParameters(values)
	}
	var out []authflow.QueryToken
	for _, a := range r.assigned[obj] {
		if a.rhs != nil {
			out = append(out, r.literalParameters(a.rhs)...)
		}
	}
	for _, id := range r.uses[obj] {
		sel, ok := r.parent[id].(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "Set" && sel.Sel.Name != "Add" {
			continue
		}
		if call, ok := r.parent[sel].(*ast.CallExpr); ok && len(call.Args) == 2 {
			out = append(out, r.parameter(call, call.Args[0], call.Args[1])...)
		}
	}
	return out
}

// literalParameters: url.Values{"token": {t}}, map[string]string{"token": t}.
func (r *reader) literalParameters(e ast.Expr) []authflow.QueryToken {
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok {
		return nil
	}
	var out []authflow.QueryToken
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		val := kv.Value
		if list, ok := val.(*ast.CompositeLit); ok && len(list.Elts) == 1 {
			val = list.Elts[0]
		}
		out = append(out, r.parameter(kv, kv.Key, val)...)
	}
	return out
}

func (r *reader) parameter(at ast.Node, key, val ast.Expr) []authflow.QueryToken {
	name, ok := r.constant(key)
	if !ok || !credential.IsCredentialName(name) {
		return nil
	}
	for _, s := range r.shapes(val) {
		if h := s.Sole(); h != nil {
			return []authflow.QueryToken{{At: r.span(at), Name: name, Hole: h}}
		}
	}
	return nil
}

// rawQuery: a statement that gives a URL its query, req.URL.RawQuery = ….
func rawQuery(a *ast.AssignStmt) *ast.SelectorExpr {
	if len(a.Lhs) != 1 || len(a.Rhs) != 1 {
		return nil
	}
	if sel, ok := a.Lhs[0].(*ast.SelectorExpr); ok && sel.Sel.Name == "RawQuery" {
		return sel
	}
	return nil
}

// inQueries lists what becomes the query of a request beside the text of its
// URL: url.Values whose Encode is assigned to its RawQuery, or stands in the text.
func (r *reader) inQueries(q *request, t target) (out []authflow.QueryToken) {
	if q.decl == nil {
		return nil
	}
	for _, a := range r.rawQueries {
		if a.Pos() > q.call.Pos() || !r.within(a, q.decl) || !r.ofRequest(rawQuery(a).X, q, t) {
			continue
		}
		if values := r.encoded(a.Rhs[0]); values != nil {
			out = append(out, r.parameters(values)...)
			continue
		}
		for _, s := range r.shapes(a.Rhs[0]) {
			out = append(out, authflow.TokensIn(credential.Join(append(credential.Shape{{Text: "?"}}, s...)), nil)...)
		}
	}
	if t.urlAt == nil || !r.within(t.urlAt, q.decl) {
		return out
	}
	texts := []ast.Expr{t.urlAt}
	for _, a := range r.assigned[r.object(t.urlAt)] {
		if a.rhs != nil {
			texts = append(texts, a.rhs)
		}
	}
	for _, text := range texts {
		ast.Inspect(text, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if values := r.encoded(call); values != nil {
					out = append(out, r.parameters(values)...)
				}
			}
			return true
		})
	}
	return out
}

// encoded returns the url.Values whose Encode an expression calls.
func (r *reader) encoded(e ast.Expr) ast.Expr {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || lastName(call.Fun) != "Encode" || r.nameOf(call) != "(net/url.Values).Encode" {
		return nil
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	return ast.Unparen(sel.X)
}

// ofRequest reports whether e is the URL of a request: req.URL, or the u of
// which u.String() is its URL.
func (r *reader) ofRequest(e ast.Expr, q *request, t target) bool {
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && sel.Sel.Name == "URL" {
		return q.variable != nil && r.object(sel.X) == q.variable
	}
	obj := r.object(e)
	found := false
	if obj != nil && t.urlAt != nil {
		ast.Inspect(t.urlAt, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && r.object(id) == obj
			return !found
		})
	}
	return found
}

// readQueryReads finds the servers that take a token from the query of any
// request, where they would take it from the header.
func (r *reader) readQueryReads() {
	headers := map[*ast.FuncDecl]*ast.CallExpr{}
	for _, call := range r.calls {
		if strings.EqualFold(r.readsHeader(call), "Authorization") && !r.inTest(call) {
			if d := r.declOf(call); d != nil && headers[d] == nil {
				headers[d] = call
			}
		}
	}
	for _, call := range r.calls {
		header := headers[r.declOf(call)]
		if header == nil || !r.readsQueryToken(call) || r.streams(r.declOf(call)) {
			continue
		}
		r.facts.QueryReads = append(r.facts.QueryReads, &authflow.QueryRead{At: r.span(call), Spelled: spell(call), Header: r.span(header)})
	}
}

// readsQueryToken: r.URL.Query().Get("token"), r.FormValue("token"),
// c.Query("token"), c.QueryParam("token").
func (r *reader) readsQueryToken(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 || !slices.Contains([]string{"Get", "FormValue", "Query", "QueryParam", "DefaultQuery"}, sel.Sel.Name) {
		return false
	}
	t := r.info.TypeOf(sel.X)
	switch sel.Sel.Name {
	case "Get":
		if made, ok := ast.Unparen(sel.X).(*ast.CallExpr); !ok || r.nameOf(made) != "(*net/url.URL).Query" {
			return false
		}
	case "FormValue":
		if !isNamed(t, "net/http", "Request") {
			return false
		}
	case "QueryParam":
		if !isEcho(t) {
			return false
		}
	default:
		if n := named(t); n == nil || n.Obj().Name() != "Ctx" && !isNamed(t, ginPath, "Context") {
			return false
		}
	}
	name, _ := r.constant(call.Args[0])
	return credential.IsCredentialName(name)
}

// streams reports whether a handler serves what cannot send a header: a
// WebSocket, an EventSource, a file to show.
func (r *reader) streams(d *ast.FuncDecl) bool {
	found := false
	ast.Inspect(d, func(n ast.Node) bool {
		text := ""
		switch n := n.(type) {
		case *ast.Ident:
			text = n.Name
		case *ast.BasicLit:
			text = n.Value
		}
		text = strings.ToLower(text)
		for _, w := range []string{"websocket", "upgrade", "event-stream", "sse", "stream", "download", "media"} {
			found = found || slices.Contains(credential.Words(text), w) || strings.Contains(text, w) && len(w) > 3
		}
		return !found
	})
	return found
}
