package nethttp

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
)

func valid(r *http.Request) error { return nil }

func find(r *http.Request) (string, error) { return "", nil }

func handleError(w http.ResponseWriter, err error) {
	log.Println(err)
	http.Error(w, err.Error(), http.StatusUnauthorized)
}

func writeError(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"error": text})
}

// Wrong: the next handler runs.

func Require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := valid(r); err != nil {
			http.Error(w, "no", 401) // want "`http.Error` refuses the request, then `next.ServeHTTP` lets it in"
		}
		next.ServeHTTP(w, r)
	})
}

func requireFunc(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			w.WriteHeader(http.StatusForbidden) // want "`w.WriteHeader` refuses the request, then `next` lets it in"
			fmt.Fprintln(w, "no")
		}
		next(w, r)
	}
}

type guard struct{ next http.Handler }

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := valid(r); err != nil {
		handleError(w, err) // want "`handleError` refuses the request, then `g.next.ServeHTTP` lets it in"
	}
	g.next.ServeHTTP(w, r)
}

func RequireRole(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, err := find(r)
		if err != nil {
			writeError(w, 500, "lost") // want "`writeError` answers, but nothing stops the function: it goes on, and `next.ServeHTTP` can run"
		}
		if user != "admin" {
			writeError(w, http.StatusForbidden, "no")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func toLogin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if valid(r) != nil {
			http.Redirect(w, r, "/login", http.StatusFound) // want "`http.Redirect` refuses the request, then `next.ServeHTTP` lets it in"
		} else {
			log.Println("in")
		}
		next.ServeHTTP(w, r)
	})
}

// Wrong: no next, but the handler does its work.
func remove(w http.ResponseWriter, r *http.Request) {
	user, err := find(r)
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized) // want "`http.Error` refuses the request, but the function goes on with `w.WriteHeader` as if it were let in"
	}
	drop(user)
	w.WriteHeader(http.StatusNoContent)
}

func drop(user string) {}

// Right.

func right(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := valid(r); err != nil {
			http.Error(w, "no", 401) // returned
			return
		}
		if r.Header.Get("X-Role") == "" {
			writeError(w, 403, "no") // returned behind a log
			log.Println("refused")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Right: the other branch goes on.
func branches(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if valid(r) != nil {
			http.Error(w, "no", 401)
		} else {
			next.ServeHTTP(w, r)
		}
	})
}

// Right: a status on each branch, then the body that belongs to both.
func statusFirst(w http.ResponseWriter, r *http.Request) {
	user, err := find(r)
	if err != nil {
		w.WriteHeader(401)
	} else {
		w.WriteHeader(200)
	}
	json.NewEncoder(w).Encode(map[string]any{"user": user, "error": err})
}

// Right: what follows knows of the refusal.
func knows(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := valid(r)
		if err != nil {
			http.Error(w, "no", 401)
		}
		if err == nil {
			next.ServeHTTP(w, r)
		}
	})
}

// Right: the cases of one switch do not follow each other.
func cases(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "GET":
		http.Error(w, "no", 401)
	case "PUT":
		http.Error(w, "no", 403)
	}
}

// Right: bad input is refused, and no credentials.
func input(w http.ResponseWriter, r *http.Request) {
	if r.Method != "POST" {
		http.Error(w, "no", 405)
	}
	drop(r.URL.Path)
}

// Right: a helper that answers and tells its caller.
func allowed(w http.ResponseWriter, r *http.Request) bool {
	if valid(r) != nil {
		http.Error(w, "no", 401)
		return false
	}
	return true
}

// Right: it ends after the last statement.
func last(w http.ResponseWriter, r *http.Request) {
	if user, err := find(r); err == nil {
		fmt.Fprint(w, user)
		return
	}
	http.Error(w, "no", 401)
}

// Right: the loop is not followed.
func loop(w http.ResponseWriter, r *http.Request) {
	for range 2 {
		if valid(r) != nil {
			http.Error(w, "no", 401)
			break
		}
	}
}
