// Package jwt is a stub: what the analyzers need of golang-jwt.
package jwt

type Token struct{ Valid bool }

type Keyfunc func(*Token) (any, error)

func Parse(token string, key Keyfunc) (*Token, error) { return nil, nil }

type MapClaims map[string]any

type StandardClaims struct {
	ExpiresAt int64 `json:"exp,omitempty"`
	IssuedAt  int64 `json:"iat,omitempty"`
}
