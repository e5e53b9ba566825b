package gohttp

import (
	"fmt"
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// Libraries are those that Clients may name.
var Libraries = []string{"net/http", "resty", "req"}

// clientName is an import path and the name of a type or function.
var clientName = regexp.MustCompile(ClientPattern)

// ClientPattern is that of the names in Clients.
const ClientPattern = `^[^#\s]+\.[A-Za-z_]\w*$`

// CheckClient reports what is wrong with a name that is said to be a client of a
// library.
func CheckClient(name, library string) error {
	if !slices.Contains(Libraries, library) {
		return fmt.Errorf("there is no library of Go %q; it is one of %s", library, strings.Join(Libraries, ", "))
	}
	if !clientName.MatchString(name) {
		return fmt.Errorf("%s is a library of Go: name a type or a function of a package, such as example.com/acme/web.Client, not %q", library, name)
	}
	return nil
}

// Clients are the types and functions that the configuration calls clients of a
// library, by their import path and name: "example.com/acme/web.Client". They
// are of packages whose source is not read; what a function of the project does
// is followed without.
type Clients map[string]string

// Packages returns the import paths of the packages that declare them.
func (c Clients) Packages() []string {
	var out []string
	for name := range c {
		out = append(out, name[:max(strings.LastIndexByte(name, '.'), 0)])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// ofType returns the library of which a type is declared to be a client.
func (c Clients) ofType(t types.Type) string {
	n := named(t)
	if len(c) == 0 || n == nil || n.Obj().Pkg() == nil {
		return ""
	}
	return c[unvendored(n.Obj().Pkg().Path())+"."+n.Obj().Name()]
}

// declared reports whether a call is that of a function, or of a method of a
// type, that is declared to be a client like those of net/http.
func (r *reader) declared(call *ast.CallExpr) bool {
	if len(r.own) == 0 {
		return false
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && r.own.ofType(r.info.TypeOf(sel.X)) == "net/http" {
		return true
	}
	return r.own[r.nameOf(call)] == "net/http"
}

// The arguments of a declared function are told apart by their types, since it
// may take a context, options or a body wherever it likes.
type roles struct {
	request     ast.Expr // the *http.Request that is sent
	method, url ast.Expr // strings
	body        int      // the position of what a body is read from, -1 for none
}

func (r *reader) rolesOf(call *ast.CallExpr) roles {
	out := roles{body: -1}
	for i, a := range call.Args {
		t := r.info.TypeOf(a)
		switch {
		case isRequest(t):
			out.request = a
		case t == nil:
		case isString(t) && out.url == nil:
			if m, ok := r.constant(a); ok && out.method == nil && isMethod(m) {
				out.method = a
			} else {
				out.url = a
			}
		case out.body < 0 && reads(t):
			out.body = i
		}
	}
	return out
}

func isMethod(text string) bool {
	return slices.Contains([]string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}, strings.ToUpper(text))
}

// reads: the type is an io.Reader.
func reads(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Read")
	_, method := obj.(*types.Func)
	return method
}

// makes reports whether a declared function returns a request instead of sending
// one. Where its package could not be loaded its name says so.
func (r *reader) makes(call *ast.CallExpr) bool {
	t := r.info.TypeOf(call)
	if t == nil || t == types.Typ[types.Invalid] {
		name := lastName(call.Fun)
		return strings.HasPrefix(name, "New") || strings.HasPrefix(name, "Build")
	}
	if tuple, ok := t.(*types.Tuple); ok {
		return tuple.Len() > 0 && isRequest(tuple.At(0).Type())
	}
	return isRequest(t)
}

// declaredTarget is what a declared function is told to make or send.
func (r *reader) declaredTarget(call *ast.CallExpr, e *evaluator) (t target) {
	as := r.rolesOf(call)
	if as.url == nil {
		return target{}
	}
	t = target{url: e.eval(as.url), urlAt: as.url}
	if as.method != nil {
		m, _ := r.constant(as.method)
		t.method = strings.ToUpper(m)
		return t
	}
	name := strings.ToUpper(lastName(call.Fun))
	for _, verb := range []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} {
		if strings.HasPrefix(name, verb) {
			t.method = verb
		}
	}
	return t
}

// declaredSends reads a request that a declared client sends; ok is false for
// what makes a client or a request, and for what is told neither request nor URL.
func (r *reader) declaredSends(q *request, sel *ast.SelectorExpr) (t target, client *authflow.Client, ok bool) {
	as := r.rolesOf(q.call)
	if !r.declared(q.call) || r.makes(q.call) || as.request == nil && as.url == nil || r.own.ofType(r.info.TypeOf(q.call)) != "" {
		return target{}, nil, false
	}
	q.client = sel.X
	if obj := r.object(sel.X); obj != nil {
		if client = r.clients[obj]; client == nil {
			client = &authflow.Client{At: r.spanOf(obj), Library: "net/http", Name: spell(sel.X)}
			r.clients[obj] = client
			r.facts.Clients = append(r.facts.Clients, client)
		}
	}
	if as.request != nil {
		q.variable = r.object(as.request)
		return r.made(as.request, 0), client, true
	}
	return r.declaredTarget(q.call, r.evaluator()), client, true
}
