// Package sessions is a stub: what the analyzers need of gin-contrib/sessions.
package sessions

import "net/http"

type Options struct {
	Path, Domain     string
	MaxAge           int
	Secure, HttpOnly bool
	SameSite         http.SameSite
}

type Store interface{ Options(Options) }
