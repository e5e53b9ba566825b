// Package server stands for another one in tests: it guards nothing.
package server

import (
	"net/http"
	"os"
)

func key(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") != os.Getenv("API_KEY") {
		http.Error(w, "no", http.StatusUnauthorized)
	}
}
