package gohttp

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
)

// authSetter reads the functions of libraries that make an Authorization header
// of a token, or of a user and a password, that they are given.
func (r *reader) authSetter(call *ast.CallExpr, sel *ast.SelectorExpr, name string) {
	const providers = "github.com/oapi-codegen/oapi-codegen/"
	switch args := call.Args; {
	case name == "(*net/http.Request).SetBasicAuth" && len(args) == 2:
		r.add(&write{at: call, header: "Authorization", user: args[0], value: args[1], target: sel.X})
	case strings.HasPrefix(name, providers) && strings.HasSuffix(name, "securityprovider.NewSecurityProviderBasicAuth") && len(args) == 2:
		r.add(&write{at: call, header: "Authorization", user: args[0], value: args[1]})
	case len(args) != 1:
	case strings.HasPrefix(name, providers) && strings.HasSuffix(name, "securityprovider.NewSecurityProviderBearerToken"),
		strings.HasPrefix(name, "(*github.com/google/go-github/") && strings.HasSuffix(name, "/github.Client).WithAuthToken"):
		r.add(&write{at: call, header: "Authorization", value: args[0], scheme: credential.Text("Bearer ", r.span(sel.Sel), false)})
	}
}

// oauth2Literal reads oauth2.Token{AccessToken: t}: what it is sent with is
// Bearer and one space, unless TokenType says otherwise.
func (r *reader) oauth2Literal(lit *ast.CompositeLit) {
	if !isNamed(r.info.TypeOf(lit), "golang.org/x/oauth2", "Token") || field(lit, "TokenType") != nil {
		return
	}
	i := slices.IndexFunc(lit.Elts, func(e ast.Expr) bool {
		kv, ok := e.(*ast.KeyValueExpr)
		return ok && spell(kv.Key) == "AccessToken"
	})
	if i < 0 {
		return
	}
	kv := lit.Elts[i].(*ast.KeyValueExpr)
	r.add(&write{at: kv, header: "Authorization", value: kv.Value, scheme: credential.Text("Bearer ", r.span(kv.Key), false)})
}
