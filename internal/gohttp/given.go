package gohttp

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
)

// What a server is given: whether a value is, or was cut out of, something that
// a request brought, in a header, its URL, a cookie or its body.

// requestMethods read a request of net/http, contextMethods one of a framework.
var (
	requestMethods = []string{"FormValue", "PostFormValue", "PathValue", "BasicAuth", "Cookie"}
	contextMethods = []string{"GetHeader", "Query", "DefaultQuery", "GetQuery", "PostForm", "DefaultPostForm", "Param", "Params", "FormValue", "QueryParam",
		"Cookie", "Cookies", "BasicAuth", "Get", "GetReqHeaders", "Body", "PathParam"}
	bodyReaders = []string{"Decode", "Bind", "BindJSON", "ShouldBind", "ShouldBindJSON", "ShouldBindQuery", "ShouldBindWith", "BindQuery", "BodyParser", "QueryParser", "Unmarshal", "DecodeJSON", "ReadJSON", "ParseJSON"}
)

// passOn are functions whose result says as much as their first argument.
func passesOn(name string) bool {
	switch {
	case lowers[name], strings.HasPrefix(name, "strings.Trim"), strings.HasPrefix(name, "strings.Replace"), strings.HasPrefix(name, "bytes.Trim"):
		return true
	}
	return slices.Contains([]string{"strings.Split", "strings.SplitN", "strings.Fields", "strings.Cut", "strings.CutPrefix", "strings.CutSuffix", "strings.Clone",
		"encoding/hex.DecodeString", "(*encoding/base64.Encoding).DecodeString", "net/url.QueryUnescape", "net/url.PathUnescape", "fmt.Sprint"}, name)
}

// A givenSearch follows values back to a request.
type givenSearch struct {
	*reader
	busy map[types.Object]bool
	// header: only what a header of the name Authorization brought counts.
	header bool
	// name is that of the header, where one was read.
	name string
}

// given reports whether a request brought the value of e.
func (r *reader) given(e ast.Expr) bool {
	_, ok := r.givenBy(e)
	return ok
}

// givenBy is given that names the header, where it was one.
func (r *reader) givenBy(e ast.Expr) (header string, ok bool) {
	g := &givenSearch{reader: r, busy: map[types.Object]bool{}}
	ok = g.expr(e, 0)
	return g.name, ok
}

// expr looks at an expression. depth counts functions that are entered.
func (g *givenSearch) expr(e ast.Expr, depth int) bool {
	if depth > 3 {
		return false
	}
	switch n := ast.Unparen(e).(type) {
	case *ast.StarExpr:
		return g.expr(n.X, depth)
	case *ast.UnaryExpr:
		return g.expr(n.X, depth)
	case *ast.SliceExpr:
		return g.expr(n.X, depth)
	case *ast.IndexExpr:
		if isNamed(g.info.TypeOf(n.X), "net/http", "Header") && g.incoming(n.X) {
			key, _ := g.constant(n.Index)
			return !g.header || strings.EqualFold(key, "Authorization")
		}
		return g.expr(n.X, depth)
	case *ast.CallExpr:
		return g.call(n, 0, depth)
	case *ast.SelectorExpr:
		if g.header {
			return false
		}
		return g.ofBody(n.X) || isNamed(g.info.TypeOf(n.X), "net/http", "Cookie") && g.expr(n.X, depth)
	case *ast.Ident:
		return g.variable(n, depth)
	}
	return false
}

func (g *givenSearch) variable(n *ast.Ident, depth int) bool {
	obj := g.object(n)
	if obj == nil || g.busy[obj] {
		return false
	}
	g.busy[obj] = true
	defer delete(g.busy, obj)
	for _, a := range g.assigned[obj] {
		if loop, ok := a.at.(*ast.RangeStmt); ok && g.expr(loop.X, depth) {
			return true
		}
		if a.rhs == nil {
			continue
		}
		if call, ok := ast.Unparen(a.rhs).(*ast.CallExpr); ok && a.result > 0 {
			if g.call(call, a.result, depth) {
				return true
			}
		} else if g.expr(a.rhs, depth) {
			return true
		}
	}
	return g.parameter(n, obj, depth)
}

// parameter: some call of the function hands over what a request brought.
func (g *givenSearch) parameter(n *ast.Ident, obj types.Object, depth int) bool {
	d, ok := g.definition(obj, n).(*ast.FuncDecl)
	if !ok || !g.isParam(obj, d) {
		return false
	}
	fn, _ := g.info.Defs[d.Name].(*types.Func)
	i := slices.Index(g.params(d.Type), obj)
	if fn == nil || i < 0 {
		return false
	}
	for _, call := range g.callsTo[fn] {
		if i >= len(call.Args) || g.inTest(call) || g.header && g.sized(call.Args[i], call.Args[i], call.Args[i]) {
			continue // the caller has looked
		}
		if g.expr(call.Args[i], depth+1) {
			return true
		}
	}
	return false
}

// call: one result of a call.
func (g *givenSearch) call(n *ast.CallExpr, result, depth int) bool {
	if tv, ok := g.info.Types[n.Fun]; ok && tv.IsType() {
		return len(n.Args) == 1 && g.expr(n.Args[0], depth)
	}
	if t := g.resultType(n, result); t != nil && (types.Identical(t, types.Typ[types.Bool]) || types.Identical(t, types.Universe.Lookup("error").Type())) {
		return false
	}
	name := g.nameOf(n)
	if passesOn(name) {
		return len(n.Args) > 0 && g.expr(n.Args[0], depth)
	}
	if h := g.readsHeader(n); h != "" {
		g.name = h
		return !g.header || strings.EqualFold(h, "Authorization")
	}
	if g.readsRequest(n, name) {
		return !g.header
	}
	if d, ok := g.calleeBody(n).(*ast.FuncDecl); ok {
		return g.returned(d, result, depth+1)
	}
	return !g.header && result == 0 && credential.IsCredentialName(lastName(n.Fun)) && slices.ContainsFunc(n.Args, g.isRequest) && isString(g.resultType(n, 0))
}

func (g *givenSearch) resultType(n *ast.CallExpr, i int) types.Type {
	t := g.info.TypeOf(n)
	if tuple, ok := t.(*types.Tuple); ok {
		if i >= tuple.Len() {
			return nil
		}
		return tuple.At(i).Type()
	}
	return t
}

// returned: some return statement of a function of the package returns what a
// request brought.
func (g *givenSearch) returned(d *ast.FuncDecl, result, depth int) bool {
	fn := g.info.Defs[d.Name]
	if g.busy[fn] || depth > 3 {
		return false
	}
	g.busy[fn] = true
	defer delete(g.busy, fn)
	found := false
	own(d, func(n ast.Node) bool {
		if ret, ok := n.(*ast.ReturnStmt); ok && !found {
			switch {
			case result < len(ret.Results):
				found = g.expr(ret.Results[result], depth)
			case len(ret.Results) == 1:
				if call, ok := ast.Unparen(ret.Results[0]).(*ast.CallExpr); ok {
					found = g.call(call, result, depth)
				}
			}
		}
		return !found
	})
	return found
}

// readsRequest: a call that reads a part of a request.
func (g *givenSearch) readsRequest(n *ast.CallExpr, name string) bool {
	sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	t := g.info.TypeOf(sel.X)
	switch {
	case isNamed(t, "net/http", "Request"):
		return slices.Contains(requestMethods, sel.Sel.Name)
	case isNamed(t, "net/url", "Values"):
		root := g.rootObject(sel.X) // r.URL.Query().Get
		if root != nil && isNamed(root.Type(), "net/url", "Values") && len(g.assigned[root]) == 1 && g.assigned[root][0].rhs != nil {
			root = g.rootObject(g.assigned[root][0].rhs)
		}
		return sel.Sel.Name == "Get" && root != nil && isNamed(root.Type(), "net/http", "Request")
	case t != nil && contextType(t, 0) > netHTTP:
		return slices.Contains(contextMethods, sel.Sel.Name)
	}
	return name == "google.golang.org/grpc/metadata.ValueFromIncomingContext"
}

// isRequest: the request or the context of a framework.
func (r *reader) isRequest(e ast.Expr) bool {
	t := r.info.TypeOf(e)
	return t != nil && (isNamed(t, "net/http", "Request") || contextType(t, 0) > netHTTP)
}

// ofBody: a variable that the body of a request is decoded into.
func (g *givenSearch) ofBody(e ast.Expr) bool {
	obj := g.rootObject(e)
	if obj == nil || g.busy[obj] {
		return false
	}
	for _, id := range g.uses[obj] {
		arg := ast.Expr(id)
		if u, ok := g.parent[id].(*ast.UnaryExpr); ok {
			arg = u
		}
		call, ok := g.parent[arg].(*ast.CallExpr)
		if !ok || !slices.Contains(bodyReaders, lastName(call.Fun)) {
			continue
		}
		if slices.ContainsFunc(call.Args, g.isRequest) {
			return true
		}
		// Have: json.NewDecoder(r.Body).Decode(&in), c.ShouldBindJSON(&in).
		fromRequest := false
		ast.Inspect(call.Fun, func(n ast.Node) bool {
			if x, ok := n.(ast.Expr); ok && g.isRequest(x) {
				fromRequest = true
			}
			return !fromRequest
		})
		if fromRequest {
			return true
		}
	}
	return false
}
