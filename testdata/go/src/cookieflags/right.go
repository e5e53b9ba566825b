package cookieflags

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

func right(w http.ResponseWriter, r *http.Request, token string, httpOnly bool) {
	secure := os.Getenv("ENV") == "production"
	http.SetCookie(w, &http.Cookie{Name: "sid1", Value: token, HttpOnly: true, Secure: true, SameSite: http.SameSiteNoneMode})  // all there
	http.SetCookie(w, &http.Cookie{Name: "sid2", Value: token, HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode}) // by environment
	http.SetCookie(w, &http.Cookie{Name: "sid3", Value: token, HttpOnly: httpOnly, Secure: true})                               // not known
	http.SetCookie(w, &http.Cookie{Name: "csrf_token", Value: token})                                                           // for a script to read
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: r.FormValue("theme")})                                                 // no credential
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "1"})                                                                // a constant is no credential
	http.SetCookie(w, &http.Cookie{Name: "session_active", Value: r.FormValue("on")})                                           // a hint
	http.SetCookie(w, &http.Cookie{Name: "sid1", MaxAge: -1})                                                                   // without SameSite: only where the answer comes from another site does it matter
	http.SetCookie(w, &http.Cookie{Name: "sid2", MaxAge: -1})                                                                   // deleting needs no flags
	r.AddCookie(&http.Cookie{Name: "token", Value: token})                                                                      // a client's cookie has no attributes
	c := &http.Cookie{Name: "sid4", Value: token, Secure: true}
	if httpOnly {
		c.HttpOnly = true // on a branch: not known
	}
	http.SetCookie(w, c)
}

func development(w http.ResponseWriter, debug bool, token string) {
	if debug {
		http.SetCookie(w, &http.Cookie{Name: "token", Value: token}) // on developers' machines only
	}
}

func inOrder(c *gin.Context, token string) {
	c.SetSameSite(http.SameSiteLaxMode)
	c.SetCookie("ordered", token, 3600, "/", "", true, true) // SameSite was set before
	c.SetSameSite(http.SameSiteStrictMode)
	c.SetCookie("ordered2", token, 3600, "/", "", true, true) // and for another
}

func made(w http.ResponseWriter, r *http.Request, token string) {
	c := new(http.Cookie)
	c.Name = "made"
	c.Value = token
	c.HttpOnly = true // all there
	http.SetCookie(w, c)
	sent := new(http.Cookie) // a client's cookie has no attributes
	sent.Name = "token"
	sent.Value = token
	r.AddCookie(sent)
	hardened := new(http.Cookie)
	hardened.Name = "hardened"
	hardened.Value = token
	harden(hardened) // which may set the rest
	http.SetCookie(w, hardened)
	later := begun(token)
	later.HttpOnly = true // the caller sets the rest
	http.SetCookie(w, later)
}

func harden(c *http.Cookie) { c.HttpOnly = true }

func begun(token string) *http.Cookie { return &http.Cookie{Name: "begun", Value: token} }

func forRequest(token string) *http.Cookie { return &http.Cookie{Name: "forRequest", Value: token} }

func send(r *http.Request, token string) { r.AddCookie(forRequest(token)) }
