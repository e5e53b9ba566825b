// Package decoded holds middlewares that trust a token which nobody verifies.
package decoded

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// d: ParseUnverified in a middleware. In gin, by the claims that are given to it.
func gins(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims); err != nil { // want "`jwt.NewParser\\(\\).ParseUnverified` does not verify the token, yet `c.Set` takes its claims"
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims["sub"])
	c.Next()
}

// By the claims of what comes out of it.
func byToken(c *gin.Context) {
	text := strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")
	tok, _, err := new(jwt.Parser).ParseUnverified(text, jwt.MapClaims{}) // want "yet `c.Set` takes its claims"
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	claims, ok := tok.Claims.(jwt.MapClaims)
	if !ok {
		c.AbortWithStatus(401)
		return
	}
	id, _ := claims["sub"].(string)
	c.Set("userID", id)
	c.Next()
}

// It only sets, for those who come after.
func sets() gin.HandlerFunc {
	return func(c *gin.Context) {
		claims := &struct{ Role string }{}
		jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims) // want "yet `c.Set`"
		c.Set("role", claims.Role)
	}
}

type key string

const userKey key = "user"

type userCtx struct{}

type user struct{ ID, Name string }

// net/http, by the context of the request.
func nethttp(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("Authorization"), &claims) // want "yet `context.WithValue`"
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey, claims.Subject)))
	})
}

// The key is a type, and the user is looked up by the claims.
func lookedUp(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("Authorization"), &claims) // want "yet `context.WithValue`"
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		u, err := findUser(r.Context(), claims.Subject)
		if err != nil {
			http.Error(w, "no user", http.StatusForbidden)
			return
		}
		ctx := context.WithValue(r.Context(), userCtx{}, u)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func findUser(ctx context.Context, id string) (*user, error) { return nil, nil }

// By a function that is named for it.
func named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var u user
		var claims jwt.MapClaims
		jwt.NewParser().ParseUnverified(r.Header.Get("Authorization"), &claims) // want "yet `withUser`"
		u.ID = claims["sub"].(string)
		next.ServeHTTP(w, r.WithContext(withUser(r.Context(), u)))
	})
}

func withUser(ctx context.Context, u user) context.Context { return ctx }

// By a header for the server behind.
func gateway(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := jwt.MapClaims{}
		if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("X-Token"), claims); err != nil { // want "yet `r.Header.Set`"
			w.WriteHeader(401)
			return
		}
		r.Header.Set("X-User-ID", claims["sub"].(string))
		next.ServeHTTP(w, r)
	})
}

// echo and fiber.
func echos(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := jwt.MapClaims{}
		if _, _, err := jwt.NewParser().ParseUnverified(c.Request().Header.Get("X-Token"), claims); err != nil { // want "yet `c.Set`"
			return echo.NewHTTPError(401, "no token")
		}
		c.Set("user", claims)
		return next(c)
	}
}

func fibers(c *fiber.Ctx) error {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(c.Get("X-Token"), claims); err != nil { // want "yet `c.Locals`"
		return c.SendStatus(401)
	}
	c.Locals("claims", claims)
	return c.Next()
}

// What the claims are copied into.
func copied(c *gin.Context) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims) // want "yet `c.Set`"
	data, _ := json.Marshal(claims)
	var u user
	_ = json.Unmarshal(data, &u)
	c.Set("currentUser", &u)
	c.Next()
}
