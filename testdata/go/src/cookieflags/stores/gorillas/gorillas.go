// Package gorillas holds options of gorilla/sessions.
package gorillas

import (
	"net/http"

	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte("key"))

func init() {
	store.Options = &sessions.Options{Path: "/", MaxAge: 3600} // want "this cookie holds a session or token and is not HttpOnly"
}

func save(w http.ResponseWriter, r *http.Request, session *sessions.Session) {
	session.Options = &sessions.Options{Path: "/", HttpOnly: true, Secure: true} // has both
	session.Save(r, w)
}
