package gohttp

import (
	"go/ast"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// Cookies of sessions, whose attributes a store is told: gorilla/sessions,
// gin-contrib/sessions, the sessions of fiber.

const fiberSession = "/middleware/session"

// readCookieStores reads what the stores of the package are told, or that they
// are told nothing: their cookie is there for scripts to read then.
func (r *reader) readCookieStores() {
	if r.optionsWritten() {
		return // field by field, for whichever of them
	}
	told := false
	for _, lit := range r.literals {
		path, name := r.literalType(lit)
		switch {
		case name == "Options" && strings.HasSuffix(path, "/sessions"):
			told = true
			r.storeOptions(lit)
		case name == "Config" && strings.Contains(path, "gofiber/fiber") && strings.HasSuffix(path, fiberSession):
			r.fiberSession(lit)
		}
	}
	for _, call := range r.calls {
		switch name := r.nameOf(call); {
		case !told && makesStore(name):
			r.addCookie(&authflow.CookieWrite{At: r.span(call), Library: "gorilla/sessions", Credential: authflow.Yes, HTTPOnly: authflow.No}, call)
		case strings.Contains(name, "gofiber/fiber") && strings.HasSuffix(name, fiberSession+".New") && len(call.Args) == 0:
			r.addCookie(&authflow.CookieWrite{At: r.span(call), Library: "fiber", Credential: authflow.Yes, HTTPOnly: authflow.No, SameSite: authflow.SameSiteLax}, call)
		}
	}
}

func makesStore(name string) bool {
	switch name {
	case "github.com/gorilla/sessions.NewCookieStore", "github.com/gorilla/sessions.NewFilesystemStore":
		return true
	}
	return strings.HasPrefix(name, "github.com/gin-contrib/sessions/") && strings.HasSuffix(name, ".NewStore")
}

// storeOptions reads sessions.Options{…}, of which nothing is on by itself.
func (r *reader) storeOptions(lit *ast.CompositeLit) {
	s := r.settingsOf(lit)
	if age, _ := s.field("MaxAge"); age != nil && r.sign(age) < 0 {
		return // a logout
	}
	c := &authflow.CookieWrite{
		At: r.span(lit), Library: "gorilla/sessions", Credential: authflow.Yes,
		HTTPOnly: r.truth(s, "HttpOnly"), Secure: r.truth(s, "Secure"), SameSite: r.sameSite(s, "net/http"),
	}
	if c.Secure == authflow.No {
		c.SetSecure = r.setField(lit, s, "Secure")
	}
	if c.HTTPOnly == authflow.No {
		c.SetHTTPOnly = r.setField(lit, s, "HttpOnly")
	}
	r.addCookie(c, lit)
}

// fiberSession reads session.Config{…}, unless the session is in a header.
func (r *reader) fiberSession(lit *ast.CompositeLit) {
	s := r.settingsOf(lit)
	if e, known := s.field("KeyLookup"); !known || e != nil {
		if text, ok := r.constant(e); !ok || !strings.HasPrefix(text, "cookie:") {
			return
		}
	}
	c := &authflow.CookieWrite{At: r.span(lit), Library: "fiber", Credential: authflow.Yes, HTTPOnly: r.truth(s, "CookieHTTPOnly"), Secure: r.truth(s, "CookieSecure"), SameSite: authflow.SameSiteLax}
	if e, known := s.field("CookieSameSite"); e != nil || !known {
		c.SameSite = r.sameSite(&settings{fields: map[string]ast.Expr{"SameSite": e}, opaque: !known}, "fiber")
	}
	if c.HTTPOnly == authflow.No {
		c.SetHTTPOnly = r.setField(lit, s, "CookieHTTPOnly")
	}
	r.addCookie(c, lit)
}

// optionsWritten: store.Options.HttpOnly = true.
func (r *reader) optionsWritten() bool {
	for _, a := range r.assigns {
		for _, l := range a.Lhs {
			if strings.Contains(spell(l), ".Options.") {
				return true
			}
		}
	}
	return false
}
