// Package elsewhere has a middleware that verifies, and others behind it.
package elsewhere

import (
	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

func key(*jwt.Token) (any, error) { return []byte("…"), nil }

func Authenticate(c *gin.Context) {
	tok, err := jwt.Parse(c.GetHeader("X-Token"), key)
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("claims", tok.Claims)
	c.Next()
}

// It refuses by itself, behind the one that verifies: strict says so, since the
// order is not to be seen.
func RequireAdmin(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims); err != nil || claims["role"] != "admin" { // verified before
		c.AbortWithStatus(403)
		return
	}
	c.Set("admin", claims["sub"])
	c.Next()
}

// It refuses nobody.
func Load(c *gin.Context) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims) // verified before
	c.Set("user", claims["sub"])
	c.Next()
}
