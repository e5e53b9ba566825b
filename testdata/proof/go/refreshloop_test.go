package proof

import (
	"fmt"
	"strings"
	"testing"
)

// The page: a server that refuses everything, the refresh too, as on the day that
// the refresh token has expired.
func TestRefreshLoop(t *testing.T) {
	prove(t, "refresh-loop", func(example) string {
		return `
import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
)

var sent int

type server struct{}

func (server) RoundTrip(req *http.Request) (*http.Response, error) {
	if sent++; sent > 50 {
		return nil, errors.New("no more")
	}
	w := httptest.NewRecorder()
	w.WriteHeader(http.StatusUnauthorized)
	return w.Result(), nil
}

func main() {
	http.DefaultTransport = server{}
	newClient().Get("https://api.example.com/orders")
	fmt.Println("requests:", sent)
}`
	}, func(t *testing.T, e example, output string) {
		var sent int
		if _, err := fmt.Sscanf(strings.TrimSpace(output), "requests: %d", &sent); err != nil {
			t.Fatalf("%v: %s", err, output)
		}
		if got := sent > 50; got != e.bad {
			t.Errorf("%d requests, in a bad example: %v", sent, e.bad)
		}
	})
}
