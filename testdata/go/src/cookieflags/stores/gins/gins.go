// Package gins holds stores of gin-contrib/sessions.
package gins

import (
	"net/http"

	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
)

func stores(https bool) {
	store := cookie.NewStore([]byte("key"))
	store.Options(sessions.Options{Path: "/", MaxAge: 3600})                                                   // want "this cookie holds a session or token and is not HttpOnly"
	store.Options(sessions.Options{Path: "/", HttpOnly: true, SameSite: http.SameSiteNoneMode})                // want "this cookie says SameSite=None without Secure"
	store.Options(sessions.Options{Path: "/", HttpOnly: true, Secure: https, SameSite: http.SameSiteNoneMode}) // by environment
	store.Options(sessions.Options{MaxAge: -1})                                                                // a logout
}
