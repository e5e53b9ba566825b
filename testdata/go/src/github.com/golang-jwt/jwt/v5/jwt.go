// Package jwt is a stub: what the analyzers need of golang-jwt.
package jwt

import "crypto/rsa"

type Token struct {
	Raw    string
	Method SigningMethod
	Header map[string]any
	Claims Claims
	Valid  bool
}

type SigningMethod interface{ Alg() string }

type SigningMethodHMAC struct{}

func (*SigningMethodHMAC) Alg() string { return "" }

type SigningMethodRSA struct{}

func (*SigningMethodRSA) Alg() string { return "" }

type unsafeNone string

type signingMethodNone struct{}

func (*signingMethodNone) Alg() string { return "none" }

var SigningMethodNone *signingMethodNone

const UnsafeAllowNoneSignatureType unsafeNone = "none signing method allowed"

type Keyfunc func(*Token) (any, error)

type Claims any

type MapClaims map[string]any

type StandardClaims struct {
	ExpiresAt int64 `json:"exp,omitempty"`
	IssuedAt  int64 `json:"iat,omitempty"`
}

type RegisteredClaims struct{ Subject, Issuer, ID string }

type Parser struct{}

type ParserOption func(*Parser)

func NewParser(options ...ParserOption) *Parser { return nil }

func WithValidMethods(methods []string) ParserOption { return nil }
func WithoutClaimsValidation() ParserOption          { return nil }
func WithLeeway(seconds int) ParserOption            { return nil }

func Parse(token string, key Keyfunc, options ...ParserOption) (*Token, error) { return nil, nil }

func ParseWithClaims(token string, claims Claims, key Keyfunc, options ...ParserOption) (*Token, error) {
	return nil, nil
}

func (p *Parser) Parse(token string, key Keyfunc) (*Token, error) { return nil, nil }

func (p *Parser) ParseWithClaims(token string, claims Claims, key Keyfunc) (*Token, error) {
	return nil, nil
}

func (p *Parser) ParseUnverified(token string, claims Claims) (*Token, []string, error) {
	return nil, nil, nil
}

func ParseRSAPublicKeyFromPEM(pem []byte) (*rsa.PublicKey, error) { return nil, nil }
