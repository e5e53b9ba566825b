package proof

import (
	"strings"
	"testing"
)

// The page: the second request of the bad example has the token that was
// refused.
func TestStaleRetryHeader(t *testing.T) {
	prove(t, "stale-retry-header", func(example) string {
		return `
import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	var seen []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, r.Header.Get("Authorization"))
		if seen[len(seen)-1] != "Bearer new" {
			w.WriteHeader(http.StatusUnauthorized)
		}
	}))
	defer server.Close()
	c := &client{http: http.DefaultClient, token: "old", refresh: func() (string, error) { return "new", nil }}
	c.get(server.URL)
	fmt.Printf("seen: %q", seen)
}`
	}, func(t *testing.T, e example, output string) {
		want := `seen: ["Bearer old" "Bearer new"]`
		if e.bad {
			want = `seen: ["Bearer old" "Bearer old"]`
		}
		if !strings.Contains(output, want) {
			t.Errorf("want %s in a bad example: %v: %s", want, e.bad, output)
		}
	})
}
