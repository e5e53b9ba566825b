package cookieflags

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func wrong(w http.ResponseWriter, token string) {
	// a. SameSite=None without Secure.
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: token, HttpOnly: true, SameSite: http.SameSiteNoneMode}) // want "the cookie `sid` says SameSite=None without Secure, so browsers drop it"
	// b. A session or token that scripts can read.
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true}) // want "the cookie `session` holds a session or token and is not HttpOnly"
	http.SetCookie(w, &http.Cookie{Name: "who", Value: token, Secure: true})     // want "the cookie `who` holds a session or token"
	cookie := http.Cookie{Name: "jwt"}                                           // want "the cookie `jwt` holds a session or token"
	cookie.Value = token
	cookie.Secure = true
	http.SetCookie(w, &cookie)
	// c. Cleared on another path, and with another domain.
	http.SetCookie(w, &http.Cookie{Name: "refresh", Value: token, Path: "/api", HttpOnly: true, Secure: true})
	http.SetCookie(w, &http.Cookie{Name: "refresh", Path: "/", MaxAge: -1}) // want "the cookie `refresh` is not cleared: it was set with another path"
	http.SetCookie(w, &http.Cookie{Name: "remember", Value: token, Path: "/", Domain: "example.com", HttpOnly: true, Secure: true})
	http.SetCookie(w, &http.Cookie{Name: "remember", Path: "/", Expires: time.Unix(0, 0)}) // want "the cookie `remember` is not cleared: it was set with another domain"
	// e. A max age of zero clears nothing.
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", Path: "/", MaxAge: 0, HttpOnly: true}) // want "the cookie `session` is not cleared: a max age of 0 is left out"
}

func inGin(c *gin.Context, token string) {
	c.SetCookie("token", token, 3600, "/", "", true, false) // want "the cookie `token` holds a session or token and is not HttpOnly"
	c.SetCookie("token", "", 0, "/", "", true, true)        // want "the cookie `token` is not cleared: a max age of 0"
	c.SetCookie("token", "", -1, "/", "", true, true)       // cleared
}

// f. SetSameSite after the cookie.
func inGinLate(c *gin.Context, token string) {
	c.SetCookie("late", token, 3600, "/", "", true, true) // want "the cookie `late` is written before SetSameSite is called"
	c.SetSameSite(http.SameSiteLaxMode)
}

func inEcho(c echo.Context, token string) {
	cookie := new(http.Cookie) // want "the cookie `token` holds a session or token and is not HttpOnly"
	cookie.Name = "token"
	cookie.Value = token
	c.SetCookie(cookie)
	var jwt http.Cookie // want "the cookie `jwt` holds a session or token and is not HttpOnly"
	jwt.Name, jwt.Value = "jwt", token
	c.SetCookie(&jwt)
	c.SetCookie(&http.Cookie{Name: "token", Value: token, Secure: true}) // want "is not HttpOnly"
}

func inFiber(c *fiber.Ctx, token string) {
	c.Cookie(&fiber.Cookie{Name: "token", Value: token, Secure: true}) // want "the cookie `token` holds a session or token and is not HttpOnly"
	c.Cookie(&fiber.Cookie{Name: "fiber_sid", Value: token, Domain: "example.com", HTTPOnly: true, Secure: true})
	c.ClearCookie("fiber_sid") // want "the cookie `fiber_sid` is not cleared: it was set with another domain"
}

// A cookie that another function makes.
func renewed(token string) (*http.Cookie, error) {
	return &http.Cookie{Name: "renewed", Value: token, Secure: true}, nil // want "the cookie `renewed` holds a session or token and is not HttpOnly"
}

func renew(w http.ResponseWriter, token string) {
	cookie, err := renewed(token)
	if err != nil {
		return
	}
	http.SetCookie(w, cookie)
	http.SetCookie(w, issued(token))
}

func issued(token string) *http.Cookie {
	cookie := &http.Cookie{Name: "issued", Value: token} // want "the cookie `issued` holds a session or token and is not HttpOnly"
	cookie.Path = "/"
	return cookie
}
