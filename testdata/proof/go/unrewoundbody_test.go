package proof

import (
	"strings"
	"testing"
)

// The page: the second request of the bad examples arrives without its body, or
// not at all; that of the good ones has it.
func TestUnrewoundBody(t *testing.T) {
	prove(t, "unrewound-body", func(e example) string {
		send := `
	transport := &transport{base: new(http.Transport), refresh: refresh}
	req, _ := http.NewRequest("POST", server.URL, strings.NewReader("data"))
	transport.RoundTrip(req)`
		if strings.Contains(e.code, "func post(") {
			send = `
	post(http.DefaultClient, server.URL, []byte("data"), refresh)`
		}
		return `
import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
)

var _ = strings.NewReader

func main() {
	last := "never came"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		if r.Header.Get("Authorization") != "Bearer new" {
			w.Header().Set("Connection", "close")
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		last = string(data)
	}))
	defer server.Close()
	refresh := func() (string, error) { return "new", nil }` + send + `
	fmt.Println("last:", last)
}`
	}, func(t *testing.T, e example, output string) {
		if got := strings.Contains(output, "last: data"); got == e.bad {
			t.Errorf("the body arrived: %v, in a bad example: %v: %s", got, e.bad, output)
		}
	})
}
