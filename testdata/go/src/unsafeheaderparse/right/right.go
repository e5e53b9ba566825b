// Package right holds the code that takes an Authorization header apart rightly,
// or another one.
package right

import (
	"errors"
	"log"
	"net/http"
	"os"
	"regexp"
	"strings"
)

var bearer = regexp.MustCompile(`^Bearer \S+$`)

func handle(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	if parts := strings.Split(h, " "); len(parts) == 2 {
		use(parts[1]) // two parts
	}
	parts := strings.SplitN(h, " ", 2)
	if len(parts) < 2 || parts[0] != "Bearer" {
		http.Error(w, "no", 401)
		return
	}
	use(parts[1])                         // two parts, or it has returned
	use(strings.TrimPrefix(h, "Bearer ")) // never panics
	if token, ok := strings.CutPrefix(h, "Bearer "); ok {
		use(token)
	}
	use(strings.Split(h, " ")[0])                               // every text has a first part
	use(strings.Split(r.Header.Get("X-Forwarded-For"), ",")[1]) // another header
	use(strings.Split("a b", " ")[1])                           // a value of its own
}

func prefixed(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	if !strings.HasPrefix(h, "Bearer ") {
		http.Error(w, "no", 401)
		return
	}
	use(h[len("Bearer "):])       // long enough
	use(strings.Split(h, " ")[1]) // it has the blank
}

func long(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	if len(h) > 7 && strings.ToUpper(h[0:6]) == "BEARER" {
		use(h[7:]) // long enough
	}
}

func matched(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	if !bearer.MatchString(h) {
		http.Error(w, "no", 401)
		return
	}
	use(strings.Fields(h)[1]) // two parts
}

func checked(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	if err := validate(h); err != nil {
		http.Error(w, "no", 401)
		return
	}
	use(h[7:]) // a function was asked about it
}

func validate(h string) error {
	ok := strings.HasPrefix(h, "Bearer ")
	if !ok {
		return errors.New("no bearer")
	}
	return nil
}

func recovered(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil {
			http.Error(w, "no", 401)
		}
	}()
	use(r.Header.Get("Authorization")[7:]) // the panic is answered
}

func index(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	i := strings.Index(h, " ")
	if i < 0 {
		http.Error(w, "no", 401)
		return
	}
	use(h[:i]) // there is a blank
}

// The caller has looked.
func tokenOf(h string) string { return strings.Split(h, " ")[1] }

func helped(w http.ResponseWriter, r *http.Request) {
	if h := r.Header.Get("Authorization"); strings.HasPrefix(h, "Bearer ") {
		use(tokenOf(h))
	}
}

// A function is asked about the request.
func bearerOf(r *http.Request) string {
	if hasBearer(r) {
		return strings.Split(r.Header.Get("Authorization"), " ")[1] // it has looked
	}
	return ""
}

func hasBearer(r *http.Request) bool { return bearer.MatchString(r.Header.Get("Authorization")) }

// At start, not for a request.
func start() {
	if err := http.ListenAndServe(":80", nil); err != nil {
		log.Fatal(err) // no request
	}
	os.Exit(0)
}

func use(string) {}
