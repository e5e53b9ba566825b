// Package httprouter is a stub: what the analyzers need of httprouter.
package httprouter

import "net/http"

type Params []struct{ Key, Value string }

type Handle func(http.ResponseWriter, *http.Request, Params)
