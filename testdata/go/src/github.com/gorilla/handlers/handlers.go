// Package handlers is a stub: what the analyzers need of gorilla/handlers.
package handlers

import "net/http"

type CORSOption func()

func CORS(opts ...CORSOption) func(http.Handler) http.Handler { return nil }
func AllowedOrigins(origins []string) CORSOption              { return nil }
func AllowedOriginValidator(fn func(string) bool) CORSOption  { return nil }
func AllowedHeaders(headers []string) CORSOption              { return nil }
func AllowedMethods(methods []string) CORSOption              { return nil }
func AllowCredentials() CORSOption                            { return nil }
