package gohttp

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// A fluent is a client library whose requests are made by methods that return
// them: client.R().SetHeader(name, value).Get(url).
type fluent struct {
	name  string
	paths []string // of its versions, as prefixes
	// What its methods are called; those of a client set what all its requests
	// send.
	header, bearer, scheme, basic, base []string
}

// Both keep cookies: New and C give the client a jar.
var fluents = []*fluent{
	{
		name:   "resty",
		paths:  []string{"github.com/go-resty/resty", "resty.dev/", "gopkg.in/resty"},
		header: []string{"SetHeader", "SetHeaderVerbatim"},
		bearer: []string{"SetAuthToken"},
		scheme: []string{"SetAuthScheme"},
		basic:  []string{"SetBasicAuth"},
		base:   []string{"SetBaseURL", "SetHostURL"},
	},
	{
		name:   "req",
		paths:  []string{"github.com/imroc/req"},
		header: []string{"SetHeader", "SetHeaderNonCanonical", "SetCommonHeader", "SetCommonHeaderNonCanonical"},
		bearer: []string{"SetBearerAuthToken", "SetCommonBearerAuthToken"},
		basic:  []string{"SetBasicAuth", "SetCommonBasicAuth"},
		base:   []string{"SetBaseURL"},
	},
}

// fluentOfPath returns the library of a package, nil for any other.
func fluentOfPath(path string) *fluent {
	path = unvendored(path)
	for _, f := range fluents {
		if slices.ContainsFunc(f.paths, func(p string) bool { return strings.HasPrefix(path, p) }) {
			return f
		}
	}
	return nil
}

func fluentNamed(name string) *fluent {
	for _, f := range fluents {
		if f.name == name {
			return f
		}
	}
	return nil
}

// fluentOf returns the library of which e is a client or request: by its type,
// or, where the library could not be loaded, because its value begins with a
// call into the package.
func (r *reader) fluentOf(e ast.Expr) *fluent {
	if n := named(r.info.TypeOf(e)); n != nil {
		if n.Obj().Pkg() == nil {
			return nil // error
		}
		if library := r.own.ofType(n); library != "" {
			return fluentNamed(library)
		}
		return fluentOfPath(n.Obj().Pkg().Path())
	}
	return r.fluentRoot(e, 0)
}

// fluentRoot follows a chain of calls, and variables, back to the call into the
// package that made the client: resty.New().
func (r *reader) fluentRoot(e ast.Expr, depth int) *fluent {
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
				return fluentOfPath(path)
			}
		}
		return r.fluentRoot(sel.X, depth+1)
	case *ast.Ident, *ast.SelectorExpr:
		for _, a := range r.assigned[r.object(e)] {
			if a.rhs != nil && a.result < 0 {
				if f := r.fluentRoot(a.rhs, depth+1); f != nil {
					return f
				}
			}
		}
	}
	return nil
}

// headerCall reads a call of a client or request that sets a header.
func (f *fluent) headerCall(r *reader, call *ast.CallExpr, sel *ast.SelectorExpr) {
	switch name := sel.Sel.Name; {
	case slices.Contains(f.header, name) && len(call.Args) == 2:
		r.add(&write{at: call, name: call.Args[0], value: call.Args[1], target: sel.X})
	case slices.Contains(f.bearer, name) && len(call.Args) == 1:
		// The library joins scheme and token with one space; the scheme is Bearer
		// unless SetAuthScheme says otherwise.
		scheme := credential.Text("Bearer ", r.span(sel.Sel), false)
		if f.setsScheme(r) {
			scheme = credential.Join(credential.Of(credential.Hole{Name: "scheme", MayHaveScheme: true}, r.span(sel.Sel)), credential.Text(" ", r.span(sel.Sel), false))
		}
		r.add(&write{at: call, header: "Authorization", value: call.Args[0], scheme: scheme, target: sel.X})
	case slices.Contains(f.basic, name) && len(call.Args) == 2:
		r.add(&write{at: call, header: "Authorization", user: call.Args[0], value: call.Args[1], target: sel.X})
	}
}

// setsScheme reports whether the package chooses another scheme on any of its
// clients or requests.
func (f *fluent) setsScheme(r *reader) bool {
	return slices.ContainsFunc(r.calls, func(c *ast.CallExpr) bool {
		sel, ok := c.Fun.(*ast.SelectorExpr)
		return ok && slices.Contains(f.scheme, sel.Sel.Name) && r.fluentOf(sel.X) == f
	})
}

// target returns the request that a call sends or, on a client of req, makes:
// Get(url), MustGet(url), Execute(method, url) and Send(method, url).
func (f *fluent) target(r *reader, name string, args []ast.Expr) (target, bool) {
	if len(args) == 2 && (name == "Execute" || name == "Send") {
		t := target{url: r.shapes(args[1]), urlAt: args[1]}
		if m := r.shapes(args[0]); len(m) == 1 {
			method, _ := m[0].Constant()
			t.method = strings.ToUpper(method)
		}
		return t, true
	}
	verb := strings.TrimPrefix(name, "Must")
	if len(args) != 1 || !fluentVerbs[verb] {
		return target{}, false
	}
	return target{method: strings.ToUpper(verb), url: r.shapes(args[0]), urlAt: args[0]}, true
}

var fluentVerbs = map[string]bool{"Get": true, "Post": true, "Put": true, "Patch": true, "Delete": true, "Head": true, "Options": true}

// fluentClient returns the client at the root of a chain.
func (r *reader) fluentClient(f *fluent, e ast.Expr) *authflow.Client {
	e = r.chainRoot(e)
	obj := r.object(e)
	if obj == nil {
		return nil // made and used in one expression
	}
	var made ast.Expr
	if as := r.assigned[obj]; len(as) == 1 && as[0].rhs != nil && as[0].result < 0 {
		made = as[0].rhs
		if r.chained(made, "R") {
			return r.fluentClient(f, made) // req := client.R()
		}
	}
	if c, ok := r.clients[obj]; ok {
		return c
	}
	c := &authflow.Client{At: r.span(e), Library: f.name, Name: spell(e), Credentials: authflow.Yes}
	r.clients[obj] = c
	for _, call := range r.calls {
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || len(call.Args) != 1 || !slices.Contains(f.base, sel.Sel.Name) {
			continue
		}
		if r.object(r.chainRoot(sel.X)) == obj || made != nil && r.within(call, made) {
			c.BaseURLs = r.shapes(call.Args[0])
			if len(c.BaseURLs) == 1 {
				c.BaseURL = c.BaseURLs[0]
			}
		}
	}
	r.facts.Clients = append(r.facts.Clients, c)
	return c
}

// onBase puts the base URL of a client before URLs that are not absolute.
func onBase(c *authflow.Client, urls []credential.Shape) []credential.Shape {
	absolute := slices.ContainsFunc(urls, func(u credential.Shape) bool { return strings.Contains(u.Prefix(), "://") })
	if c == nil || c.BaseURL == nil || absolute {
		return urls
	}
	return credential.Product([]credential.Shape{c.BaseURL}, urls)
}

// chainRoot returns what a chain of calls begins with: the variable of a client,
// or the call that makes one.
func (r *reader) chainRoot(e ast.Expr) ast.Expr {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return e
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return e
		}
		if id := rootIdent(sel.X); id != nil && r.importOf(id) != "" {
			return e
		}
		e = sel.X
	}
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
