package noread

import (
	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

func sessions() func(*gin.Context) {
	return cors.Default() // nothing here reads Authorization
}
