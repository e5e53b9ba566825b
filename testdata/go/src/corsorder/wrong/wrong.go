// Package wrong holds CORS layers that preflights do not get to.
package wrong

import (
	"net/http"

	ginlib "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/gorilla/handlers"
	"github.com/justinas/alice"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/rs/cors"
)

func requireToken(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		c.AbortWithStatus(401)
		return
	}
	c.Next()
}

// a: on one router.
func gins() {
	r := gin.New()
	r.Use(requireToken)
	r.Use(ginlib.Default()) // want "`ginlib.Default\\(\\)` runs after `requireToken`, which refuses preflights"
	r.GET("/orders", func(c *gin.Context) {})
}

// a: in one call.
func ginsAtOnce() {
	r := gin.New()
	r.Use(requireToken, ginlib.Default()) // want "runs after `requireToken`"
	r.GET("/orders", func(c *gin.Context) {})
}

func requireEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("Authorization") == "" {
			return echo.NewHTTPError(401, "no token")
		}
		return next(c)
	}
}

func echos() {
	e := echo.New()
	e.Use(requireEcho)
	e.Use(middleware.CORS()) // want "`middleware.CORS\\(\\)` runs after `requireEcho`"
}

func require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// b: wrappers, the outer one runs first.
func wrapped(mux http.Handler) http.Handler {
	return require(cors.Default().Handler(mux)) // want "`cors.Default\\(\\).Handler` runs after `require`"
}

// b: one statement after the other.
func assigned(mux http.Handler) error {
	h := handlers.CORS()(mux) // want "`handlers.CORS\\(\\)` runs after `require`"
	h = require(h)
	return http.ListenAndServe(":80", h)
}

// b: a chain, whose first runs first.
func chained(mux http.Handler) http.Handler {
	return alice.New(require, cors.Default().Handler).Then(mux) // want "`cors.Default\\(\\).Handler` runs after `require`"
}

func appended(mux http.Handler) http.Handler {
	chain := alice.New(require)
	return chain.Append(cors.Default().Handler).Then(mux) // want "runs after `require`"
}

// d: after every route.
func late() {
	r := gin.New()
	r.GET("/orders", func(c *gin.Context) {})
	r.POST("/orders", func(c *gin.Context) {})
	r.Use(ginlib.Default()) // want "`ginlib.Default\\(\\)` is registered after every route, so no answer has its headers"
	r.Run()
}
