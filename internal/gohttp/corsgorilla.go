package gohttp

import (
	"go/ast"

	"github.com/authlint/authlint/internal/authflow"
)

// readGorillaCORS reads handlers.CORS(handlers.AllowedOrigins(…), …) of gorilla.
// It answers "*" where no origins are given, and 403 to a preflight that asks
// for a header beyond its short default.
func (r *reader) readGorillaCORS() {
	const pkg = "github.com/gorilla/handlers."
	for _, call := range r.calls {
		if r.nameOf(call) != pkg+"CORS" || call.Ellipsis.IsValid() {
			continue
		}
		p := &authflow.CORSPolicy{
			At: r.span(call), Library: "gorilla/handlers", Credentials: authflow.No, Origins: authflow.AnyOrigin,
			Headers: authflow.HeadersListed, HeaderList: []string{"Accept", "Accept-Language", "Content-Language", "Origin"},
		}
		known := true
		for _, arg := range call.Args {
			option := r.optionCall(arg)
			if option == nil {
				known = false // made elsewhere
				continue
			}
			r.gorillaOption(p, option, pkg)
		}
		if !known {
			continue
		}
		r.addPolicy(p, call)
	}
}

func (r *reader) gorillaOption(p *authflow.CORSPolicy, option *ast.CallExpr, pkg string) {
	name := r.nameOf(option)
	if name == pkg+"AllowCredentials" {
		p.Credentials, p.CredentialsAt = authflow.Yes, r.span(option)
		return
	}
	if len(option.Args) != 1 {
		return
	}
	switch name {
	case pkg + "AllowedOrigins":
		p.Origins = authflow.OriginsUnknown
		r.allowOrigins(p, r.stringList(option.Args[0]), false)
	case pkg + "AllowedOriginValidator":
		r.decidedBy(p, option.Args[0])
	case pkg + "AllowedHeaders":
		p.Headers = authflow.HeadersUnknown
		r.allowHeaders(p, r.stringList(option.Args[0]), false)
	}
}

// optionCall returns the call that makes an option, in place or in a variable.
func (r *reader) optionCall(e ast.Expr) *ast.CallExpr {
	e = ast.Unparen(e)
	if as := r.assigned[r.object(e)]; len(as) == 1 && as[0].rhs != nil {
		e = ast.Unparen(as[0].rhs)
	}
	call, _ := e.(*ast.CallExpr)
	return call
}
