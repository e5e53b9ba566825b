// Package unverifiedjwt holds what the strict preset says beside.
package unverifiedjwt

import (
	"crypto/rsa"
	"errors"

	jose "github.com/go-jose/go-jose/v3/jwt"
	jose4 "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
)

type verifier struct {
	key    *rsa.PublicKey
	secret []byte
	pem    []byte
}

func (v *verifier) unpinned(text string) error {
	jwt.Parse(text, func(*jwt.Token) (any, error) {
		return v.key, nil // want "`jwt.Parse` names no algorithm beside the public key `v.key`"
	})
	jwt.NewParser(jwt.WithLeeway(5)).Parse(text, func(t *jwt.Token) (any, error) {
		if t.Header["kid"] != "one" {
			return nil, errors.New("another key")
		}
		return jwt.ParseRSAPublicKeyFromPEM(v.pem) // want "names no algorithm beside the public key"
	})
	tok, err := jose.ParseSigned(text) // want "`jose.ParseSigned` names no algorithm beside the public key `v.key`"
	if err != nil {
		return err
	}
	return tok.Claims(v.key)
}

// Right.

func (v *verifier) right(text string, keys jwt.Keyfunc) error {
	jwt.Parse(text, func(*jwt.Token) (any, error) { return v.secret, nil }) // a shared secret verifies nothing else
	jwt.Parse(text, keys)                                                   // a function from elsewhere
	jwt.Parse(text, func(*jwt.Token) (any, error) { return v.key, nil }, jwt.WithValidMethods([]string{"RS256"}))
	jwt.Parse(text, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodRSA); !ok {
			return nil, errors.New("not RSA")
		}
		return v.key, nil // its method is looked at
	})
	secret, err := jose.ParseSigned(text)
	if err != nil {
		return err
	}
	secret.Claims(v.secret)
	tok, err := jose4.ParseSigned(text, []jose4.SignatureAlgorithm{"RS256"}) // the fourth version wants them
	if err != nil {
		return err
	}
	return tok.Claims(v.key)
}
