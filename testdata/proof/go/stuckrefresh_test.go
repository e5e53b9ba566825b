package proof

import (
	"strings"
	"testing"
)

// The page: after a refresh that failed the next one of the bad example waits
// for ever.
func TestStuckRefresh(t *testing.T) {
	prove(t, "stuck-refresh", func(example) string {
		return `
import (
	"errors"
	"fmt"
	"net/http"
	"time"
)

func main() {
	t := &tokens{fetch: func(*http.Client) (string, error) { return "", errors.New("no network") }}
	t.refreshToken(nil)
	ended := make(chan bool)
	go func() {
		t.refreshToken(nil)
		close(ended)
	}()
	select {
	case <-ended:
		fmt.Println("ended")
	case <-time.After(time.Second):
		fmt.Println("waits")
	}
}`
	}, func(t *testing.T, e example, output string) {
		if got := strings.Contains(output, "ended"); got == e.bad {
			t.Errorf("the second refresh ended: %v, in a bad example: %v: %s", got, e.bad, output)
		}
	})
}
