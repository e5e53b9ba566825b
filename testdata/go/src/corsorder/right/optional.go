package right

import (
	"net/http"
	"strings"

	ginlib "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/rs/cors"
)

// Optional authentication: who brings nothing goes on, and a preflight brings nothing.

func loadUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if cookie, err := r.Cookie("auth-token"); err == nil {
			if !known(cookie.Value) {
				http.Error(w, "no such token", http.StatusUnauthorized)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

func known(token string) bool { return token == "a" }

func cookieFirst(mux http.Handler) http.Handler {
	return loadUser(cors.Default().Handler(mux)) // refuses only who brings a cookie that does not hold
}

func readToken(c *gin.Context) {
	header := c.GetHeader("Authorization")
	if header == "" {
		c.Next()
		return
	}
	if !known(strings.TrimPrefix(header, "Bearer ")) {
		c.AbortWithStatus(401)
		return
	}
	c.Next()
}

func headerFirst() {
	r := gin.New()
	r.Use(readToken)
	r.Use(ginlib.Default()) // who sends no header came by
	r.GET("/orders", func(c *gin.Context) {})
}
