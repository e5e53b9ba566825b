package proof

import (
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
)

// The page: a client that sends no header gets no answer at all from the bad
// example, and 401 from the good one.
func TestUnsafeHeaderParse(t *testing.T) {
	prove(t, "unsafe-header-parse", func(example) string {
		return `
import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
)

func main() {
	h := requireToken(func(string) bool { return true }, http.NotFoundHandler())
	server := httptest.NewUnstartedServer(h)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Start()
	defer server.Close()
	resp, err := http.Get(server.URL)
	if err != nil {
		fmt.Println("no answer")
		return
	}
	fmt.Println(resp.StatusCode)
}`
	}, func(t *testing.T, e example, output string) {
		want := "401"
		if e.bad {
			want = "no answer"
		}
		if got := strings.TrimSpace(output); got != want {
			t.Errorf("a request without the header: %s", got)
		}
	})
}

// gin's Recovery makes a 500 of the panic.
func TestUnsafeHeaderParseGin(t *testing.T) {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.Use(gin.CustomRecoveryWithWriter(nil, func(c *gin.Context, _ any) { c.AbortWithStatus(500) }))
	r.GET("/", func(c *gin.Context) { c.String(200, strings.Split(c.GetHeader("Authorization"), " ")[1]) })
	if rec := serve(r); rec.Code != 500 {
		t.Errorf("%d", rec.Code)
	}
}
