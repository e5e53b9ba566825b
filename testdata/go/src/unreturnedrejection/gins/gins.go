package gins

import (
	"errors"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"unreturnedrejection/abort"
)

type user struct{ ID int }

func find(token string) (*user, error) { return nil, errors.New("none") }

func count(c *gin.Context) {}

// Wrong: answered and returned, but not aborted.

func RequireAuth(c *gin.Context) {
	token, err := c.Cookie("token")
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "no token"}) // want "`c.JSON` answers but does not abort, so the handlers after this middleware run all the same"
		return
	}
	u, err := find(token)
	if err != nil {
		c.String(403, "no") // want "`c.String` answers but does not abort"
		return
	}
	c.Set("user", u)
	c.Next()
}

func AuthToken() gin.HandlerFunc {
	return func(c *gin.Context) {
		switch c.GetHeader("Authorization") {
		case "":
			c.Status(http.StatusUnauthorized) // want "`c.Status` answers but does not abort"
			return
		case "old":
			c.Redirect(302, "/login") // want "`c.Redirect` answers but does not abort"
			return
		case "bad":
			http.Error(c.Writer, "no", 401) // want "`http.Error` answers but does not abort"
			return
		case "odd":
			c.JSON(200, gin.H{"code": 401}) // want "`c.JSON` answers but does not abort"
			return
		case "worst":
			c.Error(errors.New("no token")) // gap: an error that a later handler may answer
			return
		case "worse":
			abort.Refuse(c, 401) // want "`abort.Refuse` answers but does not abort"
			return
		}
		c.Next()
	}
}

func checkElse(c *gin.Context) {
	if c.GetHeader("Authorization") != "" {
		c.Next()
	} else {
		c.JSON(401, gin.H{}) // want "`c.JSON` answers but does not abort"
	}
}

// Wrong: only its registration tells that it is a middleware.

func onlyChecks(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		c.JSON(401, gin.H{}) // want "`c.JSON` answers but does not abort"
	}
}

func routes(r *gin.Engine) {
	r.Use(onlyChecks)
	r.GET("/me", inPlace(), me)
	r.GET("/admin", func(c *gin.Context) {
		if c.GetHeader("Authorization") == "" {
			c.JSON(401, gin.H{}) // want "`c.JSON` answers but does not abort"
			return
		}
	}, me)
}

func inPlace() gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("Authorization") == "" {
			c.JSON(401, gin.H{}) // want "`c.JSON` answers but does not abort"
		}
	}
}

// Wrong, but no bypass: aborted, and the function goes on.

func goesOn(c *gin.Context) {
	token, err := c.Cookie("token")
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized) // want "`c.AbortWithStatus` stops the handlers that follow, but not this function: `find` still runs"
	}
	u, err := find(token)
	if err != nil {
		abort.Unauthorized(c) // want "`abort.Unauthorized` stops the handlers that follow, but not this function: `log.Fatal` still runs"
	}
	log.Fatal(u.ID)
	c.Next()
}

// A terminal handler that goes on, too.
func me(c *gin.Context) {
	u, err := find(c.GetHeader("Authorization"))
	if err != nil {
		c.JSON(401, gin.H{"error": "no"}) // want "`c.JSON` refuses the request, but the function goes on with `c.JSON` as if it were let in"
	}
	c.JSON(200, u)
}

// Right.

func fine(c *gin.Context) {
	token, err := c.Cookie("token")
	if err != nil {
		c.AbortWithStatus(401) // aborted and returned
		return
	}
	u, err := find(token)
	if err != nil {
		c.JSON(401, gin.H{}) // aborted beside the answer
		c.Abort()
		return
	}
	if u.ID == 0 {
		c.Abort() // in the other order
		c.JSON(403, gin.H{})
		return
	}
	if u.ID == 1 {
		c.Redirect(302, "/login") // a redirect is aborted like any answer
		c.Abort()
		return
	}
	if u.ID == 2 {
		abort.Unauthorized(c) // the helper aborts
		return
	}
	if u.ID == 3 {
		c.JSON(401, gin.H{}) // the helper may abort: not known
		abort.Perhaps(c)
		return
	}
	if u.ID == 4 {
		panic("no") // ends everything
	}
	if u.ID == 5 {
		fail(c, "no") // aborts in this package
		return
	}
	c.Next()
}

func fail(c *gin.Context, text string) {
	log.Println(text)
	c.JSON(401, gin.H{"error": text})
	c.Abort()
}

// Right: abort as the last statement, the other branch goes on.
func lastStatement(c *gin.Context) {
	if c.GetHeader("Authorization") != "" {
		c.Next()
	} else {
		c.AbortWithStatus(401)
	}
}

// Right: a switch of aborts, and a return behind it.
func switched(c *gin.Context) {
	if _, err := find(c.GetHeader("Authorization")); err != nil {
		switch {
		case errors.Is(err, http.ErrNoCookie):
			c.AbortWithStatus(401)
		default:
			c.AbortWithStatus(403)
		}
		return
	}
	c.Next()
}

// Right: optional on purpose.
func optional(required bool) gin.HandlerFunc {
	return func(c *gin.Context) {
		u, err := find(c.GetHeader("Authorization"))
		if err != nil {
			if required {
				c.AbortWithStatus(401)
			}
			return
		}
		c.Set("user", u)
	}
}

// Right: aborted, and only what does nothing for the request follows.
func logsOnly(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		c.AbortWithStatus(401)
	}
	log.Println("checked")
	c.Next()
}

// Right: a terminal handler answers and returns, or answers last.
func terminal(c *gin.Context) {
	u, err := find(c.GetHeader("Authorization"))
	if err != nil {
		c.JSON(401, gin.H{})
		return
	}
	if u == nil {
		c.JSON(401, gin.H{})
	} else {
		c.JSON(200, u)
	}
}

// Right: no credentials are looked at, the answer is of another kind.
func contentType(c *gin.Context) {
	if c.GetHeader("Content-Type") == "" {
		c.JSON(415, gin.H{})
		return
	}
	c.Next()
}

// Right: it answers what the handlers before it have failed at.
func errorsLast(c *gin.Context) {
	c.Next()
	if len(c.Errors) > 0 {
		c.JSON(401, gin.H{"error": c.Errors[0].Error()})
	}
}

// Right: the condition behind it knows of the rejection.
func remembers(c *gin.Context) {
	ok := true
	if c.GetHeader("Authorization") == "" {
		c.AbortWithStatus(401)
		ok = false
	}
	if ok {
		count(c)
	}
}

// gap: the helper answers and says so, its caller does not look.
func bearer(c *gin.Context) string {
	h := c.GetHeader("Authorization")
	if h == "" {
		c.JSON(401, gin.H{})
		return ""
	}
	return h
}

func Ignores(c *gin.Context) {
	c.Set("token", bearer(c))
	c.Next()
}
