// Package decides holds handlers that let in by claims which nobody verified, and
// give them to nobody.
package decides

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

type roleClaims struct {
	jwt.RegisteredClaims
	Role string
}

// A middleware of gin, by a map.
func adminsOnly(c *gin.Context) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims) // want "`jwt.NewParser\\(\\).ParseUnverified` does not verify the token, yet its claims decide here"
	if claims["role"] != "admin" {
		c.AbortWithStatus(403)
		return
	}
	c.Next()
}

// A handler at the end, by a struct.
func remove(w http.ResponseWriter, r *http.Request) {
	var claims roleClaims
	if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("X-Token"), &claims); err != nil { // want "yet its claims decide here"
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	if claims.Role != "admin" {
		http.Error(w, "admins only", http.StatusForbidden)
		return
	}
	removeAll()
}

// By a variable, in echo.
func echoes(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := jwt.MapClaims{}
		if _, _, err := jwt.NewParser().ParseUnverified(c.Request().Header.Get("X-Token"), claims); err != nil { // want "yet its claims decide here"
			return c.NoContent(401)
		}
		role, _ := claims["role"].(string)
		if role != "admin" {
			return c.NoContent(http.StatusForbidden)
		}
		return next(c)
	}
}

// By a function that is given the claims, in fiber.
func fibers(c *fiber.Ctx) error {
	claims := jwt.MapClaims{}
	tok, _, err := jwt.NewParser().ParseUnverified(c.Get("X-Token"), claims) // want "yet its claims decide here"
	if err != nil || tok == nil {
		return c.SendStatus(401)
	}
	if !isAdmin(claims) {
		return c.SendStatus(403)
	}
	return c.Next()
}

// The error of what verifies is dropped.
func dropped(c *gin.Context) {
	claims := &roleClaims{}
	jwt.ParseWithClaims(c.GetHeader("X-Token"), claims, keyOf) // want "the error of `jwt.ParseWithClaims` is dropped, yet the claims decide here"
	if claims.Role != "admin" {
		c.AbortWithStatus(403)
		return
	}
	c.Next()
}

// The time says nothing of who sent it, nor does that there is a claim.
func fresh(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(r.Header.Get("X-Token"), claims) // its expiry alone
	exp, _ := claims["exp"].(float64)
	if claims["exp"] == nil || claims["sub"] == nil || int64(exp) < time.Now().Unix() {
		http.Error(w, "expired", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("ok"))
}

// Not a token that the request brought.
func own(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(serviceToken(), claims) // the service's own
	if claims["aud"] != "orders" {
		http.Error(w, "no", http.StatusForbidden)
	}
}

// No refusal of the request.
func conflict(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(r.Header.Get("X-Token"), claims) // which page is shown
	if claims["role"] != "admin" {
		http.Error(w, "no such page", http.StatusNotFound)
		return
	}
	w.Write([]byte("ok"))
}

func removeAll()                        {}
func serviceToken() string              { return "" }
func isAdmin(claims jwt.MapClaims) bool { return claims["admin"] == true }
func keyOf(*jwt.Token) (any, error)     { return []byte("key"), nil }
