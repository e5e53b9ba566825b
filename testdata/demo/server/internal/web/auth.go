package web

import (
	"encoding/json"
	"net/http"
	"time"

	"larder.example/server/internal/token"
)

// refreshCookie holds the refresh token, out of reach of scripts.
const refreshCookie = "larder_refresh"

const refreshLifetime = 30 * 24 * time.Hour

// session is the answer to a login and to a refresh.
type session struct {
	AccessToken string `json:"accessToken"`
	ExpiresIn   int    `json:"expiresIn"` // seconds
	Name        string `json:"name"`
}

func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	var form struct{ Email, Password string }
	if json.NewDecoder(r.Body).Decode(&form) != nil || !s.users.check(form.Email, form.Password) {
		http.Error(w, "e-mail and password do not match", http.StatusUnauthorized)
		return
	}
	s.begin(w, form.Email)
}

func (s *Server) requestCode(w http.ResponseWriter, r *http.Request) {
	var form struct{ Email string }
	if err := json.NewDecoder(r.Body).Decode(&form); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if phone, code, ok := s.users.newCode(form.Email); ok {
		if _, err := s.Notify.Send(r.Context(), phone, "Your code for Larder: "+code); err != nil {
			http.Error(w, "the code could not be sent", http.StatusBadGateway)
			return
		}
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) loginWithCode(w http.ResponseWriter, r *http.Request) {
	var form struct{ Email, Code string }
	if json.NewDecoder(r.Body).Decode(&form) != nil || !s.users.takeCode(form.Email, form.Code) {
		http.Error(w, "the code is not right", http.StatusUnauthorized)
		return
	}
	s.begin(w, form.Email)
}

func (s *Server) refresh(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie(refreshCookie)
	if err != nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	user, ok := s.users.take(cookie.Value)
	if !ok {
		http.Error(w, "log in again", http.StatusUnauthorized)
		return
	}
	s.begin(w, user)
}

func (s *Server) logout(w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie(refreshCookie); err == nil {
		s.users.take(cookie.Value)
	}
	setRefreshCookie(w, "", -1)
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) logoutOthers(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie(refreshCookie)
	if err != nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	s.users.keepOnly(cookie.Value)
	w.WriteHeader(http.StatusNoContent)
}

// begin gives the user a new access token and a new refresh token.
func (s *Server) begin(w http.ResponseWriter, user string) {
	setRefreshCookie(w, s.users.newRefreshToken(user), int(refreshLifetime.Seconds()))
	answer(w, http.StatusOK, session{
		AccessToken: s.Tokens.Issue(user),
		ExpiresIn:   int(token.Lifetime.Seconds()),
		Name:        s.users.name(user),
	})
}

func setRefreshCookie(w http.ResponseWriter, value string, maxAge int) {
	http.SetCookie(w, &http.Cookie{
		Name:     refreshCookie,
		Value:    value,
		Path:     "/auth",
		MaxAge:   maxAge,
		HttpOnly: true,
		Secure:   true,
		SameSite: http.SameSiteStrictMode,
	})
}
