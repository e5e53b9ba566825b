// Package cors is a stub: what the analyzers need of go-chi/cors.
package cors

import "net/http"

type Options struct {
	AllowedOrigins         []string
	AllowOriginFunc        func(origin string) bool
	AllowOriginRequestFunc func(r *http.Request, origin string) bool
	AllowedMethods         []string
	AllowedHeaders         []string
	AllowCredentials       bool
	MaxAge                 int
}

type Cors struct{}

func (*Cors) Handler(h http.Handler) http.Handler { return h }

func New(options Options) *Cors                               { return nil }
func Handler(options Options) func(http.Handler) http.Handler { return nil }
func AllowAll() *Cors                                         { return nil }
