package proof

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

// The page: the preflight is answered 401 by the bad example.
func TestCORSOrder(t *testing.T) {
	prove(t, "cors-order", func(example) string {
		return `
import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	req := httptest.NewRequest("OPTIONS", "/orders", nil)
	req.Header.Set("Origin", "https://app.example.com")
	req.Header.Set("Access-Control-Request-Method", "GET")
	rec := httptest.NewRecorder()
	handler(http.NotFoundHandler()).ServeHTTP(rec, req)
	fmt.Println(rec.Code)
}`
	}, func(t *testing.T, e example, output string) {
		want := "200"
		if e.bad {
			want = "401"
		}
		if got := strings.TrimSpace(output); got != want {
			t.Errorf("the preflight: %s", got)
		}
	})
}

// gin: the order of Use decides, and a route that is registered before the CORS
// layer answers without its headers.
func TestCORSOrderGin(t *testing.T) {
	gin.SetMode(gin.ReleaseMode)
	auth := func(c *gin.Context) {
		if c.GetHeader("Authorization") == "" {
			c.AbortWithStatus(401)
		}
	}
	orders := func(c *gin.Context) { c.String(200, "[]") }
	ask := func(h http.Handler, method string) *httptest.ResponseRecorder {
		req := httptest.NewRequest(method, "/orders", nil)
		req.Header.Set("Origin", "https://app.example.com")
		req.Header.Set("Access-Control-Request-Method", "GET")
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, req)
		return rec
	}
	authFirst := gin.New()
	authFirst.Use(auth, cors.Default())
	authFirst.GET("/orders", orders)
	if code := ask(authFirst, "OPTIONS").Code; code != 401 {
		t.Errorf("authentication first: %d", code)
	}
	corsFirst := gin.New()
	corsFirst.Use(cors.Default(), auth)
	corsFirst.GET("/orders", orders)
	if code := ask(corsFirst, "OPTIONS").Code; code != 204 {
		t.Errorf("CORS first: %d", code)
	}
	late := gin.New()
	late.GET("/orders", orders)
	late.Use(cors.Default())
	if got := ask(late, "GET").Header().Get("Access-Control-Allow-Origin"); got != "" {
		t.Errorf("CORS after the route: %q", got)
	}
}
