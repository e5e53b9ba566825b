package proof

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

// The page: the handler behind the bad middleware runs for a request without
// credentials, the one behind the good middleware does not.
func TestUnreturnedRejection(t *testing.T) {
	prove(t, "unreturned-rejection", func(example) string {
		return `
import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	ran := false
	h := RequireLogin(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { ran = true }))
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest("GET", "/", nil))
	fmt.Println(rec.Code, ran)
}`
	}, func(t *testing.T, e example, output string) {
		want := "401 false"
		if e.bad {
			want = "401 true"
		}
		if got := strings.TrimSpace(output); got != want {
			t.Errorf("status and whether the handler ran: %s, want %s", got, want)
		}
	})
}

// serve sends a request without credentials and returns the answer.
func serve(h http.Handler) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest("GET", "/", nil))
	return rec
}

// gin: an answer and a return let the request in, under the status 401; only
// Abort keeps it out, with return or without.
func TestUnreturnedRejectionGin(t *testing.T) {
	gin.SetMode(gin.ReleaseMode)
	for name, c := range map[string]struct {
		auth   gin.HandlerFunc
		served bool
	}{
		"JSON and return":           {func(c *gin.Context) { c.JSON(401, "no"); return }, true},
		"String and return":         {func(c *gin.Context) { c.String(403, "no"); return }, true},
		"Status and return":         {func(c *gin.Context) { c.Status(401); return }, true},
		"Redirect and return":       {func(c *gin.Context) { c.Redirect(302, "/login"); return }, true},
		"http.Error and return":     {func(c *gin.Context) { http.Error(c.Writer, "no", 401); return }, true},
		"AbortWithStatus":           {func(c *gin.Context) { c.AbortWithStatus(401) }, false},
		"Abort, then Next":          {func(c *gin.Context) { c.AbortWithStatus(401); c.Next() }, false},
		"JSON, then Abort":          {func(c *gin.Context) { c.JSON(401, "no"); c.Abort() }, false},
		"Abort, then JSON":          {func(c *gin.Context) { c.Abort(); c.JSON(401, "no") }, false},
		"AbortWithStatusJSON":       {func(c *gin.Context) { c.AbortWithStatusJSON(401, "no"); return }, false},
		"the answer of the mistake": {func(c *gin.Context) { c.String(200, "no"); return }, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := gin.New()
			r.Use(c.auth)
			ran := false
			r.GET("/", func(c *gin.Context) { ran = true; c.String(200, "secret") })
			rec := serve(r)
			if ran != c.served {
				t.Errorf("the handler ran: %t", ran)
			}
			if c.served && !strings.Contains(rec.Body.String(), "secret") {
				t.Errorf("its body did not go out: %q", rec.Body)
			}
		})
	}
}

// gin: what follows an Abort without return runs, with a nil token.
func TestAbortWithoutReturn(t *testing.T) {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.Use(gin.CustomRecoveryWithWriter(nil, func(c *gin.Context, _ any) { c.AbortWithStatus(500) }))
	r.Use(func(c *gin.Context) {
		var token *struct{ Valid bool }
		if _, err := c.Cookie("token"); err != nil {
			c.AbortWithStatus(401)
		}
		if token.Valid {
			c.Next()
		}
	})
	ran := false
	r.GET("/", func(c *gin.Context) { ran = true })
	serve(r)
	if ran {
		t.Error("the request got in")
	}
}

func TestUnreturnedRejectionEcho(t *testing.T) {
	for name, c := range map[string]struct {
		refuse func(echo.Context) error
		served bool
	}{
		"JSON thrown away":      {func(c echo.Context) error { c.JSON(401, "no"); return nil }, true},
		"HTTPError thrown away": {func(c echo.Context) error { _ = echo.NewHTTPError(401); return nil }, true},
		"HTTPError returned":    {func(c echo.Context) error { return echo.NewHTTPError(401) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			e, refuse := echo.New(), c.refuse
			ran := false
			e.Use(func(next echo.HandlerFunc) echo.HandlerFunc {
				return func(ctx echo.Context) error {
					if err := refuse(ctx); err != nil {
						return err
					}
					return next(ctx)
				}
			})
			e.GET("/", func(c echo.Context) error { ran = true; return nil })
			serve(e)
			if ran != c.served {
				t.Errorf("the handler ran: %t", ran)
			}
		})
	}
}

func TestUnreturnedRejectionFiber(t *testing.T) {
	for name, c := range map[string]struct {
		auth   fiber.Handler
		served bool
	}{
		"answered, then Next": {func(c *fiber.Ctx) error { c.Status(401).JSON("no"); return c.Next() }, true},
		"SendStatus, Next":    {func(c *fiber.Ctx) error { c.SendStatus(401); return c.Next() }, true},
		"status, then return": {func(c *fiber.Ctx) error { c.Status(401); return c.JSON("no") }, false},
	} {
		t.Run(name, func(t *testing.T) {
			app := fiber.New()
			ran := false
			app.Use(c.auth)
			app.Get("/", func(c *fiber.Ctx) error { ran = true; return nil })
			if _, err := app.Test(httptest.NewRequest("GET", "/", nil)); err != nil {
				t.Fatal(err)
			}
			if ran != c.served {
				t.Errorf("the handler ran: %t", ran)
			}
		})
	}
}

func TestUnreturnedRejectionChi(t *testing.T) {
	for _, returns := range []bool{false, true} {
		r := chi.NewRouter()
		r.Use(func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				http.Error(w, "no", http.StatusUnauthorized)
				if returns {
					return
				}
				next.ServeHTTP(w, r)
			})
		})
		ran := false
		r.Get("/", func(w http.ResponseWriter, r *http.Request) { ran = true })
		serve(r)
		if ran == returns {
			t.Errorf("with return %t: the handler ran: %t", returns, ran)
		}
	}
}
