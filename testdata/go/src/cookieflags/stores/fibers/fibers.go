// Package fibers holds sessions of fiber, which are not HttpOnly by themselves.
package fibers

import "github.com/gofiber/fiber/v2/middleware/session"

var (
	plain  = session.New()                                                             // want "this cookie holds a session or token and is not HttpOnly"
	secure = session.New(session.Config{CookieSecure: true})                           // want "this cookie holds a session or token and is not HttpOnly"
	named  = session.New(session.Config{KeyLookup: "cookie:sid"})                      // want "is not HttpOnly"
	none   = session.New(session.Config{CookieHTTPOnly: true, CookieSameSite: "None"}) // want "this cookie says SameSite=None without Secure"
	good   = session.New(session.Config{CookieHTTPOnly: true})                         // Lax by itself
	header = session.New(session.Config{KeyLookup: "header:X-Session"})                // no cookie
)
