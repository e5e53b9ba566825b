// Package right holds CORS layers that stand where they should, or where the
// order does not matter.
package right

import (
	"net/http"

	ginlib "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/justinas/alice"
	"github.com/rs/cors"
)

func requireToken(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		c.AbortWithStatus(401)
		return
	}
	c.Next()
}

func passing(c *gin.Context) {
	if c.Request.Method == "OPTIONS" {
		c.Next()
		return
	}
	requireToken(c)
}

func identify(c *gin.Context) {
	c.Set("user", c.GetHeader("Authorization"))
	c.Next()
}

func first() {
	r := gin.New()
	r.Use(ginlib.Default())
	r.Use(requireToken) // behind CORS
	r.GET("/orders", func(c *gin.Context) {})
}

func optionsPass() {
	r := gin.New()
	r.Use(passing)
	r.Use(ginlib.Default()) // preflights come to it
	r.GET("/orders", func(c *gin.Context) {})
}

func nobodyRefused() {
	r := gin.New()
	r.Use(identify)
	r.Use(ginlib.Default()) // identify lets everybody on
	r.GET("/orders", func(c *gin.Context) {})
}

func onAGroup() {
	r := gin.New()
	admin := r.Group("/admin")
	admin.Use(requireToken)
	r.Use(ginlib.Default()) // the other is for the group
	r.GET("/orders", func(c *gin.Context) {})
}

func onARoute() {
	r := gin.New()
	r.GET("/health", requireToken, func(c *gin.Context) {})
	r.Use(ginlib.Default()) // the routes that need it come behind it
	r.GET("/orders", func(c *gin.Context) {})
}

func handedOn() {
	r := gin.New()
	r.GET("/health", func(c *gin.Context) {})
	r.Use(ginlib.Default())
	routes(r) // registers more
}

func routes(r *gin.Engine) { r.GET("/orders", func(c *gin.Context) {}) }

func require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func wrapped(mux http.Handler) http.Handler {
	return cors.Default().Handler(require(mux)) // CORS is the outer one
}

func assigned(mux http.Handler) error {
	h := require(mux)
	h = cors.Default().Handler(h)
	return http.ListenAndServe(":80", h) // CORS is the outer one
}

func twice(mux http.Handler) http.Handler {
	return cors.Default().Handler(require(cors.Default().Handler(mux))) // the outer one answers
}

func chained(mux http.Handler) http.Handler {
	return alice.New(cors.Default().Handler, require).Then(mux) // the first of a chain runs first
}

func appended(mux http.Handler) http.Handler {
	return alice.New(cors.Default().Handler).Append(require).Then(mux) // and what is appended runs later
}

func throughOther(mux http.Handler, chain alice.Chain) http.Handler {
	return chain.Append(require, cors.Default().Handler).Then(mux) // what stands before them is not known
}
