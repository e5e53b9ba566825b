// Package jwt is a stub: what the analyzers need of golang-jwt.
package jwt

type Token struct{ Valid bool }

type Keyfunc func(*Token) (any, error)

func Parse(token string, key Keyfunc) (*Token, error) { return nil, nil }
