package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/authlint/authlint/internal/authflow"
)

// readClients makes the clients of the package known. A client is told apart by
// the variable or field that holds it.
func (r *reader) readClients() {
	r.clients = map[types.Object]*authflow.Client{}
	r.requests = map[*ast.CallExpr]*request{}
}

// defaultClient is http.DefaultClient, which the functions Get, Post and so on
// use. It has no jar unless somebody gives it one.
func (r *reader) defaultClient() *authflow.Client {
	if r.global != nil {
		return r.global
	}
	r.global = &authflow.Client{Library: "net/http", Name: "http.DefaultClient", Credentials: authflow.No}
	for _, a := range r.assigns {
		for _, l := range a.Lhs {
			switch sel, ok := l.(*ast.SelectorExpr); {
			case !ok:
			case r.isDefaultClient(sel), sel.Sel.Name == "Jar" && r.isDefaultClient(sel.X):
				r.global.Credentials = authflow.Unknown
			}
		}
	}
	r.facts.Clients = append(r.facts.Clients, r.global)
	return r.global
}

func (r *reader) isDefaultClient(e ast.Expr) bool {
	obj := r.object(e)
	return obj != nil && obj.Name() == "DefaultClient" && obj.Pkg() != nil && unvendored(obj.Pkg().Path()) == "net/http"
}

// client returns the client that an expression of type http.Client names.
func (r *reader) client(e ast.Expr) *authflow.Client {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	if lit, ok := e.(*ast.CompositeLit); ok {
		c := &authflow.Client{At: r.span(lit), Library: "net/http", Name: "http.Client", Credentials: authflow.TruthOf(jarOf(lit) != nil), AddJar: r.addJar(lit)}
		r.facts.Clients = append(r.facts.Clients, c)
		return c
	}
	obj := r.object(e)
	if obj == nil {
		return nil // the result of a call, an element: no client that has a name
	}
	if r.isDefaultClient(e) {
		return r.defaultClient()
	}
	if c, ok := r.clients[obj]; ok {
		return c
	}
	c := &authflow.Client{Library: "net/http", Name: spell(e)}
	r.clients[obj] = c
	r.describe(c, obj, e)
	r.facts.Clients = append(r.facts.Clients, c)
	return c
}

// describe fills in whether a client keeps cookies.
func (r *reader) describe(c *authflow.Client, obj types.Object, use ast.Expr) {
	if r.jarAssigned(obj) {
		c.Credentials = authflow.Yes
		return
	}
	made := r.makings(obj)
	for _, lit := range made {
		c.At = r.span(lit)
		if l, ok := lit.(*ast.CompositeLit); ok && jarOf(l) != nil {
			c.Credentials = authflow.Yes
			return
		}
	}
	zero := len(r.assigned[obj]) == 0 && !obj.(*types.Var).IsField() && isValue(obj.Type()) && !r.isParam(obj, r.definition(obj, use))
	switch {
	case len(made) != len(r.assigned[obj]) || len(made) == 0 && !zero:
		// It comes from outside, or was not followed: who knows what jar it has.
	case obj.Exported() && obj.(*types.Var).IsField() || r.escapes(obj):
		// Other code can give it a jar.
	default:
		c.Credentials = authflow.No
		switch {
		case len(made) == 1:
			c.AddJar = r.addJar(made[0])
		case zero:
			c.AddJar = r.addJar(r.declaration(obj, use))
		}
	}
}

func isValue(t types.Type) bool {
	_, pointer := types.Unalias(t).(*types.Pointer)
	return !pointer
}

// makings returns the literals that a client variable is assigned, where every
// assignment is one.
func (r *reader) makings(obj types.Object) []ast.Expr {
	var out []ast.Expr
	for _, a := range r.assigned[obj] {
		if a.rhs == nil || a.result >= 0 {
			continue
		}
		e := ast.Unparen(a.rhs)
		if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
			e = ast.Unparen(u.X)
		}
		switch e := e.(type) {
		case *ast.CompositeLit:
			if isNamed(r.info.TypeOf(e), "net/http", "Client") {
				out = append(out, e)
			}
		case *ast.CallExpr:
			if id, ok := e.Fun.(*ast.Ident); ok && id.Name == "new" {
				out = append(out, e)
			}
		case *ast.SelectorExpr:
			if r.isDefaultClient(e) && r.defaultClient().Credentials == authflow.No {
				out = append(out, e)
			}
		}
	}
	return out
}

// jarOf returns the jar that a client's literal is given, nil where there is
// none.
func jarOf(lit *ast.CompositeLit) ast.Expr { return field(lit, "Jar") }

// field returns the value of a field in a keyed literal, nil where it is not
// there or nil.
func field(lit *ast.CompositeLit, name string) ast.Expr {
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
			if v, ok := kv.Value.(*ast.Ident); ok && v.Name == "nil" {
				return nil
			}
			return kv.Value
		}
	}
	return nil
}

// jarAssigned: client.Jar = jar, anywhere in the package.
func (r *reader) jarAssigned(obj types.Object) bool {
	for f, as := range r.assigned {
		if f.Name() != "Jar" || f.Pkg() == nil || unvendored(f.Pkg().Path()) != "net/http" {
			continue
		}
		for _, a := range as {
			if s, ok := a.at.(*ast.AssignStmt); ok {
				for _, l := range s.Lhs {
					if sel, ok := l.(*ast.SelectorExpr); ok && r.object(sel.X) == obj {
						return true
					}
				}
			}
		}
	}
	return false
}

// escapes reports whether a client is given to code that may change it.
func (r *reader) escapes(obj types.Object) bool {
	for _, id := range r.uses[obj] {
		var n ast.Node = id
		if sel, ok := r.parent[n].(*ast.SelectorExpr); ok && sel.Sel == id {
			n = sel
		}
		switch p := r.parent[n].(type) {
		case *ast.SelectorExpr: // c.Do, c.Timeout
		case *ast.AssignStmt:
			for _, rhs := range p.Rhs {
				if rhs == n {
					return true
				}
			}
		case *ast.KeyValueExpr:
			if p.Key != n {
				return true
			}
		case *ast.BinaryExpr: // c == nil
		default:
			return true
		}
	}
	return false
}

// customTransport reports whether requests of a client go through a transport
// that may add credentials, or through one that is not known.
func (r *reader) customTransport(e ast.Expr) bool {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	var lits []ast.Expr
	if obj := r.object(e); obj != nil {
		if r.isDefaultClient(e) {
			return false
		}
		zero := len(r.assigned[obj]) == 0 && !obj.(*types.Var).IsField() && isValue(obj.Type()) && !r.isParam(obj, r.definition(obj, e))
		lits = r.makings(obj)
		if len(lits) != len(r.assigned[obj]) || len(lits) == 0 && !zero {
			return true
		}
	} else if _, ok := e.(*ast.CompositeLit); ok {
		lits = []ast.Expr{e}
	} else {
		return true // what a call returns
	}
	for _, l := range lits {
		lit, ok := l.(*ast.CompositeLit)
		if !ok {
			continue
		}
		if t := field(lit, "Transport"); t != nil && !isNamed(r.info.TypeOf(t), "net/http", "Transport") && spell(t) != "http.DefaultTransport" {
			return true
		}
	}
	return false
}
