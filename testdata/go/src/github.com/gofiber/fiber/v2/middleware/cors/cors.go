// Package cors is a stub: what the analyzers need of fiber's CORS middleware.
package cors

import "github.com/gofiber/fiber/v2"

type Config struct {
	AllowOriginsFunc func(origin string) bool
	AllowOrigins     string
	AllowMethods     string
	AllowHeaders     string
	AllowCredentials bool
}

func New(config ...Config) func(*fiber.Ctx) error { return nil }
