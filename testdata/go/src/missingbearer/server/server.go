package server

import (
	"net/http"
	"strings"
)

func protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		if token == "" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func ask(token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", "http://localhost:8080/me", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", token) // want "`token` is sent without a scheme"
	return http.DefaultClient.Do(req)
}
