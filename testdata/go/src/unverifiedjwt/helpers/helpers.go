// Package helpers decodes in functions that its middlewares call.
package helpers

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"

	"unverifiedjwt/helpers/tokens"
)

type claims struct{ Subject string }

// decode is what a middleware trusts.
func decode(text string) (*claims, error) {
	tok, _, err := new(jwt.Parser).ParseUnverified(text, &claims{}) // want "yet `c.Set` takes its claims"
	if err != nil {
		return nil, err
	}
	c, ok := tok.Claims.(*claims)
	if !ok {
		return nil, errors.New("no claims")
	}
	return c, nil
}

func byHelper(c *gin.Context) {
	got, err := decode(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "))
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", got.Subject)
	c.Next()
}

// subject takes it from the request by itself.
func subject(r *http.Request) (string, error) {
	return subjectOf(r.Header.Get("Authorization"))
}

func subjectOf(text string) (string, error) {
	var c jwt.RegisteredClaims
	_, _, err := jwt.NewParser().ParseUnverified(text, &c) // want "yet `context.WithValue`"
	return c.Subject, err
}

type userKey struct{}

func byRequest(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, err := subject(r)
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), userKey{}, id)))
	}
}

// Another package decodes.
func byPackage(c *gin.Context) {
	id, err := tokens.Subject(c.GetHeader("X-Token")) // want "`tokens.Subject` does not verify the token"
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", id)
	c.Next()
}
