package fibers

import "github.com/gofiber/fiber/v2"

func Protected(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{}) // want "`c.Status\\(fiber.StatusUnauthorized\\).JSON` refuses the request, then `c.Next` lets it in"
	}
	if c.Get("X-Role") == "" {
		c.SendStatus(403) // want "`c.SendStatus` refuses the request, then `c.Next` lets it in"
	}
	return c.Next()
}

func right(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Status(401) // the status of the answer that is returned
		return c.JSON(fiber.Map{})
	}
	if c.Get("X-Role") == "" {
		return c.Status(403).SendString("no")
	}
	return c.Next()
}

func made(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		fiber.NewError(fiber.StatusUnauthorized, "no") // want "what `fiber.NewError` makes is not returned, so `c.Next` lets the request in"
	}
	return c.Next()
}

func returned(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return fiber.NewError(fiber.StatusUnauthorized, "no")
	}
	return c.Next()
}
