package right

import "net/http"

// One of many, which was looked up by what is no secret.

type Session struct{ Secret string }

func (s *Server) session(w http.ResponseWriter, r *http.Request, found *Session) {
	got := r.Header.Get("X-Token")
	if got == found.Secret { // a session's
		return
	}
	if u := s.users[r.FormValue("name")]; u != nil && u.Password == r.FormValue("password") { // a user's
		return
	}
	http.Error(w, "no", 401)
}

// What a request brought before.

var lastToken string

func remembers(w http.ResponseWriter, r *http.Request) {
	token := r.Header.Get("X-Token")
	if token == lastToken { // the same as the last time
		return
	}
	lastToken = token
}

// Two values of the server, of which no one guesses either.

func (s *Server) rotate(next string) bool { return next == s.token } // not a request

// Made for the one request, or a local that says nothing.

func (s *Server) made(w http.ResponseWriter, r *http.Request) {
	state := struct{ token string }{}
	if r.FormValue("state") == state.token { // empty here
		return
	}
	http.Error(w, "no", 401)
}

// Called with no secret.

func same(given, secret string) bool { return given == secret }

func compared(w http.ResponseWriter, r *http.Request) {
	if !same(r.FormValue("kind"), "public") {
		http.Error(w, "no", 400)
	}
}
