package gohttp

import (
	"go/ast"
	"go/constant"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// readCookies reads the cookies that a server sets and clears: those of
// http.Cookie and fiber.Cookie that are handed to a setter, and gin's setter,
// which takes everything by position.
func (r *reader) readCookies() {
	for made := range r.structsMade() {
		path, name := r.madeType(made)
		switch {
		case name != "Cookie" || !r.isSet(made):
		case path == "net/http":
			r.addCookie(r.cookieOf(made, "net/http", "HttpOnly"), made)
		case withoutVersion(path) == "github.com/gofiber/fiber":
			r.addCookie(r.cookieOf(made, "fiber", "HTTPOnly"), made)
		}
	}
	for _, call := range r.calls {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		switch {
		case !ok:
		case sel.Sel.Name == "SetCookie" && len(call.Args) == 7:
			r.ginCookie(call, sel)
		case sel.Sel.Name == "ClearCookie" && len(call.Args) == 1 && strings.Contains(r.nameOf(call), "gofiber/fiber"):
			r.fiberClear(call)
		}
	}
	r.readCookieStores()
	sortBy(r.facts.Cookies, func(c *authflow.CookieWrite) source.Span { return c.At })
}

func (r *reader) addCookie(c *authflow.CookieWrite, at ast.Node) {
	if !r.inTest(at) && !r.forDevelopment(at) {
		r.facts.Cookies = append(r.facts.Cookies, c)
	}
}

func setsCookie(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && (sel.Sel.Name == "SetCookie" || sel.Sel.Name == "Cookie")
}

func (r *reader) cookieOf(made ast.Expr, library, httpOnly string) *authflow.CookieWrite {
	s := r.settingsOf(made)
	held := r.heldBy(made)
	// The address of the variable is taken to hand it over; that changes nothing.
	s.opaque = s.opaque && len(r.assigned[held]) > 1 || r.handedOn(held)
	c := &authflow.CookieWrite{At: r.span(made), Library: library}
	if e, _ := s.field("Name"); e != nil {
		c.Name, _ = r.constant(e)
	}
	value, known := s.field("Value")
	var values []credential.Shape
	if value != nil {
		values = r.shapes(value)
	}
	empty := known && (value == nil || isEmptyValue(values))
	c.Credential = authflow.TruthOf(credential.CookieHolds(c.Name, values))
	c.Secure, c.HTTPOnly = r.truth(s, "Secure"), r.truth(s, httpOnly)
	c.Domain, c.Path = r.attribute(s, "Domain"), r.attribute(s, "Path")
	if library == "fiber" {
		c.Path = orDefault(c.Path, "/")
	}
	c.SameSite = r.sameSite(s, library)
	r.clearing(c, s, empty)
	if c.Secure == authflow.No {
		c.SetSecure = r.setField(made, s, "Secure")
	}
	if c.HTTPOnly == authflow.No {
		c.SetHTTPOnly = r.setField(made, s, httpOnly)
	}
	return c
}

func isEmptyValue(values []credential.Shape) bool {
	if len(values) != 1 {
		return false
	}
	text, constant := values[0].Constant()
	return constant && text == ""
}

// clearing reads whether a cookie is to be taken away. A MaxAge of zero is no
// attribute (net/http); only a negative one, or a date in the past, ends it.
func (r *reader) clearing(c *authflow.CookieWrite, s *settings, empty bool) {
	age, _ := s.field("MaxAge")
	expires, _ := s.field("Expires")
	switch {
	case age != nil && r.sign(age) < 0, expires != nil && inThePast(expires):
		c.Clears = true
	case empty && age != nil && r.isZero(age) && expires == nil:
		c.Clears, c.Lives = true, authflow.ZeroMaxAge
	}
}

// inThePast: time.Unix(0, 0), time.Now().Add(-time.Hour).
func inThePast(e ast.Expr) bool {
	s := spell(e)
	return strings.HasPrefix(s, "time.Unix(0") || strings.HasPrefix(s, "time.Unix(1,") || strings.Contains(s, ".Add(-") || strings.Contains(s, ", -1)")
}

// sign returns the sign of a constant number, 0 where it is not constant.
func (r *reader) sign(e ast.Expr) int {
	if tv, ok := r.info.Types[e]; ok && tv.Value != nil && tv.Value.Kind() == constant.Int {
		return constant.Sign(tv.Value)
	}
	return 0
}

func (r *reader) isZero(e ast.Expr) bool {
	tv, ok := r.info.Types[e]
	return ok && tv.Value != nil && tv.Value.Kind() == constant.Int && constant.Sign(tv.Value) == 0
}

func (r *reader) attribute(s *settings, name string) authflow.Attribute {
	e, known := s.field(name)
	if e == nil {
		return authflow.Attribute{Known: known}
	}
	text, ok := r.constant(e)
	return authflow.Attribute{Known: ok && known, Value: text}
}

func orDefault(a authflow.Attribute, value string) authflow.Attribute {
	if a.Known && a.Value == "" {
		a.Value = value
	}
	return a
}

func (r *reader) sameSite(s *settings, library string) authflow.SameSite {
	e, known := s.field("SameSite")
	if !known {
		return authflow.SameSiteUnknown
	}
	if e == nil {
		if library == "fiber" {
			return authflow.SameSiteLax // its default
		}
		return authflow.SameSiteAbsent
	}
	text, _ := r.constant(e)
	switch name := strings.ToLower(text + lastName(e)); {
	case strings.Contains(name, "nonemode") || name == "none":
		return authflow.SameSiteNone
	case strings.Contains(name, "laxmode") || name == "lax":
		return authflow.SameSiteLax
	case strings.Contains(name, "strictmode") || name == "strict":
		return authflow.SameSiteStrict
	case strings.Contains(name, "defaultmode"):
		return authflow.SameSiteAbsent
	}
	return authflow.SameSiteUnknown
}

// setField returns the edit that makes a field true: in the literal, or below
// what else is assigned to the variable that holds it.
func (r *reader) setField(made ast.Expr, s *settings, name string) []authflow.Edit {
	if e, _ := s.field(name); e != nil {
		if spell(e) == "false" {
			return []authflow.Edit{{At: r.span(e), Text: "true"}}
		}
		return nil
	}
	lit, ok := made.(*ast.CompositeLit)
	if !ok {
		return r.assignField(made, s, name)
	}
	if len(lit.Elts) == 0 {
		return nil
	}
	last := lit.Elts[len(lit.Elts)-1]
	at := r.span(last)
	text := ", " + name + ": true"
	if f := r.pass.Fset; f.Position(last.End()).Line != f.Position(lit.Rbrace).Line {
		indent := strings.Repeat("\t", f.Position(last.Pos()).Column-1)
		text = ",\n" + indent + name + ": true"
	}
	return []authflow.Edit{{At: source.Span{File: at.File, Start: at.End, End: at.End}, Text: text}}
}

// fiberClear: ClearCookie sends neither path nor domain, so it means the cookie
// of the path that the request is for.
func (r *reader) fiberClear(call *ast.CallExpr) {
	c := &authflow.CookieWrite{At: r.span(call), Library: "fiber", Clears: true, Domain: authflow.Attribute{Known: true}, SameSite: authflow.SameSiteLax}
	c.Name, _ = r.constant(call.Args[0])
	r.addCookie(c, call)
}
