package proof

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	chicors "github.com/go-chi/cors"
	"github.com/gofiber/fiber/v2"
	fibercors "github.com/gofiber/fiber/v2/middleware/cors"
	"github.com/gorilla/handlers"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	rscors "github.com/rs/cors"
)

// The page: the bad example sends back whatever origin asks, the good one not.
func TestCORSWildcardCredentials(t *testing.T) {
	prove(t, "cors-wildcard-credentials", func(example) string {
		return `
import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	h := withCORS(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {}))
	req := httptest.NewRequest("GET", "/", nil)
	req.Header.Set("Origin", "https://evil.example.net")
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	fmt.Println(rec.Header().Get("Access-Control-Allow-Origin") == "https://evil.example.net")
}`
	}, func(t *testing.T, e example, output string) {
		if got := strings.TrimSpace(output) == "true"; got != e.bad {
			t.Errorf("the origin is sent back: %v, in a bad example: %v", got, e.bad)
		}
	})
}

// The page: the preflight of the bad example does not allow Authorization.
func TestCORSMissingAuthorization(t *testing.T) {
	prove(t, "cors-missing-authorization", func(example) string {
		return `
import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
)

func main() {
	h := withCORS(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {}))
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest("OPTIONS", "/", nil))
	fmt.Println(strings.Contains(rec.Header().Get("Access-Control-Allow-Headers"), "Authorization"))
}`
	}, func(t *testing.T, e example, output string) {
		if got := strings.TrimSpace(output) == "true"; got == e.bad {
			t.Errorf("Authorization is allowed: %v, in a bad example: %v", got, e.bad)
		}
	})
}

// asked answers a request from another origin, or its preflight, through each of
// the real libraries.
func asked(h http.Handler, preflight bool) http.Header {
	method := http.MethodGet
	if preflight {
		method = http.MethodOptions
	}
	req := httptest.NewRequest(method, "http://api.example.com/", nil)
	req.Header.Set("Origin", "https://a.example.net")
	if preflight {
		req.Header.Set("Access-Control-Request-Method", http.MethodGet)
		req.Header.Set("Access-Control-Request-Headers", "authorization")
	}
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	return rec.Header()
}

func withGin(m gin.HandlerFunc) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.Use(m)
	r.GET("/", func(c *gin.Context) {})
	return r
}

func withEcho(m echo.MiddlewareFunc) http.Handler {
	e := echo.New()
	e.Use(m)
	e.GET("/", func(c echo.Context) error { return nil })
	return e
}

var plain = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {})

func yes(string) bool { return true }

// What the reader of each library says comes true: "*" or the origin itself.
func TestOriginsOfLibraries(t *testing.T) {
	all := []string{"*"}
	tests := []struct {
		name, want string
		handler    http.Handler
	}{
		{"gin, all", "*", withGin(gincors.New(gincors.Config{AllowAllOrigins: true, AllowCredentials: true}))},
		{"gin, star", "*", withGin(gincors.New(gincors.Config{AllowOrigins: all, AllowCredentials: true}))},
		{"gin, function", "https://a.example.net", withGin(gincors.New(gincors.Config{AllowOriginFunc: yes, AllowCredentials: true}))},
		{"rs, star", "*", rscors.New(rscors.Options{AllowedOrigins: all, AllowCredentials: true}).Handler(plain)},
		{"rs, default", "*", rscors.New(rscors.Options{AllowCredentials: true}).Handler(plain)},
		{"rs, function", "https://a.example.net", rscors.New(rscors.Options{AllowOriginFunc: yes, AllowCredentials: true}).Handler(plain)},
		{"chi, star", "*", chicors.Handler(chicors.Options{AllowedOrigins: all, AllowCredentials: true})(plain)},
		{"chi, every https", "https://a.example.net", chicors.Handler(chicors.Options{AllowedOrigins: []string{"https://*"}, AllowCredentials: true})(plain)},
		{"gorilla, star", "*", handlers.CORS(handlers.AllowedOrigins(all), handlers.AllowCredentials())(plain)},
		{"gorilla, default", "*", handlers.CORS(handlers.AllowCredentials())(plain)},
		{"echo, star", "*", withEcho(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: all, AllowCredentials: true}))},
		{"echo, unsafe", "https://a.example.net", withEcho(middleware.CORSWithConfig(middleware.CORSConfig{
			AllowOrigins: all, AllowCredentials: true, UnsafeWildcardOriginWithAllowCredentials: true}))},
	}
	for _, tt := range tests {
		h := asked(tt.handler, false)
		if got := h.Get("Access-Control-Allow-Origin"); got != tt.want || h.Get("Access-Control-Allow-Credentials") != "true" {
			t.Errorf("%s: origin %q, credentials %q", tt.name, got, h.Get("Access-Control-Allow-Credentials"))
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("fiber starts with all origins and credentials")
		}
	}()
	fibercors.New(fibercors.Config{AllowOrigins: "*", AllowCredentials: true})
}

// And which of them let Authorization in when nothing is said.
func TestHeadersOfLibraries(t *testing.T) {
	star := []string{"*"}
	tests := []struct {
		name    string
		allowed bool
		handler http.Handler
	}{
		{"gin, default", false, withGin(gincors.Default())},
		{"rs, default", false, rscors.Default().Handler(plain)},
		{"rs, star", true, rscors.New(rscors.Options{AllowedHeaders: star}).Handler(plain)},
		{"rs, all", true, rscors.AllowAll().Handler(plain)},
		{"chi, default", false, chicors.Handler(chicors.Options{})(plain)},
		{"gorilla, default", false, handlers.CORS()(plain)},
		{"echo, default", true, withEcho(middleware.CORS())},
		{"gin, star", false, withGin(gincors.New(gincors.Config{AllowAllOrigins: true, AllowHeaders: star}))},
	}
	for _, tt := range tests {
		headers := strings.ToLower(asked(tt.handler, true).Get("Access-Control-Allow-Headers"))
		if got := strings.Contains(headers, "authorization"); got != tt.allowed {
			t.Errorf("%s: %q", tt.name, headers)
		}
	}
	app := fiber.New()
	app.Use(fibercors.New())
	req := httptest.NewRequest(http.MethodOptions, "/", nil)
	req.Header.Set("Origin", "https://a.example.net")
	req.Header.Set("Access-Control-Request-Method", http.MethodGet)
	req.Header.Set("Access-Control-Request-Headers", "authorization")
	if res, err := app.Test(req); err != nil || res.Header.Get("Access-Control-Allow-Headers") != "authorization" {
		t.Errorf("fiber, default: %v %v", err, res)
	}
}

// cookie-flags: the page, and a max age of zero that gin and net/http leave out.
func TestCookieFlags(t *testing.T) {
	prove(t, "cookie-flags", func(example) string {
		return `
import (
	"fmt"
	"net/http/httptest"
)

func main() {
	rec := httptest.NewRecorder()
	remember(rec, "abc")
	fmt.Println(rec.Header().Get("Set-Cookie"))
}`
	}, func(t *testing.T, e example, output string) {
		if strings.Contains(output, "HttpOnly") == e.bad {
			t.Errorf("the cookie is %q in a bad example: %v", output, e.bad)
		}
	})
	rec := httptest.NewRecorder()
	c, _ := gin.CreateTestContext(rec)
	c.SetCookie("session", "", 0, "/", "", true, true)
	c.SetSameSite(http.SameSiteNoneMode)
	http.SetCookie(rec, &http.Cookie{Name: "token", Value: "", MaxAge: 0})
	for _, line := range rec.Header().Values("Set-Cookie") {
		if strings.Contains(line, "Max-Age") || strings.Contains(line, "SameSite") {
			t.Errorf("%q has what is said to be left out", line)
		}
	}
}
