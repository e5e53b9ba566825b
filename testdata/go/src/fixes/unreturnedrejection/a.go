package unreturnedrejection

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func Auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "no", 401) // want "refuses the request"
		}
		next.ServeHTTP(w, r)
	})
}

func GinAuth(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		c.JSON(401, gin.H{}) // want "does not abort"
		return
	}
	if c.Query("token") == "" {
		c.String(403, "no") // want "does not abort"
	}
	if c.Query("key") == "" {
		http.Error(c.Writer, "no", 403) // want "does not abort"
		return
	}
	c.Next()
}

func EchoAuth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("Authorization") == "" {
			c.JSON(401, "no") // want "refuses the request"
		}
		return next(c)
	}
}
