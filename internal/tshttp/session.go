package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// What a server in TypeScript shows of its sessions: that a cookie holds them,
// and that it lets browsers send cookies from other origins.

// readServerSession reads a call that makes sessions, sets a session's cookie
// or allows credentials.
func (r *reader) readServerSession(n syntax.Node, callee value.Value, arg syntax.Node) bool {
	evidence := &r.out.evidence
	note := func(list *[]source.Span, holds bool) bool {
		if holds {
			*list = append(*list, r.span(n))
		}
		return holds
	}
	name := ""
	if callee.Kind == value.Member || callee.Kind == value.External {
		name = callee.Name
	}
	root := rootName(n.Child(syntax.FieldFunction))
	switch {
	case isPackage(callee, "express-session", "cookie-session", "koa-session"):
		return note(&evidence.SessionCookies, true)
	case isPackage(callee, "cors", "@koa/cors", "koa2-cors") || callee.From("cors", "hono/cors"):
		return note(&evidence.CredentialedCORS, r.allowsCredentials(arg))
	case name == "enableCors": // Nest
		return note(&evidence.CredentialedCORS, r.allowsCredentials(arg))
	case name == "register" && arg.OK(): // Fastify
		plugin := r.value(arg)
		switch {
		case isPackage(plugin, "@fastify/cors", "fastify-cors"):
			return note(&evidence.CredentialedCORS, r.allowsCredentials(arg.Next()))
		case isPackage(plugin, "@fastify/session", "@fastify/secure-session"):
			return note(&evidence.SessionCookies, true)
		}
	case name == "cookie" || name == "setCookie":
		switch {
		case isResponseName(root): // Express, Fastify
		case callee.From("setCookie", "h3", "hono/cookie"), callee.From("setSignedCookie", "hono/cookie"):
			arg = arg.Next() // behind the event or the context
		default:
			return false
		}
		return note(&evidence.SessionCookies, r.isSessionCookie(arg))
	case name == "set" && callee.Kind == value.Member && r.isCookieStore(*callee.Base):
		return note(&evidence.SessionCookies, r.isSessionCookie(arg))
	case (name == "header" || name == "setHeader" || name == "set") && isResponseName(root):
		header, _ := r.value(arg).Constant()
		return note(&evidence.CredentialedCORS, strings.EqualFold(header, "Access-Control-Allow-Credentials"))
	}
	return false
}

// isPackage reports whether v is what one of the packages exports as a whole.
func isPackage(v value.Value, packages ...string) bool {
	return v.From("default", packages...) || v.From("*", packages...)
}

func (r *reader) allowsCredentials(options syntax.Node) bool {
	if !options.OK() {
		return false
	}
	c := r.eval.Prop(r.value(options), "credentials", r.file, options)
	return c.Kind == value.Bool && c.Name == "true"
}

func (r *reader) isSessionCookie(name syntax.Node) bool {
	s, _ := r.value(name).Constant()
	return credential.IsSessionCookie(s)
}

// isCookieStore recognizes ctx.cookies of Koa and cookies() of Next.
func (r *reader) isCookieStore(v value.Value) bool {
	if v.Kind == value.Member {
		root, _ := v.Path()
		return v.Name == "cookies" && (root.Kind == value.Param || root.Kind == value.Unknown) && isIncoming(root.Name)
	}
	return v.Kind == value.Call && v.Base != nil && v.Base.From("cookies", "next/headers")
}
