package gin

import (
	"strings"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

func wrong() []func(*gin.Context) {
	c := cors.DefaultConfig() // want "the headers that gin-contrib/cors allows by default leave out Authorization, so browsers refuse"
	c.AllowAllOrigins = true
	return []func(*gin.Context){
		cors.New(c),
		cors.Default(), // want "the headers that gin-contrib/cors allows by default"
		cors.New(cors.Config{AllowOrigins: []string{"https://a.example.com"}, AllowHeaders: []string{"Origin", "Content-Type"}}), // want "the allowed headers leave out Authorization"
		cors.New(cors.Config{AllowAllOrigins: true, AllowHeaders: []string{"*"}}),                                                // want "`\\*` among the allowed headers does not cover Authorization"
		cors.New(cors.Config{AllowAllOrigins: true}),                                                                             // want "allows by default"
	}
}

func token(c *gin.Context) string { return strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ") }
