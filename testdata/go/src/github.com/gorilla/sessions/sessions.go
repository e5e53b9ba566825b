// Package sessions is a stub: what the analyzers need of gorilla/sessions.
package sessions

import "net/http"

type Options struct {
	Path, Domain     string
	MaxAge           int
	Secure, HttpOnly bool
	SameSite         http.SameSite
}

type CookieStore struct{ Options *Options }

func NewCookieStore(keyPairs ...[]byte) *CookieStore { return nil }

type Session struct{ Options *Options }

func (s *Session) Save(r *http.Request, w http.ResponseWriter) error { return nil }
