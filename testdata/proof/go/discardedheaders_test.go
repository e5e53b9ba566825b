package proof

import (
	"strings"
	"testing"
)

// The page: the request of the bad example arrives without its Authorization.
func TestDiscardedHeaders(t *testing.T) {
	prove(t, "discarded-headers", func(example) string {
		return `
import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.Header.Get("Authorization") == "Bearer t")
	}))
	defer server.Close()
	req, _ := http.NewRequest("GET", server.URL, nil)
	get(context.Background(), req, "t")
}`
	}, func(t *testing.T, e example, output string) {
		if got := strings.TrimSpace(output) == "true"; got == e.bad {
			t.Errorf("the token arrived: %v, in a bad example: %v: %s", got, e.bad, output)
		}
	})
}
