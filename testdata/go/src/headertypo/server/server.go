// Package server reads the header by the name that its clients send.
package server

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authentication") == "" {
		http.Error(w, "no", http.StatusUnauthorized)
	}
}

// Right: this is the server.
func client(req *http.Request, token string) {
	req.Header.Set("Authentication", "Bearer "+token)
}

// Right: it goes out all the same, and here it is found again.
func lower(req *http.Request, token string) bool {
	req.Header["authorization"] = []string{"Bearer " + token}
	return req.Header["authorization"] != nil
}
