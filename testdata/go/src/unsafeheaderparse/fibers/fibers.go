// Package fibers takes the header apart in a middleware of fiber.
package fibers

import (
	"strings"

	"github.com/gofiber/fiber/v2"
)

// a: the first part is looked at, the number of parts is not.
func first(c *fiber.Ctx) error {
	parts := strings.SplitN(c.Get("Authorization"), " ", 2)
	if strings.ToLower(parts[0]) != "bearer" {
		return c.SendStatus(401)
	}
	use(parts[1]) // want "which ends the whole process unless something recovers"
	return c.Next()
}

func use(string) {}
