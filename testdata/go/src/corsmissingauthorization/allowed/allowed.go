package allowed

import (
	"net/http"
	"os"
	"strings"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	chicors "github.com/go-chi/cors"
	fibercors "github.com/gofiber/fiber/v2/middleware/cors"
	"github.com/labstack/echo/v4/middleware"
	rscors "github.com/rs/cors"
)

func right(h http.Handler) []func(*gin.Context) {
	rscors.AllowAll().Handler(h)                                                     // reflects
	rscors.New(rscors.Options{AllowedHeaders: []string{"*"}}).Handler(h)             // the star reflects here
	chicors.Handler(chicors.Options{AllowedHeaders: []string{"*"}})                  // and here
	middleware.CORS()                                                                // reflects
	fibercors.New()                                                                  // reflects
	rscors.New(rscors.Options{AllowedHeaders: []string{"authorization"}}).Handler(h) // the case does not matter
	c := cors.DefaultConfig()
	c.AddAllowHeaders("Authorization") // added later
	d := cors.DefaultConfig()
	d.AllowHeaders = append(d.AllowHeaders, "Authorization") // appended
	e := cors.DefaultConfig()
	e.AllowHeaders = strings.Split(os.Getenv("HEADERS"), ",") // from the environment
	return []func(*gin.Context){cors.New(c), cors.New(d), cors.New(e)}
}

func token(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}
