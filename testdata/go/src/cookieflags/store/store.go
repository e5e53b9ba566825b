package store

import "github.com/gorilla/sessions"

var store = sessions.NewCookieStore([]byte("key")) // want "this cookie holds a session or token and is not HttpOnly"
