// Package right holds the code that looks like a secret compared in the wrong
// way and is none, or is compared rightly.
package right

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"os"
)

type User struct{ Token, Password string }

type Server struct {
	token string
	users map[string]*User
}

const demoToken = "demo"

func (s *Server) handle(w http.ResponseWriter, r *http.Request) {
	got := r.Header.Get("X-Token")
	if got == "" || s.token == "" || s.token == "changeme" { // empty, or a placeholder
		http.Error(w, "no", 401)
		return
	}
	if subtle.ConstantTimeCompare([]byte(got), []byte(s.token)) != 1 { // in constant time
		http.Error(w, "no", 401)
		return
	}
	mac := hmac.New(sha256.New, []byte(s.token))
	if !hmac.Equal([]byte(r.Header.Get("X-Signature")), mac.Sum(nil)) { // in constant time
		http.Error(w, "no", 401)
		return
	}
	if u := s.users[got]; u != nil && u.Token == got { // looked up by the very token
		return
	}
	a, b := sha256.Sum256([]byte(got)), sha256.Sum256([]byte(s.token))
	if bytes.Equal(a[:], b[:]) { // hashes of both: how far they agree says nothing of the token
		return
	}
	if got == demoToken { // in the source for everyone to read
		return
	}
	if r.FormValue("csrf_token") != cookieValue(r) { // double submit: both were brought
		http.Error(w, "no", 403)
		return
	}
	if r.FormValue("type") == os.Getenv("TOKEN_TYPE") { // no secret
		return
	}
	if r.FormValue("hub.verify_token") == os.Getenv("VERIFY_TOKEN") { // decides nothing: the challenge is sent back
		return
	}
}

// A name that says nothing, and a header that does not either.
func RequireSite(site string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Site") != site { // no secret
			http.Error(w, "no", 403)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func cookieValue(r *http.Request) string {
	c, err := r.Cookie("csrf_token")
	if err != nil {
		return ""
	}
	return c.Value
}

// A client: nobody guesses.
func (s *Server) refresh(token string) bool {
	resp, err := http.Get("https://api.example.com/token")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var out struct{ Token string }
	if json.NewDecoder(resp.Body).Decode(&out) != nil || out.Token == s.token { // its own old value
		return false
	}
	return resp.Header.Get("X-Token") != s.token // an answer, not a request
}

// The password and its repetition.
func register(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("password") != r.FormValue("confirm_password") { // both were brought
		http.Error(w, "differ", 400)
	}
}
