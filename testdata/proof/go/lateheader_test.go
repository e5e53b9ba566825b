package proof

import (
	"strings"
	"testing"
)

// The page: the cookie of the bad example never reaches the client.
func TestLateHeader(t *testing.T) {
	prove(t, "late-header", func(example) string {
		return `
import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(login))
	defer server.Close()
	resp, err := http.Get(server.URL)
	if err != nil {
		panic(err)
	}
	fmt.Println("cookies:", len(resp.Cookies()))
}`
	}, func(t *testing.T, e example, output string) {
		if got := strings.Contains(output, "cookies: 1"); got == e.bad {
			t.Errorf("the cookie arrived: %v, in a bad example: %v: %s", got, e.bad, output)
		}
	})
}
