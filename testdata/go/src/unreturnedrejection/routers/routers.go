// Package routers holds middlewares of routers around net/http.
package routers

import (
	"net/http"

	"github.com/go-chi/render"
	"github.com/julienschmidt/httprouter"
)

// httprouter
func params(next httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		if !loggedIn(r) {
			http.Error(w, "no", http.StatusUnauthorized) // want "`http.Error` refuses the request, then `next` lets it in"
		}
		next(w, r, ps)
	}
}

func paramsRight(next httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		if !loggedIn(r) {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r, ps)
	}
}

// negroni, and what is shaped like it
func negroni(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if !loggedIn(r) {
		w.WriteHeader(http.StatusUnauthorized) // want "`w.WriteHeader` refuses the request, then `next` lets it in"
	}
	next(w, r)
}

// gorilla/mux and chi take these.
func mux(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loggedIn(r) {
			w.WriteHeader(http.StatusForbidden) // want "`w.WriteHeader` refuses the request, then `next.ServeHTTP` lets it in"
			w.Write([]byte("no"))
		}
		next.ServeHTTP(w, r)
	})
}

// chi's own way of answering
func rendered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loggedIn(r) {
			render.Status(r, http.StatusUnauthorized) // want "`render.Status` refuses the request, then `next.ServeHTTP` lets it in"
			render.JSON(w, r, "no")
		}
		next.ServeHTTP(w, r)
	})
}

func renderedRight(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loggedIn(r) {
			render.Status(r, http.StatusUnauthorized)
			render.PlainText(w, r, "no")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func loggedIn(r *http.Request) bool { return r.Header.Get("Authorization") != "" }
