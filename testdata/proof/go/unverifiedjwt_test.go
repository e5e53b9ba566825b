package proof

import (
	"errors"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"
)

// The page: with a token that somebody else signed the protected handler runs
// behind the bad middleware, as the user that the token names, and does not behind
// the good one.
func TestUnverifiedJWT(t *testing.T) {
	t.Setenv("JWT_KEY", "the key of the server")
	prove(t, "unverified-jwt", func(example) string {
		return `
import (
	"fmt"
	"net/http/httptest"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

func main() {
	gin.SetMode(gin.ReleaseMode)
	forged, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "admin"}).SignedString([]byte("my own key"))
	r := gin.New()
	as := any("nobody")
	r.GET("/", authenticate, func(c *gin.Context) { as, _ = c.Get("user") })
	rec := httptest.NewRecorder()
	req := httptest.NewRequest("GET", "/", nil)
	req.Header.Set("X-Access-Token", forged)
	r.ServeHTTP(rec, req)
	fmt.Println(rec.Code, as)
}`
	}, func(t *testing.T, e example, output string) {
		want := "401 nobody"
		if e.bad {
			want = "200 admin"
		}
		if got := strings.TrimSpace(output); got != want {
			t.Errorf("status, and as whom the handler ran: %s, want %s", got, want)
		}
	})
}

// The claims of a forged or expired token are there although there is an error,
// and Valid says so; of a token with too few parts there is nothing.
func TestUnverifiedJWTDropped(t *testing.T) {
	key := func(*jwt.Token) (any, error) { return []byte("the key of the server"), nil }
	sign := func(key string, c jwt.MapClaims) string {
		s, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, text := range map[string]string{
		"forged":  sign("my own key", jwt.MapClaims{"sub": "admin"}),
		"expired": sign("the key of the server", jwt.MapClaims{"sub": "admin", "exp": 1}),
	} {
		claims := jwt.MapClaims{}
		tok, err := jwt.ParseWithClaims(text, claims, key)
		if err == nil || tok == nil || tok.Valid || claims["sub"] != "admin" {
			t.Errorf("%s: %v, %v, claims %v", name, tok, err, claims)
		}
	}
	if tok, err := jwt.Parse("not.one", key); tok != nil || !errors.Is(err, jwt.ErrTokenMalformed) {
		t.Errorf("two parts: %v, %v", tok, err)
	}
}

// PEM that a key function returns as bytes is a secret for HMAC: whoever has the
// public key signs with it. A parsed key, or pinned algorithms, refuse that.
func TestUnverifiedJWTPublicKeyAsSecret(t *testing.T) {
	pem := []byte("-----BEGIN PUBLIC KEY-----\neveryone has this\n-----END PUBLIC KEY-----\n")
	forged, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "admin"}).SignedString(pem)
	if err != nil {
		t.Fatal(err)
	}
	key := func(*jwt.Token) (any, error) { return pem, nil }
	if tok, err := jwt.Parse(forged, key); err != nil || !tok.Valid {
		t.Errorf("PEM as bytes: %v", err)
	}
	if _, err := jwt.Parse(forged, key, jwt.WithValidMethods([]string{"RS256"})); err == nil {
		t.Error("pinned to RS256, and taken all the same")
	}
}

// A token without a signature is taken where the key function says so, by a name
// that warns, and nowhere else.
func TestUnverifiedJWTNone(t *testing.T) {
	forged, err := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"sub": "admin"}).SignedString(jwt.UnsafeAllowNoneSignatureType)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		key   any
		taken bool
	}{{jwt.UnsafeAllowNoneSignatureType, true}, {[]byte("a key"), false}} {
		_, err := jwt.Parse(forged, func(*jwt.Token) (any, error) { return c.key, nil })
		if taken := err == nil; taken != c.taken {
			t.Errorf("%T: %v", c.key, err)
		}
	}
}
