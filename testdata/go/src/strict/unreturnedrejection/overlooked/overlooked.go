// Package overlooked is checks that lead to nothing.
package overlooked

import (
	"context"
	"errors"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

type user struct{ ID int }

func verifyToken(token string) (*user, error) { return nil, errors.New("bad") }

func validSession(r *http.Request) bool { return false }

func authenticate(r *http.Request) error { return errors.New("no") }

// Wrong: the branch is empty, or only logs.

func RequireAuth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := verifyToken(r.Header.Get("Authorization"))
		if err != nil { // want "nothing comes of `err != nil` here: `next.ServeHTTP` lets the request in all the same"
			log.Println(err)
		}
		ctx := context.WithValue(r.Context(), "user", u)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func RequireToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" { // want "nothing comes of `r.Header.Get"
			// TODO: answer 401
		}
		next.ServeHTTP(w, r)
	})
}

func requireSession(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !validSession(r) { // want "nothing comes of `!validSession\\(r\\)`"
		}
		next(w, r)
	}
}

func RequireUser() gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := authenticate(c.Request); err != nil { // want "nothing comes of `err != nil` here: the handlers after this middleware run"
			log.Println(err)
		}
		c.Set("user", "known")
	}
}

func EnsureToken(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token := c.Request().Header.Get("Authorization")
		if token == "" { // want "nothing comes of `token == \"\"` here: `next` lets"
			log.Println("no token")
		}
		return next(c)
	}
}

// Right.

// OptionalAuth lets everybody in: its name says so.
func OptionalAuth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := verifyToken(r.Header.Get("Authorization"))
		if err != nil {
			log.Println(err)
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), "user", u)))
	})
}

// Right: a comment says what it is for.
func RequireAuthLater(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := authenticate(r); err != nil {
			// Guests see the page as well.
		}
		next.ServeHTTP(w, r)
	})
}

// Right: a name that leaves it open whether a login is needed.
func Auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := authenticate(r); err != nil {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// Right: another branch takes it, or a later condition does.
func RequireOne(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := verifyToken(r.Header.Get("Authorization"))
		if err != nil {
			log.Println(err)
		} else {
			r = r.WithContext(context.WithValue(r.Context(), "user", u))
		}
		next.ServeHTTP(w, r) // who is not known comes in on purpose
	})
}

func RequireLater(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := verifyToken(r.Header.Get("Authorization"))
		if err != nil {
			log.Println(err)
		}
		if u == nil {
			http.Error(w, "log in", http.StatusUnauthorized) // a failed check has no user
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Right: what is empty is refused further down.
func RequireVerified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.Header.Get("Authorization")
		if token == "" {
			log.Println("no token")
		}
		if _, err := verifyToken(token); err != nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Right: no credentials are checked.
func RequireName(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil {
			log.Println(err)
		}
		if r.Header.Get("User-Agent") == "" {
			log.Println("no agent")
		}
		next.ServeHTTP(w, r)
	})
}

// Right: aborted further down.
func RequireAborted(c *gin.Context) {
	u, err := verifyToken(c.GetHeader("Authorization"))
	if err != nil {
		log.Println(err)
	}
	if u == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}
