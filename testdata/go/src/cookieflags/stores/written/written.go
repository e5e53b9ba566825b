package written

import "github.com/gorilla/sessions"

var store = sessions.NewCookieStore([]byte("key")) // told below

func init() {
	store.Options = &sessions.Options{Path: "/"} // told below
	store.Options.HttpOnly = true
}
