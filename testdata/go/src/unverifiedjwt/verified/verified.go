// Package verified decodes beside verifying, and looks at what came of it.
package verified

import (
	"log"

	"github.com/gin-gonic/gin"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

func keyOf(issuer any) jwt.Keyfunc { return nil }

// Enough: err is nil only for a valid token.
func byError(c *gin.Context) {
	tok, err := jwt.Parse(c.GetHeader("X-Token"), keyOf(nil)) // err decides
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", tok.Claims)
	c.Next()
}

func byValid(c *gin.Context) {
	tok, _ := jwt.Parse(c.GetHeader("X-Token"), keyOf(nil)) // Valid is looked at
	if tok == nil || !tok.Valid {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", tok.Claims)
	c.Next()
}

func byBoth(c *gin.Context) {
	tok, err := jwt.Parse(c.GetHeader("X-Token"), keyOf(nil)) // Valid is looked at, in one with the claims
	if err != nil {
		log.Println(err)
	}
	if claims, ok := tok.Claims.(jwt.MapClaims); ok && tok.Valid {
		c.Set("user", claims)
		c.Next()
		return
	}
	c.AbortWithStatus(401)
}

// Optional: there is a user where the token is good.
func optional(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(c.GetHeader("X-Token"), claims, keyOf(nil)); err == nil { // only then
		c.Set("user", claims["sub"])
	}
	c.Next()
}

// The error is the last that is said.
func returns(text string) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(text, claims, keyOf(nil)) // returned
	return claims, err
}

func byReturned(c *gin.Context) {
	claims, err := returns(c.GetHeader("X-Token"))
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims["sub"])
	c.Next()
}

// The key is chosen by the token, which is then verified.
func byIssuer(c *gin.Context) {
	text := c.GetHeader("X-Token")
	claims := jwt.MapClaims{}
	_, _, err := jwt.NewParser().ParseUnverified(text, claims) // verified below
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	if _, err := jwt.ParseWithClaims(text, claims, keyOf(claims["iss"])); err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims["sub"])
	c.Next()
}

func byKeyID(c *gin.Context) {
	tok, err := josejwt.ParseSigned(c.GetHeader("X-Token"), nil)
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	var claims josejwt.Claims
	tok.UnsafeClaimsWithoutVerification(&claims) // verified below
	if err := tok.Claims(keyOf(claims.Issuer), &claims); err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims.Subject)
	c.Next()
}

func bySet(set any) gin.HandlerFunc {
	return func(c *gin.Context) {
		tok, err := jwx.ParseString(c.GetHeader("X-Token"), jwx.WithKeySet(set)) // verified
		if err != nil {
			c.AbortWithStatus(401)
			return
		}
		c.Set("user", tok.Subject())
		c.Next()
	}
}

// In a helper as well.
func decode(text string, verify bool) jwt.MapClaims {
	claims := jwt.MapClaims{}
	if verify {
		if _, err := jwt.ParseWithClaims(text, claims, keyOf(nil)); err != nil {
			return nil
		}
		return claims
	}
	jwt.NewParser().ParseUnverified(text, claims) // its callers say whether
	return claims
}

func byHelper(c *gin.Context) {
	c.Set("user", decode(c.GetHeader("X-Token"), true)["sub"])
	c.Next()
}
