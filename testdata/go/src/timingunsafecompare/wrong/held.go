package wrong

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"

	"timingunsafecompare/settings"
)

// Where the server's own secret is kept.

func elsewhere(w http.ResponseWriter, r *http.Request) {
	got := r.Header.Get("Authorization")
	if got == settings.AdminToken { // want "with the secret `settings.AdminToken`"
		return
	}
	if got == settings.Auth.Secret { // want "with the secret `settings.Auth.Secret`"
		return
	}
	if got == settings.Config().APIKey { // want "with the secret `settings.Config\\(\\).APIKey`"
		return
	}
	http.Error(w, "no", 401)
}

func loadConfig() *Config { return &Config{} }

func local(w http.ResponseWriter, r *http.Request) {
	got := r.Header.Get("X-Token")
	loaded := loadConfig()
	if got == loaded.APIKey { // want "with the secret `loaded.APIKey`"
		return
	}
	http.Error(w, "no", 401)
}

func (s *Server) aliased(w http.ResponseWriter, r *http.Request) {
	own := s.cfg
	if r.Header.Get("X-Token") == own.APIKey { // want "with the secret `own.APIKey`"
		return
	}
	http.Error(w, "no", 401)
}

func byConfig(r *http.Request, c *Config) bool {
	return r.Header.Get("X-Token") == c.APIKey // want "with the secret `c.APIKey`"
}

// However it is spelled.

func (s *Server) spelled(w http.ResponseWriter, r *http.Request) {
	got := r.Header.Get("Authorization")
	if bytes.Equal([]byte(got), []byte(s.token)) { // want "with the secret `s.token`"
		return
	}
	if got == fmt.Sprintf("Bearer %s", s.token) { // want "with the secret `s.token`"
		return
	}
	if strings.ToLower(got) == strings.ToLower(s.token) { // want "with the secret `s.token`"
		return
	}
	if want := "Bearer " + s.token; got == want { // want "with the secret"
		return
	}
	if s.token+"!" == got { // want "with the secret `s.token`"
		return
	}
	if got[:8] == s.token[:8] { // want "with the secret `s.token`"
		return
	}
	http.Error(w, "no", 401)
}

// Given to a function that compares.

func same(given, secret string) bool {
	return given == secret // want "with the secret `secret`"
}

func (s *Server) compared(w http.ResponseWriter, r *http.Request) {
	if !same(r.Header.Get("X-Token"), s.token) {
		http.Error(w, "no", 401)
	}
}

// Read by a function.

func (s *Server) secret() string { return s.cfg.WebhookSecret }

func (s *Server) read(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Token") != s.secret() { // want "with the secret `s.secret\\(\\)`"
		http.Error(w, "no", 401)
	}
}
