// Package gaps holds CORS layers in the wrong place that are not seen.
package gaps

import (
	ginlib "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

func group() {
	r := gin.New()
	api := r.Group("/api")
	api.Use(ginlib.Default()) // gap: the group has no OPTIONS route, so gin answers 404 before any middleware
	api.GET("/orders", func(c *gin.Context) {})
}

func elsewhere() {
	r := gin.New()
	protect(r)
	r.Use(ginlib.Default()) // gap: registered in two functions
	r.GET("/orders", func(c *gin.Context) {})
}

func protect(r *gin.Engine) {
	r.Use(func(c *gin.Context) {
		if c.GetHeader("Authorization") == "" {
			c.AbortWithStatus(401)
		}
	})
}
