package fixes

import (
	"net/http"
	"strings"

	"github.com/rs/cors"
)

func serve(h http.Handler) http.Handler {
	return cors.New(cors.Options{AllowedHeaders: []string{"Content-Type"}}).Handler(h) // want "leave out Authorization"
}

func token(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}
