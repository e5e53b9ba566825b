package joined

import "net/http"

type answer struct {
	TokenType, AccessToken string
}

// The scheme is kept next to the token.
func store(a answer) string { return a.TokenType + " " + a.AccessToken }

func ask(req *http.Request, token string) {
	req.Header.Set("Authorization", token) // it may have the scheme
}
