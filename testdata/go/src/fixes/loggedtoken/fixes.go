package loggedtoken

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
)

type session struct{ AccessToken string }

func authorize(req *http.Request, token string) {
	log.Printf("with %s", token) // want "is written to the log"
	req.Header.Set("Authorization", "Bearer "+token)
	slog.Info("sent",
		"token", token) // want "is written to the log"
}

func header(w http.ResponseWriter, r *http.Request) {
	log.Println("asked")
	slog.Debug("asked")
	fmt.Println(r.Header.Get("Authorization")) // want "is written to the log"
	fmt.Fprintln(w, "welcome")
}

// These stay: what is left would not compile, or do something else.

func alone(s session) {
	token := s.AccessToken
	log.Println(token) // want "is written to the log"
}

func ends(s session) {
	log.Fatal(s.AccessToken) // want "is written to the log"
}

func does(s session, next func() int) {
	log.Println(s.AccessToken, next()) // want "is written to the log"
}

func inOneLine(s session) { log.Println(s.AccessToken) } // want "is written to the log"

func branch(s session) {
	switch {
	case s.AccessToken != "":
		log.Println(s.AccessToken) // want "is written to the log"
	}
}
