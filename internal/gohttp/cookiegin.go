package gohttp

import (
	"go/ast"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// ginCookie reads c.SetCookie(name, value, maxAge, path, domain, secure,
// httpOnly). SameSite is what SetSameSite said before.
func (r *reader) ginCookie(call *ast.CallExpr, sel *ast.SelectorExpr) {
	if !strings.Contains(r.nameOf(call), "gin-gonic/gin") && !r.untyped(call, "SetCookie") {
		return
	}
	a := call.Args
	c := &authflow.CookieWrite{At: r.span(call), Library: "gin", Secure: r.boolean(a[5]), HTTPOnly: r.boolean(a[6])}
	c.Name, _ = r.constant(a[0])
	values := r.shapes(a[1])
	c.Credential = authflow.TruthOf(credential.CookieHolds(c.Name, values))
	c.Path = orDefault(r.text(a[3]), "/")
	c.Domain = r.text(a[4])
	c.SameSite = r.ginSameSite(c, call, spell(sel.X))
	switch {
	case r.sign(a[2]) < 0:
		c.Clears = true
	case r.isZero(a[2]) && isEmptyValue(values):
		c.Clears, c.Lives = true, authflow.ZeroMaxAge
	}
	if c.Secure == authflow.No {
		c.SetSecure = []authflow.Edit{{At: r.span(a[5]), Text: "true"}}
	}
	if c.HTTPOnly == authflow.No {
		c.SetHTTPOnly = []authflow.Edit{{At: r.span(a[6]), Text: "true"}}
	}
	r.addCookie(c, call)
}

func (r *reader) text(e ast.Expr) authflow.Attribute {
	text, ok := r.constant(e)
	return authflow.Attribute{Known: ok, Value: text}
}

// ginSameSite finds the calls of SetSameSite on the same context in the same
// function. One that comes after the last cookie is of no use to any.
func (r *reader) ginSameSite(c *authflow.CookieWrite, call *ast.CallExpr, context string) authflow.SameSite {
	fn := r.funcOf(call)
	var before, after, later *ast.CallExpr
	elsewhere := false
	for _, other := range r.calls {
		sel, ok := ast.Unparen(other.Fun).(*ast.SelectorExpr)
		if !ok || other == call {
			continue
		}
		mine := r.funcOf(other) == fn && spell(sel.X) == context
		switch {
		case sel.Sel.Name == "SetSameSite" && !mine:
			elsewhere = true
		case sel.Sel.Name == "SetSameSite" && other.Pos() < call.Pos():
			before = other
		case sel.Sel.Name == "SetSameSite":
			after = other
		case sel.Sel.Name == "SetCookie" && mine && other.Pos() > call.Pos():
			later = other
		}
	}
	switch {
	case before != nil && len(before.Args) == 1 && r.blockOf(before.Fun) == r.blockOf(call.Fun):
		return r.sameSite(&settings{fields: map[string]ast.Expr{"SameSite": before.Args[0]}}, "gin")
	case before == nil && after != nil && (later == nil || later.Pos() < after.Pos()):
		c.LateSameSite = r.span(after)
	case before != nil || elsewhere:
		return authflow.SameSiteUnknown
	}
	return authflow.SameSiteAbsent
}
