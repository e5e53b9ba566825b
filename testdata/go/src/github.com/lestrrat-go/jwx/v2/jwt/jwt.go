// Package jwt is a stub: what the analyzers need of jwx.
package jwt

import "net/http"

type Token interface {
	Subject() string
	Issuer() string
	Get(string) (any, bool)
}

type ParseOption interface{}

func Parse(data []byte, options ...ParseOption) (Token, error)            { return nil, nil }
func ParseString(s string, options ...ParseOption) (Token, error)         { return nil, nil }
func ParseRequest(r *http.Request, options ...ParseOption) (Token, error) { return nil, nil }
func ParseInsecure(data []byte, options ...ParseOption) (Token, error)    { return nil, nil }
func WithVerify(v bool) ParseOption                                       { return nil }
func WithValidate(v bool) ParseOption                                     { return nil }
func WithKeySet(set any) ParseOption                                      { return nil }
func WithKey(alg, key any) ParseOption                                    { return nil }
