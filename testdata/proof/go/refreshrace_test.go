package proof

import (
	"strings"
	"testing"
)

// The page: two requests at the same time, of a server that takes a refresh token
// once. In the bad example the slower refresh sends one that is no longer valid.
func TestRefreshRace(t *testing.T) {
	prove(t, "refresh-race", func(example) string {
		return `
import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"
)

type server struct {
	mu    sync.Mutex
	valid string
	count int
}

func (s *server) RoundTrip(req *http.Request) (*http.Response, error) {
	answer := "{}"
	status := 200
	if req.Body != nil {
		body, _ := io.ReadAll(req.Body)
		time.Sleep(50 * time.Millisecond) // the way to the server: both are on it
		s.mu.Lock()
		defer s.mu.Unlock()
		if !strings.Contains(string(body), "refresh_token="+s.valid) {
			fmt.Println("an old refresh token was sent")
			status = 400
		} else {
			s.count++
			s.valid = fmt.Sprint("r", s.count)
			answer = fmt.Sprintf("{\"AccessToken\":\"a\",\"RefreshToken\":%q}", s.valid)
		}
	}
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(answer)), Request: req}, nil
}

func main() {
	s := &server{valid: "r0"}
	http.DefaultTransport = s
	client := &http.Client{Transport: &transport{refreshToken: "r0"}}
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			if resp, err := client.Get("https://api.example.com/orders"); err == nil {
				resp.Body.Close()
			}
		})
	}
	both.Wait()
	fmt.Println("refreshes:", s.count)
}`
	}, func(t *testing.T, e example, output string) {
		if got := strings.Contains(output, "an old refresh token was sent"); got != e.bad {
			t.Errorf("an old refresh token was sent: %v, in a bad example: %v: %s", got, e.bad, output)
		}
	})
}
