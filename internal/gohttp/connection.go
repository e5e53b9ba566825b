package gohttp

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

const grpcPackage = "google.golang.org/grpc"

// openers are the functions that open a connection, and the position of what it
// leads to: of gRPC, and of the libraries for WebSockets that take headers.
var openers = map[string]int{
	grpcPackage + ".Dial":                                0,
	grpcPackage + ".NewClient":                           0,
	grpcPackage + ".DialContext":                         1,
	"(*github.com/gorilla/websocket.Dialer).Dial":        0,
	"(*github.com/gorilla/websocket.Dialer).DialContext": 1,
	"github.com/coder/websocket.Dial":                    1,
	"nhooyr.io/websocket.Dial":                           1,
}

func (r *reader) readConnections() {
	for _, call := range r.calls {
		name := r.nameOf(call)
		to, ok := openers[name]
		if !ok || to >= len(call.Args) || r.forDevelopment(call) {
			continue
		}
		c := &authflow.Connection{At: r.span(call), Call: spell(call.Fun), Targets: r.shapes(call.Args[to]), TargetAt: r.span(call.Args[to])}
		if strings.HasPrefix(name, grpcPackage) {
			r.secure(c, call, to+1)
		} else {
			r.webSocket(c, call)
		}
		r.facts.Connections = append(r.facts.Connections, c)
	}
}

// webSocket: its URL says whether it is encrypted, and the header is an argument.
func (r *reader) webSocket(c *authflow.Connection, call *ast.CallExpr) {
	for _, w := range r.writes {
		if w.fact.IsAuthorization() && (r.within(w.at, call) || r.names(call, r.requestOf(w))) {
			c.TokenAt = w.fact.At
		}
	}
}

// names reports whether a variable stands among the arguments of a call.
func (r *reader) names(call *ast.CallExpr, obj types.Object) bool {
	return obj != nil && slices.ContainsFunc(r.uses[obj], func(id *ast.Ident) bool { return r.within(id, call) })
}

// secure reads the options of gRPC from a position on.
func (r *reader) secure(c *authflow.Connection, call *ast.CallExpr, from int) {
	options, whole := r.options(call.Args[from:], call.Ellipsis.IsValid(), func(o *ast.CallExpr) bool { return strings.HasPrefix(r.nameOf(o), grpcPackage) })
	plain, encrypted := false, !whole
	for _, o := range options {
		switch name := r.nameOf(o); name {
		case grpcPackage + ".WithInsecure":
			plain, c.PlainAt = true, r.span(o)
		case grpcPackage + ".WithTransportCredentials":
			if arg, ok := r.only(o).(*ast.CallExpr); ok && r.nameOf(arg) == grpcPackage+"/credentials/insecure.NewCredentials" {
				plain, c.PlainAt = true, r.span(arg)
			} else {
				encrypted = true
			}
		case grpcPackage + ".WithPerRPCCredentials":
			if e := r.only(o); e != nil && r.goesPlain(e) {
				c.TokenAt = r.span(o)
			}
		case grpcPackage + ".WithCredentialsBundle":
			encrypted = true
		}
	}
	switch {
	case plain && !encrypted:
		c.Encrypted = authflow.No
	case encrypted && !plain && whole:
		c.Encrypted = authflow.Yes
	}
	for _, w := range r.writes {
		if w.sender == "grpc" && w.fact.IsAuthorization() && w.decl != nil && w.decl == r.declOf(call) {
			c.TokenAt = w.fact.At // metadata of the calls that are made there
		}
	}
}

// only is the one argument of a call.
func (r *reader) only(call *ast.CallExpr) ast.Expr {
	if len(call.Args) != 1 {
		return nil
	}
	return r.valueOf(call.Args[0])
}

// valueOf is an expression, or what the variable there holds.
func (r *reader) valueOf(e ast.Expr) ast.Expr {
	e = ast.Unparen(e)
	if as := r.assigned[r.object(e)]; len(as) == 1 && as[0].rhs != nil && as[0].result < 0 {
		return ast.Unparen(as[0].rhs)
	}
	return e
}

// goesPlain reports whether credentials of a call are seen to go over a connection
// that is not encrypted. Those that refuse it are never sent there, nor are those
// of gRPC's own package for OAuth; of others that are not declared here nobody
// knows.
func (r *reader) goesPlain(e ast.Expr) bool {
	n := named(r.info.TypeOf(e))
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(n, true, n.Obj().Pkg(), "RequireTransportSecurity")
	fn, _ := obj.(*types.Func)
	d := r.funcs[fn]
	return d != nil && d.Body != nil && !r.returnsTrue(d.Body)
}
