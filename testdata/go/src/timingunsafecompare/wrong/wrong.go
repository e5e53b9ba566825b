// Package wrong holds every shape of a secret compared in a time that depends on
// it.
package wrong

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
)

type Config struct {
	APIKey        string
	WebhookSecret string
	Keys          struct{ AdminTokens []string }
}

type Server struct {
	cfg   *Config
	token string
}

// a: a key that the middleware is made with.
func RequireKey(apiKey string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("X-Api-Key") != apiKey { // want "`!=` compares `c.GetHeader\\(\"X-Api-Key\"\\)` with the secret `apiKey` and stops at the first difference"
			c.AbortWithStatus(401)
			return
		}
		c.Next()
	}
}

// a: the environment, after the scheme was taken off.
func fromEnv(w http.ResponseWriter, r *http.Request) {
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	if token == "" {
		token = r.URL.Query().Get("token")
	}
	if token != os.Getenv("ADMIN_TOKEN") { // want "compares `token` with the secret"
		http.Error(w, "no", 401)
		return
	}
}

// a: fields of the server.
func (s *Server) handle(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "Bearer "+s.token { // want "with the secret `s.token`"
		return
	}
	if key := r.FormValue("key"); key == s.cfg.APIKey { // want "with the secret `s.cfg.APIKey`"
		return
	}
	for _, t := range s.cfg.Keys.AdminTokens {
		if t == bearer(r) { // want "compares `bearer\\(r\\)` with the secret `t`"
			return
		}
	}
	http.Error(w, "no", 401)
}

func bearer(r *http.Request) string {
	parts := strings.SplitN(r.Header.Get("Authorization"), " ", 2)
	if len(parts) != 2 {
		return ""
	}
	return parts[1]
}

// a: a helper that is given the header.
func (s *Server) allowed(given string) bool {
	return given == s.token // want "compares `given` with the secret"
}

func (s *Server) guarded(w http.ResponseWriter, r *http.Request) {
	if !s.allowed(r.Header.Get("X-Token")) {
		http.Error(w, "no", 401)
	}
}

// b and c: a signature.
func (s *Server) hook(w http.ResponseWriter, r *http.Request) {
	payload, _ := io.ReadAll(r.Body)
	mac := hmac.New(sha256.New, []byte(s.cfg.WebhookSecret))
	mac.Write(payload)
	want := mac.Sum(nil)
	got, _ := hex.DecodeString(r.Header.Get("X-Signature"))
	if !bytes.Equal(got, want) { // want "`bytes.Equal` compares `got` with the signature `want`"
		http.Error(w, "no", 401)
		return
	}
	if bytes.Compare(want, got) != 0 { // want "`bytes.Compare` compares"
		http.Error(w, "no", 401)
		return
	}
	if "sha256="+hex.EncodeToString(mac.Sum(nil)) != r.Header.Get("X-Hub-Signature-256") { // want "with the signature `mac.Sum\\(nil\\)`"
		http.Error(w, "no", 401)
		return
	}
	if strings.EqualFold(sign(payload, s.cfg.WebhookSecret), r.Header.Get("X-Hub-Signature")) { // want "`strings.EqualFold` compares .* with the signature `sign\\(payload, s.cfg.WebhookSecret\\)`"
		return
	}
	if strings.Compare(r.Header.Get("X-Token"), s.token) != 0 { // want "`strings.Compare` compares"
		http.Error(w, "no", 401)
	}
}

func sign(payload []byte, key string) string {
	h := hmac.New(sha256.New, []byte(key))
	h.Write(payload)
	return hex.EncodeToString(h.Sum(nil))
}

var adminPassword = os.Getenv("ADMIN_PASSWORD")

// d: Basic.
func basic(w http.ResponseWriter, r *http.Request) {
	user, pass, ok := r.BasicAuth()
	if !ok || user != os.Getenv("ADMIN_USER") || pass != adminPassword { // want "compares `pass` with the secret `adminPassword`"
		http.Error(w, "no", 401)
	}
}

// a: the body.
func login(w http.ResponseWriter, r *http.Request) {
	var in struct{ User, Password string }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, "bad", 400)
		return
	}
	if in.Password != adminPassword { // want "compares `in.Password` with the secret"
		http.Error(w, "no", 401)
	}
}

// a: a header that is named for a secret, whatever the other name is.
func RequireGate(key string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if given := c.GetHeader("X-API-Key"); given != key { // want "compares `given` with the secret `key`"
			c.AbortWithStatus(401)
		}
	}
}
