// Package middleware is a stub: what the analyzers need of echo's middleware.
package middleware

import "github.com/labstack/echo/v4"

type CORSConfig struct {
	AllowOrigins                             []string
	AllowOriginFunc                          func(origin string) (bool, error)
	AllowMethods                             []string
	AllowHeaders                             []string
	AllowCredentials                         bool
	UnsafeWildcardOriginWithAllowCredentials bool
}

func CORS() echo.MiddlewareFunc                            { return nil }
func CORSWithConfig(config CORSConfig) echo.MiddlewareFunc { return nil }
