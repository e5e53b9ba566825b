// Package web is the API that the shop's pages talk to.
package web

import (
	"encoding/json"
	"net/http"
	"strings"

	"larder.example/server/internal/courier"
	"larder.example/server/internal/notify"
	"larder.example/server/internal/oauth"
	"larder.example/server/internal/payment"
	"larder.example/server/internal/token"
)

// Config is what a server needs.
type Config struct {
	Origin      string // of the pages: "https://larder.example"
	Tokens      *token.Issuer
	Payments    oauth.Config
	Bookkeeping oauth.Config
	Payment     *payment.Client
	Courier     *courier.Client
	Notify      *notify.Client
	Stock       []Stock
}

// Stock says what a supplier has.
type Stock interface {
	InStock() ([]string, error)
}

// A Server answers the requests of the shop's pages.
type Server struct {
	Config
	users  *users
	orders *orders
	grants *grants
}

// New returns a server with nothing in it.
func New(c Config) *Server {
	return &Server{Config: c, users: newUsers(), orders: newOrders(), grants: newGrants()}
}

// Handler returns the routes of the API.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /auth/login", s.login)
	mux.HandleFunc("POST /auth/login/code", s.requestCode)
	mux.HandleFunc("POST /auth/login/email", s.loginWithCode)
	mux.HandleFunc("POST /auth/refresh", s.refresh)
	mux.HandleFunc("POST /auth/logout", s.logout)
	mux.HandleFunc("POST /auth/logout/others", s.logoutOthers)
	mux.HandleFunc("GET /connect/payments", s.connectPayments)
	mux.HandleFunc("GET /connect/bookkeeping", s.connectBookkeeping)
	mux.Handle("GET /orders", s.user(s.listOrders))
	mux.Handle("POST /orders", s.user(s.placeOrder))
	mux.Handle("GET /orders/{id}", s.user(s.showOrder))
	mux.Handle("DELETE /orders/{id}", s.user(s.cancelOrder))
	mux.Handle("POST /orders/{id}/received", s.user(s.received))
	mux.Handle("PUT /orders/{id}/photo", s.user(s.putPhoto))
	mux.Handle("DELETE /orders/{id}/photo", s.user(s.deletePhoto))
	return s.cors(mux)
}

// cors lets the shop's own pages call the API from their origin, preflights
// included, before anything asks who is there.
func (s *Server) cors(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Add("Vary", "Origin")
		if r.Header.Get("Origin") == s.Origin {
			h.Set("Access-Control-Allow-Origin", s.Origin)
			h.Set("Access-Control-Allow-Credentials", "true")
			h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type")
			h.Set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
		}
		if r.Method == http.MethodOptions {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// user lets only requests through that carry a token of ours, and tells the
// handler whose it is.
func (s *Server) user(next func(w http.ResponseWriter, r *http.Request, user string)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		user, err := s.Tokens.Verify(bearer)
		if !ok || err != nil {
			w.Header().Set("WWW-Authenticate", `Bearer realm="larder"`)
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next(w, r, user)
	})
}

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v)
}
