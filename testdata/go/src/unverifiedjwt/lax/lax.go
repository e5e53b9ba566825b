// Package lax verifies tokens, and takes more than it should.
package lax

import (
	"crypto/rsa"
	"errors"
	"net/http"
	"os"
	"slices"
	"time"

	"github.com/gin-gonic/gin"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	jwt4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jws"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

const publicPEM = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA
-----END PUBLIC KEY-----`

func pem(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (any, error) {
		return []byte(publicPEM), nil // want "`\\[\\]byte\\(publicPEM\\)` is a public key as bytes and no algorithm is asked for"
	})
}

type verifier struct {
	publicKey []byte
	secret    []byte
	rsa       *rsa.PublicKey
	options   []jwt.ParserOption
	parser    *jwt.Parser
}

func (v *verifier) read() (err error) {
	v.publicKey, err = os.ReadFile("public.pem")
	return err
}

func (v *verifier) key(t *jwt.Token) (any, error) {
	if t.Header["kid"] == nil {
		return nil, errors.New("no key")
	}
	return v.publicKey, nil // want "`v.publicKey` is a public key as bytes"
}

func (v *verifier) verify(text string) (*jwt.Token, error) {
	return jwt.ParseWithClaims(text, jwt.MapClaims{}, v.key)
}

func (v *verifier) again(text string) (*jwt.Token, error) {
	return jwt.NewParser().Parse(text, v.key) // the same mistake
}

func unsigned(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(t *jwt.Token) (any, error) {
		switch t.Header["alg"] {
		case "none":
			return jwt.UnsafeAllowNoneSignatureType, nil // want "`jwt.Parse` takes a token without a signature here"
		}
		return []byte(os.Getenv("JWT_KEY")), nil
	})
}

// The algorithm is what the token says.
func named(text string, secret []byte) (*jwt.Token, error) {
	peek, _, err := jwt.NewParser().ParseUnverified(text, jwt.MapClaims{})
	if err != nil {
		return nil, err
	}
	key := func(*jwt.Token) (any, error) { return secret, nil }
	if _, err := jwt.Parse(text, key, jwt.WithValidMethods([]string{peek.Method.Alg()})); err != nil { // want "`jwt.Parse` takes the algorithm that the token itself names"
		return nil, err
	}
	alg, _ := peek.Header["alg"].(string)
	p := jwt.NewParser(jwt.WithValidMethods([]string{alg})) // want "`p.Parse` takes the algorithm that the token itself names"
	return p.Parse(text, key)
}

func byHeader(text []byte, key any) (jwx.Token, error) {
	msg, err := jws.Parse(text)
	if err != nil {
		return nil, err
	}
	return jwx.Parse(text, jwx.WithKey(msg.Signatures()[0].ProtectedHeaders().Algorithm(), key)) // want "`jwx.WithKey` takes the algorithm that the token itself names"
}

func joseByHeader(text string, alg string) (*josejwt.JSONWebToken, error) {
	tok, err := josejwt.ParseSigned(text, []josejwt.SignatureAlgorithm{"RS256"}) // pinned
	if err != nil {
		return nil, err
	}
	return josejwt.ParseSigned(text, []josejwt.SignatureAlgorithm{josejwt.SignatureAlgorithm(tok.Headers[0].Algorithm)}) // want "`josejwt.ParseSigned` takes the algorithm that the token itself names"
}

// The expiry is not looked at, in what lets requests in.
func authenticate(c *gin.Context) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(c.GetHeader("X-Token"), claims, secret, jwt.WithValidMethods([]string{"HS256"}), jwt.WithoutClaimsValidation()) // want "`jwt.ParseWithClaims` takes tokens that have expired"
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims["sub"])
	c.Next()
}

func authenticate4(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := jwt4.Parser{SkipClaimsValidation: true} // want "`p.Parse` takes tokens that have expired"
		if _, err := p.Parse(r.Header.Get("X-Token"), func(*jwt4.Token) (any, error) { return []byte(os.Getenv("JWT_KEY")), nil }); err != nil {
			http.Error(w, "no", 401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func secret(*jwt.Token) (any, error) { return []byte(os.Getenv("JWT_KEY")), nil }

// Right.

func (v *verifier) right(text string) {
	jwt.Parse(text, func(*jwt.Token) (any, error) { return v.secret, nil }) // a shared secret: RS256 is refused
	jwt.Parse(text, func(*jwt.Token) (any, error) { return v.rsa, nil })    // of this type only RSA verifies
	jwt.Parse(text, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodRSA); !ok {
			return nil, errors.New("not RSA")
		}
		return v.publicKey, nil // the method is looked at
	})
	jwt.Parse(text, func(t *jwt.Token) (any, error) {
		if t.Header["alg"] != "RS256" {
			return nil, errors.New("not RSA")
		}
		return v.publicKey, nil // so it is here
	})
	jwt.Parse(text, func(t *jwt.Token) (any, error) { return check(t, v.publicKey) })                                           // and perhaps there
	jwt.Parse(text, func(*jwt.Token) (any, error) { return v.publicKey, nil }, jwt.WithValidMethods([]string{"RS256"}))         // pinned
	jwt.Parse(text, func(*jwt.Token) (any, error) { return v.publicKey, nil }, v.options...)                                    // perhaps pinned
	v.parser.Parse(text, func(*jwt.Token) (any, error) { return v.publicKey, nil })                                             // a parser from elsewhere
	(&jwt4.Parser{ValidMethods: []string{"RS256"}}).Parse(text, func(*jwt4.Token) (any, error) { return v.publicKey, nil })     // pinned
	jwt.NewParser(jwt.WithValidMethods([]string{"RS256"})).Parse(text, func(*jwt.Token) (any, error) { return publicPEM, nil }) // pinned
}

func check(t *jwt.Token, key []byte) (any, error) { return key, nil }

// Signing is not verifying.
func sign() any { return jwt.UnsafeAllowNoneSignatureType }

// The algorithm of the token is one of those that are taken.
func oneOf(text string, key jwt.Keyfunc) (*jwt.Token, error) {
	peek, _, _ := jwt.NewParser().ParseUnverified(text, jwt.MapClaims{})
	alg := peek.Method.Alg()
	if !slices.Contains([]string{"RS256", "ES256"}, alg) {
		return nil, errors.New("refused")
	}
	return jwt.Parse(text, key, jwt.WithValidMethods([]string{alg})) // tested above
}

// The key knows its algorithm.
func ofKey(text []byte, key interface{ Algorithm() string }, set any) {
	jwx.Parse(text, jwx.WithKey(key.Algorithm(), key)) // the key's, not the token's
	jwx.Parse(text, jwx.WithKey("RS256", key))         // pinned
	jwx.Parse(text, jwx.WithKeySet(set))               // the keys of the set say theirs
}

// A refresh takes a token that has just expired.
func refresh(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(c.GetHeader("X-Token"), claims, secret, jwt.WithoutClaimsValidation()); err != nil { // no middleware
		c.AbortWithStatus(401)
		return
	}
	c.JSON(200, claims["sub"])
}

// A handler at the end, which shows who sent it.
func whoami(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(c.GetHeader("X-Token"), claims, secret, jwt.WithoutClaimsValidation()); err != nil { // no middleware
		c.AbortWithStatus(401)
		return
	}
	c.JSON(200, claims["sub"])
}

// The time is looked at by hand.
func byHand(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(c.GetHeader("X-Token"), claims, secret, jwt.WithoutClaimsValidation()); err != nil { // exp is looked at below
		c.AbortWithStatus(401)
		return
	}
	if exp, ok := claims["exp"].(float64); !ok || int64(exp)+60 < time.Now().Unix() {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims["sub"])
	c.Next()
}
