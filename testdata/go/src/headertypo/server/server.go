// Package server reads the names that its client sends.
package server

import "net/http"

func send(req *http.Request, token string) {
	req.Header.Set("Authentication", "Bearer "+token)
	req.Header.Set("Authorisation", "Bearer "+token)
}

func serve(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authentication") == "" && r.Header.Get("authorisation") == "" {
		http.Error(w, "log in first", http.StatusUnauthorized)
	}
}
