package proof

import (
	"strings"
	"testing"
)

// authorizationServer answers every refresh with the token new, and resource
// takes that alone.
const authorizationServer = `
var refreshes int

func serve() *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/token":
			r.ParseForm()
			w.Header().Set("Content-Type", "application/json")
			if r.Form.Get("grant_type") == "authorization_code" {
				fmt.Fprint(w, ` + "`" + `{"access_token": "old", "refresh_token": "r", "expires_in": -1, "token_type": "bearer"}` + "`" + `)
				return
			}
			refreshes++
			fmt.Fprint(w, ` + "`" + `{"access_token": "new", "expires_in": 3600, "token_type": "bearer"}` + "`" + `)
		default:
			if r.Header.Get("Authorization") != "Bearer new" {
				w.WriteHeader(http.StatusUnauthorized)
			}
		}
	}))
}

func config(server *httptest.Server) *oauth2.Config {
	return &oauth2.Config{Endpoint: oauth2.Endpoint{TokenURL: server.URL + "/token"}}
}
`

// The page: the token of the bad example is never refreshed, not even after a
// 401; that of the good ones is.
func TestUncheckedExpiry(t *testing.T) {
	prove(t, "unchecked-expiry", func(e example) string {
		call := `client(ctx, conf, "old", "r")`
		switch {
		case strings.Contains(e.code, "expiry time.Time"):
			call = `client(ctx, conf, "old", "r", time.Now().Add(-time.Minute))`
		case !strings.Contains(e.code, "access, refresh"):
			call = `client(ctx, conf, "r")`
		}
		return `
import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"time"

	"golang.org/x/oauth2"
)
` + authorizationServer + `
var _ = time.Now

func main() {
	server := serve()
	defer server.Close()
	ctx, conf := context.Background(), config(server)
	resp, err := ` + call + `.Get(server.URL + "/orders")
	fmt.Println(err, resp.StatusCode, "refreshes:", refreshes)
}`
	}, func(t *testing.T, e example, output string) {
		want := "<nil> 200 refreshes: 1"
		if e.bad {
			want = "<nil> 401 refreshes: 0"
		}
		if !strings.Contains(output, want) {
			t.Errorf("want %q in a bad example: %v: %s", want, e.bad, output)
		}
	})
}

// The page: the source of the bad example hands out the token that has expired.
func TestStaleToken(t *testing.T) {
	prove(t, "stale-token", func(e example) string {
		return `
import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	"golang.org/x/oauth2"
)
` + authorizationServer + `
func main() {
	server := serve()
	defer server.Close()
	ctx, c := context.Background(), &client{}
	if err := c.login(ctx, config(server), "code"); err != nil {
		panic(err)
	}
	resp, err := oauth2.NewClient(ctx, c.tokens).Get(server.URL + "/orders")
	fmt.Println(err, resp.StatusCode, "refreshes:", refreshes)
}`
	}, func(t *testing.T, e example, output string) {
		want := "<nil> 200 refreshes: 1"
		if e.bad {
			want = "<nil> 401 refreshes: 0"
		}
		if !strings.Contains(output, want) {
			t.Errorf("want %q in a bad example: %v: %s", want, e.bad, output)
		}
	})
}
