// Package behind has a middleware that looks at the header before the handlers
// take it apart.
package behind

import (
	"net/http"
	"strings"
)

func RequireBearer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.Header.Get("Authorization"), "Bearer ") {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func me(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(strings.Split(r.Header.Get("Authorization"), " ")[1])) // the middleware has looked
}
