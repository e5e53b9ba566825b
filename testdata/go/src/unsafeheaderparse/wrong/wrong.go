// Package wrong holds every shape of an Authorization header that is taken apart
// without a check.
package wrong

import (
	"encoding/base64"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// a: no check.
func split(w http.ResponseWriter, r *http.Request) {
	token := strings.Split(r.Header.Get("Authorization"), " ")[1] // want "`strings.Split.*` panics where the Authorization header is shorter than expected, so the client gets no answer instead of 401"
	use(token)
}

// a: only a test for empty.
func empty(c *gin.Context) {
	h := c.GetHeader("Authorization")
	if h == "" {
		c.AbortWithStatus(401)
		return
	}
	parts := strings.Split(h, " ")
	use(parts[1]) // want "`parts\\[1\\]` panics .* so the answer is 500 where something recovers"
}

// a: Fields of nothing has no first.
func fields(w http.ResponseWriter, r *http.Request) {
	use(strings.Fields(r.Header.Get("Authorization"))[0]) // want "panics"
}

// b: sliced.
func slice(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	use(h[len("Bearer "):]) // want "`h\\[len\\(\"Bearer \"\\):\\]` panics"
}

func sliceNumber(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	if len(h) > 0 {
		use(h[7:]) // want "panics"
	}
}

func sliceBoth(w http.ResponseWriter, r *http.Request) {
	if h := r.Header.Get("Authorization"); h[:7] == "Bearer " { // want "panics"
		use(h[7:]) // the comparison comes first
	}
}

// b: Basic, and no colon.
func basic(w http.ResponseWriter, r *http.Request) {
	dec, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(r.Header.Get("Authorization"), "Basic "))
	if err != nil {
		http.Error(w, "no", 401)
		return
	}
	pair := string(dec)
	i := strings.Index(pair, ":")
	use(pair[:i]) // want "`pair\\[:i\\]` panics"
}

// c: the check does not stop.
func goesOn(c *gin.Context) {
	h := c.GetHeader("Authorization")
	parts := strings.Split(h, " ")
	if len(parts) != 2 {
		c.AbortWithStatus(401)
	}
	use(parts[1]) // want "panics"
}

// A helper that is given the header.
func tokenOf(h string) string {
	return strings.Split(h, " ")[1] // want "panics"
}

func helped(w http.ResponseWriter, r *http.Request) { use(tokenOf(r.Header.Get("Authorization"))) }

// A bad token ends the process.
func exits(w http.ResponseWriter, r *http.Request) {
	h := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	tok, err := jwt.Parse(h, nil)
	if err != nil {
		log.Fatal(err) // want "`log.Fatal` stops the whole server, so anyone can with a bad token"
	}
	if _, err := verify(h); err != nil {
		os.Exit(1) // want "`os.Exit` stops the whole server"
	}
	_ = tok
}

func verify(token string) (string, error) { return token, nil }

func use(string) {}
