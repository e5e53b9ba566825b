package others

import (
	"net/http"
	"strings"

	chicors "github.com/go-chi/cors"
	fibercors "github.com/gofiber/fiber/v2/middleware/cors"
	"github.com/gorilla/handlers"
	"github.com/labstack/echo/v4/middleware"
	rscors "github.com/rs/cors"
)

func wrong(h http.Handler) {
	rscors.Default().Handler(h)                                                              // want "the headers that rs/cors allows by default"
	rscors.New(rscors.Options{AllowedHeaders: []string{"Content-Type"}}).Handler(h)          // want "the allowed headers leave out Authorization"
	chicors.Handler(chicors.Options{AllowedOrigins: []string{"https://a.example.com"}})      // want "the headers that go-chi/cors allows by default"
	handlers.CORS()(h)                                                                       // want "the headers that gorilla/handlers allows by default"
	handlers.CORS(handlers.AllowedHeaders([]string{"Content-Type"}))(h)                      // want "leave out Authorization"
	middleware.CORSWithConfig(middleware.CORSConfig{AllowHeaders: []string{"Content-Type"}}) // want "leave out Authorization"
	fibercors.New(fibercors.Config{AllowHeaders: "Origin, Content-Type"})                    // want "leave out Authorization"
}

func token(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}
