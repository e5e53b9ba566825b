// Package dropped verifies, and does not look at what came of it.
package dropped

import (
	"context"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

func keyOf(*jwt.Token) (any, error) { return []byte("…"), nil }

type key string

const userKey key = "user"

// d: tok, _ := with neither err nor Valid looked at.
func blank(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tok, _ := jwt.Parse(r.Header.Get("X-Token"), keyOf) // want "the error of `jwt.Parse` is dropped, yet `context.WithValue` takes the claims, which are there for a forged token too"
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey, tok.Claims)))
	})
}

// There is a token of a forged one too: nil tells nothing.
func notNil(c *gin.Context) {
	tok, _ := jwt.Parse(c.GetHeader("X-Token"), keyOf) // want "the error of `jwt.Parse` is dropped"
	if tok == nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", tok.Claims)
	c.Next()
}

// d: if err != nil { }.
func empty(c *gin.Context) {
	tok, err := jwt.Parse(c.GetHeader("X-Token"), keyOf) // want "the error of `jwt.Parse` is dropped"
	if err != nil {
	}
	c.Set("user", tok.Claims)
	c.Next()
}

// d: claims of the struct that was given, although err was set.
func logs(c *gin.Context) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(c.GetHeader("X-Token"), claims, keyOf) // want "the error of `jwt.ParseWithClaims` is dropped"
	if err != nil {
		log.Println("bad token:", err)
	}
	c.Set("user", claims["sub"])
	c.Next()
}

func statement(c *gin.Context) {
	claims := jwt.MapClaims{}
	jwt.ParseWithClaims(c.GetHeader("X-Token"), claims, keyOf) // want "the error of `jwt.ParseWithClaims` is dropped"
	c.Set("user", claims["sub"])
	c.Next()
}

// In a function that a middleware calls.
func claimsOf(text string) jwt.MapClaims {
	claims := jwt.MapClaims{}
	_, _ = jwt.ParseWithClaims(text, claims, keyOf) // want "the error of `jwt.ParseWithClaims` is dropped"
	return claims
}

func byHelper(c *gin.Context) {
	c.Set("user", claimsOf(c.GetHeader("X-Token"))["sub"])
	c.Next()
}
