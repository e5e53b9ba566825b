package joined

import (
	"fmt"
	"net/http"

	"golang.org/x/oauth2"
)

type answer struct {
	TokenType, AccessToken string
}

// The scheme is kept next to the token.
func store(a answer) string { return a.TokenType + " " + a.AccessToken }

func ask(req *http.Request, token string) {
	req.Header.Set("Authorization", token) // it may have the scheme
}

// Right: the scheme comes with the token.

func schemed(req *http.Request, t *oauth2.Token, authType, token string) {
	req.Header.Set("Authorization", t.TokenType+" "+t.AccessToken)
	req.Header.Set("Authorization", t.Type()+" "+t.AccessToken)
	req.Header.Set("Authorization", fmt.Sprintf("%s %s", authType, token))
}
