package corswildcardcredentials

import (
	"net/http"

	chicors "github.com/go-chi/cors"
	"github.com/gofiber/fiber/v2"
	fibercors "github.com/gofiber/fiber/v2/middleware/cors"
	"github.com/gorilla/handlers"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	rscors "github.com/rs/cors"
)

func rs(h http.Handler) []http.Handler {
	return []http.Handler{
		rscors.New(rscors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true}).Handler(h), // want "browsers refuse"
		rscors.New(rscors.Options{AllowCredentials: true}).Handler(h),                                // want "with the default origin `\\*`"
		rscors.New(rscors.Options{
			AllowOriginFunc:  func(origin string) bool { return true }, // want "any origin is let in"
			AllowCredentials: true,
		}).Handler(h),
		chicors.Handler(chicors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true})(h),                     // want "browsers refuse"
		chicors.Handler(chicors.Options{AllowedOrigins: []string{"https://*", "http://*"}, AllowCredentials: true})(h), // want "any origin is let in"

		rscors.AllowAll().Handler(h),                                         // no credentials
		rscors.New(rscors.Options{AllowedOrigins: []string{"*"}}).Handler(h), // no credentials
		rscors.New(rscors.Options{AllowedOrigins: []string{"https://app.example.com"}, AllowCredentials: true}).Handler(h),                            // a list
		chicors.Handler(chicors.Options{AllowedOrigins: []string{"https://*.example.com"}, AllowCredentials: true})(h),                                // subdomains
		rscors.New(rscors.Options{AllowOriginFunc: func(o string) bool { return o == "https://app.example.com" }, AllowCredentials: true}).Handler(h), // decides
	}
}

func gorilla(h http.Handler) []http.Handler {
	credentials := handlers.AllowCredentials() // want `with the default origin`
	return []http.Handler{
		handlers.CORS(handlers.AllowedOrigins([]string{"*"}), handlers.AllowCredentials())(h), // want "browsers refuse"
		handlers.CORS(credentials)(h),
		handlers.CORS(handlers.AllowCredentials(), handlers.AllowedOriginValidator(everyone))(h), // want "any origin is let in"

		handlers.CORS(handlers.AllowedOrigins([]string{"*"}))(h),                                                    // no credentials
		handlers.CORS(handlers.AllowedOrigins([]string{"https://app.example.com"}), handlers.AllowCredentials())(h), // a list
	}
}

func withEcho(e *echo.Echo, origins []string) {
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: []string{"*"}, AllowCredentials: true})) // want "browsers refuse"
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{AllowCredentials: true}))                              // want "with the default origin"
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{
		AllowOriginFunc:  func(origin string) (bool, error) { return true, nil }, // want "any origin is let in"
		AllowCredentials: true,
	}))
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{
		AllowOrigins:                             []string{"*"}, // want "any origin is let in"
		AllowCredentials:                         true,
		UnsafeWildcardOriginWithAllowCredentials: true,
	}))
	e.Use(middleware.CORS())                                                                               // no credentials
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: origins, AllowCredentials: true})) // from elsewhere
}

func withFiber(app *fiber.App) {
	app.Use(fibercors.New(fibercors.Config{AllowOriginsFunc: everyone, AllowCredentials: true}))                                   // want "any origin is let in"
	app.Use(fibercors.New(fibercors.Config{AllowOrigins: "*", AllowCredentials: true}))                                            // fiber panics at its start on this
	app.Use(fibercors.New(fibercors.Config{AllowCredentials: true}))                                                               // and on this
	app.Use(fibercors.New(fibercors.Config{AllowOrigins: "https://a.example.com, https://b.example.com", AllowCredentials: true})) // a list
	app.Use(fibercors.New())                                                                                                       // no credentials
}
