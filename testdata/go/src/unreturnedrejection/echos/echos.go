package echos

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

func valid(c echo.Context) bool { return false }

func Auth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !valid(c) {
			c.JSON(http.StatusUnauthorized, "no") // want "`c.JSON` refuses the request, then `next` lets it in"
		}
		return next(c)
	}
}

func thrownAway(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !valid(c) {
			echo.NewHTTPError(401, "no") // want "what `echo.NewHTTPError` makes is not returned, so `next` lets the request in"
		}
		return next(c)
	}
}

func right(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("Authorization") == "" {
			return c.JSON(401, "no") // returned
		}
		if !valid(c) {
			return echo.NewHTTPError(403) // the framework answers
		}
		return next(c)
	}
}
