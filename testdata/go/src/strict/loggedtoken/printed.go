// Package loggedtoken prints outside of commands, which the strict preset names.
package loggedtoken

import (
	"fmt"
	"net/http"
)

type session struct{ accessToken string }

func (s *session) login() {
	fmt.Println("token:", s.accessToken) // want "`s.accessToken` is written to the log by `fmt.Println`"
	http.Get("https://api.example.com/me")
}
