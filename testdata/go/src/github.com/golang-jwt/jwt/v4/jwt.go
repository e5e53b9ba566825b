// Package jwt is a stub: what the analyzers need of golang-jwt.
package jwt

type Claims interface{ Valid() error }

type MapClaims map[string]any

func (MapClaims) Valid() error { return nil }

type RegisteredClaims struct{ Subject, Issuer, ID string }

func (RegisteredClaims) Valid() error { return nil }

type SigningMethod interface{ Alg() string }

type SigningMethodHMAC struct{}

func (*SigningMethodHMAC) Alg() string { return "" }

type Token struct {
	Raw    string
	Method SigningMethod
	Header map[string]any
	Claims Claims
	Valid  bool
}

type Keyfunc func(*Token) (any, error)

type Parser struct {
	ValidMethods         []string
	SkipClaimsValidation bool
}

type ParserOption func(*Parser)

func NewParser(options ...ParserOption) *Parser { return nil }

func WithValidMethods(methods []string) ParserOption { return nil }
func WithoutClaimsValidation() ParserOption          { return nil }

func Parse(token string, key Keyfunc, options ...ParserOption) (*Token, error) { return nil, nil }

func ParseWithClaims(token string, claims Claims, key Keyfunc, options ...ParserOption) (*Token, error) {
	return nil, nil
}

func (p *Parser) ParseUnverified(token string, claims Claims) (*Token, []string, error) {
	return nil, nil, nil
}

func (p *Parser) Parse(token string, key Keyfunc) (*Token, error) { return nil, nil }

func (p *Parser) ParseWithClaims(token string, claims Claims, key Keyfunc) (*Token, error) {
	return nil, nil
}
