package gohttp

import (
	"go/ast"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// restyPaths are the import paths of resty's versions.
var restyPaths = []string{"github.com/go-resty/resty", "resty.dev/", "gopkg.in/resty"}

func isRestyPath(path string) bool {
	for _, p := range restyPaths {
		if strings.HasPrefix(unvendored(path), p) {
			return true
		}
	}
	return false
}

// isResty reports whether e is a client or request of resty: by its type, or,
// where resty could not be loaded, because its value begins with a call into
// the package.
func (r *reader) isResty(e ast.Expr) bool {
	if n := named(r.info.TypeOf(e)); n != nil {
		return n.Obj().Pkg() != nil && isRestyPath(n.Obj().Pkg().Path())
	}
	root := r.restyRoot(e, 0)
	return root != nil
}

// restyRoot follows a chain of calls, and variables, back to what made the
// client: the call resty.New(), or the variable that holds it.
func (r *reader) restyRoot(e ast.Expr, depth int) ast.Expr {
	if depth > maxDepth {
		return nil
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		if !ok {
			return nil
		}
		if id, ok := sel.X.(*ast.Ident); ok {
			if path := r.importOf(id); path != "" {
				if isRestyPath(path) {
					return e
				}
				return nil
			}
		}
		return r.restyRoot(sel.X, depth+1)
	case *ast.Ident, *ast.SelectorExpr:
		for _, a := range r.assigned[r.object(e)] {
			if a.rhs != nil && a.result < 0 {
				if root := r.restyRoot(a.rhs, depth+1); root != nil {
					return root
				}
			}
		}
	}
	return nil
}

func (r *reader) restyHeader(call *ast.CallExpr, sel *ast.SelectorExpr) {
	switch name := sel.Sel.Name; {
	case (name == "SetHeader" || name == "SetHeaderVerbatim") && len(call.Args) == 2:
		r.add(&write{at: call, name: call.Args[0], value: call.Args[1], target: sel.X})
	case name == "SetAuthToken" && len(call.Args) == 1:
		// resty joins scheme and token with one space; the scheme is Bearer unless
		// SetAuthScheme says otherwise.
		scheme := credential.Text("Bearer ", r.span(sel.Sel), false)
		if r.setsScheme(sel.X) {
			scheme = credential.Join(credential.Of(credential.Hole{Name: "scheme", MayHaveScheme: true}, r.span(sel.Sel)), credential.Text(" ", r.span(sel.Sel), false))
		}
		r.add(&write{at: call, header: "Authorization", value: call.Args[0], scheme: scheme, target: sel.X})
	}
}

// setsScheme reports whether the package calls SetAuthScheme on the client or
// request.
func (r *reader) setsScheme(e ast.Expr) bool {
	for _, c := range r.calls {
		if sel, ok := c.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "SetAuthScheme" && r.isResty(sel.X) {
			return true
		}
	}
	return false
}

// restyClient returns the client at the root of a chain. resty keeps cookies:
// New gives its http.Client a jar.
func (r *reader) restyClient(e ast.Expr) *authflow.Client {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			break
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return nil
		}
		if id := rootIdent(sel.X); id != nil && r.importOf(id) != "" {
			break
		}
		e = sel.X
	}
	obj := r.object(e)
	if obj == nil {
		return nil // made and used in one expression
	}
	if as := r.assigned[obj]; len(as) == 1 && as[0].rhs != nil && as[0].result < 0 {
		if call, ok := ast.Unparen(as[0].rhs).(*ast.CallExpr); ok {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "R" {
				return r.restyClient(sel.X) // req := client.R()
			}
		}
	}
	if c, ok := r.clients[obj]; ok {
		return c
	}
	c := &authflow.Client{At: r.span(e), Library: "resty", Name: spell(e), Credentials: authflow.Yes}
	r.clients[obj] = c
	for _, call := range r.calls {
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if ok && len(call.Args) == 1 && r.object(sel.X) == obj && (sel.Sel.Name == "SetBaseURL" || sel.Sel.Name == "SetHostURL") {
			c.BaseURLs = r.shapes(call.Args[0])
			if len(c.BaseURLs) == 1 {
				c.BaseURL = c.BaseURLs[0]
			}
		}
	}
	r.facts.Clients = append(r.facts.Clients, c)
	return c
}

func rootIdent(e ast.Expr) *ast.Ident {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return rootIdent(e.X)
	}
	return nil
}
