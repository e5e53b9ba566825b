package gohttp

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// What the libraries of JWT do with a token, by the import path where they could
// not be loaded.

// A tokenCall is a call of one of them that reads a token.
type tokenCall struct {
	call *ast.CallExpr
	// token is the text, or what was parsed of it; nil where it is taken from a
	// request. claims is where the claims are put, nil where they are a result.
	token, claims ast.Expr
	// verifies: the signature is looked at.
	verifies bool
	// fills: the claims are there although verifying failed (golang-jwt).
	fills bool
}

// isJWTLibrary reports whether an import path is that of a library of JWT or of
// a package of one.
func isJWTLibrary(path string) bool {
	for _, p := range []string{"github.com/golang-jwt/jwt", "github.com/dgrijalva/jwt-go", "github.com/form3tech-oss/jwt-go", "gopkg.in/dgrijalva/jwt-go",
		"github.com/lestrrat-go/jwx", "github.com/go-jose/go-jose", "gopkg.in/square/go-jose", "gopkg.in/go-jose/go-jose", "github.com/square/go-jose",
		"github.com/cristalhq/jwt", "github.com/gbrlsnchs/jwt", "github.com/pascaldekloe/jwt", "golang.org/x/oauth2/jws", "google.golang.org/api/idtoken",
		"github.com/coreos/go-oidc"} {
		if rest, ok := strings.CutPrefix(path, p); ok && (rest == "" || strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, ".v")) {
			return true
		}
	}
	return false
}

// jwtPath returns the import path of a library of JWT, empty for all else. It is
// asked for every call, so that a package is judged once.
func (x *index) jwtPath(pkg *types.Package) string {
	if pkg == nil {
		return ""
	}
	path, known := x.jwtPaths[pkg]
	if !known {
		if path = unvendored(pkg.Path()); !isJWTLibrary(path) {
			path = ""
		}
		x.jwtPaths[pkg] = path
	}
	return path
}

// libraryCall returns the package of a library of JWT and the function or method
// of it that a call names.
func (r *reader) libraryCall(call *ast.CallExpr) (path, name string) {
	if fn := r.called(call); fn != nil {
		if path := r.jwtPath(fn.Pkg()); path != "" {
			return path, fn.Name()
		}
		return "", ""
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	if id, ok := sel.X.(*ast.Ident); ok {
		if path := r.importOf(id); path != "" {
			if !isJWTLibrary(path) {
				return "", ""
			}
			return path, sel.Sel.Name
		}
	}
	if !invalid(r.info.TypeOf(sel.X)) {
		return "", ""
	}
	// Have: parser.ParseUnverified(…), of a package that could not be loaded.
	for _, s := range r.fileOf(call).Imports {
		if path := strings.Trim(s.Path.Value, "`\""); isJWTLibrary(path) {
			return path, sel.Sel.Name
		}
	}
	return "", ""
}

// tokenCall reads a call of a library; nil where it does nothing with a token.
func (r *reader) tokenCall(call *ast.CallExpr) *tokenCall {
	path, name := r.libraryCall(call)
	switch {
	case path == "":
		return nil
	case strings.Contains(path, "golang-jwt/") || strings.Contains(path, "jwt-go"):
		switch name {
		case "ParseUnverified":
			return &tokenCall{call: call, token: argument(call, 0), claims: argument(call, 1)}
		case "Parse", "ParseWithClaims":
			t := &tokenCall{call: call, token: argument(call, 0), verifies: true, fills: true}
			if name == "ParseWithClaims" {
				t.claims = argument(call, 1)
			}
			return t
		case "ParseFromRequest", "ParseFromRequestWithClaims":
			return &tokenCall{call: call, verifies: true, fills: true}
		}
	case strings.HasPrefix(path, "github.com/lestrrat-go/jwx"):
		return r.jwxCall(call, path, name)
	case strings.Contains(path, "jose"):
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		switch {
		case !ok:
		case name == "UnsafeClaimsWithoutVerification":
			return &tokenCall{call: call, token: sel.X, claims: argument(call, 0)}
		case name == "Claims" && len(call.Args) > 1, name == "Verify":
			return &tokenCall{call: call, token: sel.X, verifies: true}
		}
	case name == "ParseNoVerify", name == "ParsePayload", path == "golang.org/x/oauth2/jws" && name == "Decode":
		return &tokenCall{call: call, token: argument(call, 0)}
	case strings.HasPrefix(name, "Parse"), name == "Verify", name == "Validate", strings.HasSuffix(name, "Check"):
		return &tokenCall{call: call, token: argument(call, 0), verifies: true}
	}
	return nil
}

// jwxCall: ParseInsecure, and Parse with WithVerify(false). Before its second
// version Parse verified only where it was told how.
func (r *reader) jwxCall(call *ast.CallExpr, path, name string) *tokenCall {
	if name == "ParseInsecure" {
		return &tokenCall{call: call, token: argument(call, 0)}
	}
	if !slices.Contains([]string{"Parse", "ParseString", "ParseBytes", "ParseRequest", "ParseHeader", "ParseForm", "ParseCookie", "ParseReader", "Verify", "VerifySet"}, name) || strings.HasSuffix(path, "jwk") {
		return nil
	}
	t := &tokenCall{call: call, token: argument(call, 0), verifies: true}
	if strings.HasSuffix(path, "/jws") {
		t.verifies = strings.HasPrefix(name, "Verify")
		return t
	}
	told := false
	for _, a := range call.Args {
		option, ok := ast.Unparen(a).(*ast.CallExpr)
		if !ok {
			told = told || call.Ellipsis.IsValid() // options from elsewhere
			continue
		}
		switch o := lastName(option.Fun); {
		case o == "WithVerify" && len(option.Args) == 1:
			if spell(option.Args[0]) == "false" {
				t.verifies = false
				return t
			}
			told = true
		case strings.HasPrefix(o, "WithKey"), strings.HasPrefix(o, "WithVerify"), o == "InferAlgorithmFromKey":
			told = true
		}
	}
	first := !strings.HasPrefix(strings.TrimPrefix(path, "github.com/lestrrat-go/jwx/"), "v")
	t.verifies = told || !first
	return t
}

// checksToken reports whether a call verifies a token: by its library, or by its
// name.
func (r *reader) checksToken(call *ast.CallExpr) bool {
	if t := r.tokenCall(call); t != nil {
		return t.verifies
	}
	return authflow.NamesTokenCheck(lastName(call.Fun))
}
