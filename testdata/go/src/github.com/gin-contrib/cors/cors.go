// Package cors is a stub: what the analyzers need of gin-contrib/cors.
package cors

import (
	"time"

	"github.com/gin-gonic/gin"
)

type Config struct {
	AllowAllOrigins            bool
	AllowOrigins               []string
	AllowOriginFunc            func(origin string) bool
	AllowOriginWithContextFunc func(c *gin.Context, origin string) bool
	AllowMethods               []string
	AllowHeaders               []string
	AllowCredentials           bool
	AllowWildcard              bool
	ExposeHeaders              []string
	MaxAge                     time.Duration
}

func (c *Config) AddAllowHeaders(headers ...string) {}
func (c *Config) AddAllowMethods(methods ...string) {}

func DefaultConfig() Config                { return Config{} }
func Default() func(*gin.Context)          { return nil }
func New(config Config) func(*gin.Context) { return nil }
