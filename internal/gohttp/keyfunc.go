package gohttp

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// keyFunction reads the function that gives golang-jwt the key of a token; pinned
// where the algorithm is looked at beside it.
func (c *laxCheck) keyFunction(e ast.Expr, pinned bool) {
	var fn ast.Node
	switch e := c.valueOf(e).(type) {
	case *ast.FuncLit:
		fn = e
	case *ast.Ident, *ast.SelectorExpr:
		if f, ok := c.info.Uses[lastIdent(e)].(*types.Func); ok && c.funcs[f.Origin()] != nil {
			fn = c.funcs[f.Origin()]
		}
	}
	if fn == nil {
		return // of a library or another package: who knows what it looks at
	}
	t, block := body(fn)
	if block == nil {
		return
	}
	pinned = pinned || c.looksAtMethod(t, block)
	own(fn, func(n ast.Node) bool {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || len(ret.Results) == 0 {
			return true
		}
		key := ret.Results[0]
		switch {
		case isUnsafeNone(key):
			c.report(key, authflow.TakesUnsigned, nil)
		case pinned:
		case c.isPublic(key):
			c.report(key, authflow.Unpinned, key)
		case isBytes(c.typeOrInvalid(c.valueOf(key))) && authflow.IsPublicKey(c.shapes(key)):
			c.report(key, authflow.TakesPublicAsSecret, key)
		}
		return true
	})
}

// isUnsafeNone: jwt.UnsafeAllowNoneSignatureType, the key that lets tokens in
// that have no signature.
func isUnsafeNone(e ast.Expr) bool {
	id := lastIdent(ast.Unparen(e))
	return id != nil && id.Name == "UnsafeAllowNoneSignatureType"
}

// looksAtMethod: the function looks at the algorithm of the token, or hands the
// token to code that may.
func (c *laxCheck) looksAtMethod(t *ast.FuncType, block *ast.BlockStmt) bool {
	params := c.params(t)
	if len(params) != 1 || params[0] == nil {
		return false // it has no name for the token
	}
	for _, id := range c.uses[params[0]] {
		sel, ok := c.parent[id].(*ast.SelectorExpr)
		if !ok {
			return true
		}
		switch sel.Sel.Name {
		case "Method":
			return true
		case "Header":
			ix, ok := c.parent[sel].(*ast.IndexExpr)
			if !ok {
				return true
			}
			if key, ok := c.constant(ix.Index); !ok || key == "alg" {
				return true
			}
		}
	}
	return false
}

// isPublic reports whether a key is of a type of public keys.
func (c *laxCheck) isPublic(e ast.Expr) bool {
	if n := named(c.info.TypeOf(e)); n != nil && n.Obj().Pkg() != nil {
		return n.Obj().Name() == "PublicKey" && strings.HasPrefix(n.Obj().Pkg().Path(), "crypto/")
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if as := c.assigned[c.object(e)]; len(as) == 1 && as[0].result <= 0 {
		call, ok = as[0].rhs.(*ast.CallExpr)
	}
	// Have: key, err := jwt.ParseRSAPublicKeyFromPEM(pem), of any type.
	return ok && strings.HasPrefix(lastName(call.Fun), "Parse") && strings.HasSuffix(lastName(call.Fun), "PublicKeyFromPEM")
}
