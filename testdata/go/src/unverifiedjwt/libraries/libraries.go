// Package libraries holds the calls of other libraries that do not verify.
package libraries

import (
	"github.com/dgrijalva/jwt-go"
	"github.com/gin-gonic/gin"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	jwt4 "github.com/golang-jwt/jwt/v4"
	jwx1 "github.com/lestrrat-go/jwx/jwt"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
	"google.golang.org/api/idtoken"
)

func four(c *gin.Context) {
	tok, _, _ := new(jwt4.Parser).ParseUnverified(c.GetHeader("X-Token"), jwt4.MapClaims{}) // want "`new\\(jwt4.Parser\\).ParseUnverified` does not verify"
	c.Set("claims", tok.Claims)
	c.Next()
}

func three(c *gin.Context) {
	p := &jwt.Parser{}
	tok, _, err := p.ParseUnverified(c.GetHeader("X-Token"), jwt.MapClaims{}) // want "`p.ParseUnverified` does not verify"
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("claims", tok.Claims)
	c.Next()
}

func insecure(c *gin.Context) {
	tok, err := jwx.ParseInsecure([]byte(c.GetHeader("X-Token"))) // want "`jwx.ParseInsecure` does not verify"
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", tok.Subject())
	c.Next()
}

func told(c *gin.Context) {
	tok, err := jwx.ParseString(c.GetHeader("X-Token"), jwx.WithVerify(false), jwx.WithValidate(true)) // want "`jwx.ParseString` does not verify"
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", tok.Subject())
	c.Next()
}

// The first version verified only where it was told by which key.
func first(c *gin.Context) {
	tok, err := jwx1.ParseString(c.GetHeader("X-Token")) // want "`jwx1.ParseString` does not verify"
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", tok.Subject())
	c.Next()
}

func jose(c *gin.Context) {
	tok, err := josejwt.ParseSigned(c.GetHeader("X-Token"), []josejwt.SignatureAlgorithm{"RS256"})
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	var claims josejwt.Claims
	if err := tok.UnsafeClaimsWithoutVerification(&claims); err != nil { // want "`tok.UnsafeClaimsWithoutVerification` does not verify"
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims.Subject)
	c.Next()
}

func google(c *gin.Context) {
	payload, err := idtoken.ParsePayload(c.GetHeader("X-Token")) // want "`idtoken.ParsePayload` does not verify"
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", payload.Subject)
	c.Next()
}
