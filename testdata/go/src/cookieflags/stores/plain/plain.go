package plain

import "github.com/gin-contrib/sessions/cookie"

var store = cookie.NewStore([]byte("key")) // want "this cookie holds a session or token and is not HttpOnly"
