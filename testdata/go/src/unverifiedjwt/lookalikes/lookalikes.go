// Package lookalikes decodes for other purposes, in a project that verifies
// nowhere.
package lookalikes

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// For a log alone.
func logged(c *gin.Context) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims) // nothing is decided by it
	fmt.Println(claims["sub"])
	c.Next()
}

// For routing: a tenant is no identity.
func routed(c *gin.Context) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims) // a tenant is no identity
	c.Set("tenant", claims["tenant"])
	c.Next()
}

// A client reads the expiry of its own token.
func expired(token string) bool {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(token, claims) // its own, and no request came in
	exp, _ := claims["exp"].(float64)
	return time.Unix(int64(exp), 0).Before(time.Now())
}

type transport struct{ token string }

func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if expired(t.token) {
		return nil, fmt.Errorf("expired")
	}
	r.Header.Set("X-User", t.subject()) // the client tells the server who it is
	return http.DefaultTransport.RoundTrip(r)
}

func (t *transport) subject() string {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(t.token, claims) // its own token
	return claims["sub"].(string)
}

// A token that the issuer has just given over TLS, in a handler at the end.
func callback(w http.ResponseWriter, r *http.Request) {
	text := exchange(r.FormValue("code"))
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(text, claims) // from the issuer, not from the request
	fmt.Fprintln(w, claims["name"])
}

func exchange(code string) string { return "" }

// A proxy has logged them in and put the token there: fragile, not broken.
func behindProxy(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(c.GetHeader("X-Goog-Iap-Jwt-Assertion"), claims); err != nil { // the proxy's header
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims["email"])
	c.Next()
}

func behindLoadBalancer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text := r.Header.Get("X-Amzn-Oidc-Data")
		claims := jwt.MapClaims{}
		jwt.NewParser().ParseUnverified(text, claims) // the proxy's header
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, claims["sub"])))
	})
}

type userKey struct{}

// The token is looked up, or compared with the one that was given out.
func stored(c *gin.Context) {
	text := c.GetHeader("X-Token")
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(text, claims) // compared below
	if tokenOf(claims["sub"]) != text {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims["sub"])
	c.Next()
}

func tokenOf(user any) string { return "" }

func found(s *sessions) gin.HandlerFunc {
	return func(c *gin.Context) {
		text := strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")
		if !s.has(text) {
			c.AbortWithStatus(401)
			return
		}
		claims := jwt.MapClaims{}
		jwt.NewParser().ParseUnverified(text, claims) // looked up above
		c.Set("user", claims["sub"])
		c.Next()
	}
}

type sessions struct{}

func (*sessions) has(token string) bool { return false }

// The service that made the token is asked.
func asked(c *gin.Context) {
	text := c.GetHeader("X-Token")
	if err := ask(context.Background(), text); err != nil {
		c.AbortWithStatus(401)
		return
	}
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(text, claims) // asked about above
	c.Set("user", claims["sub"])
	c.Next()
}

func ask(ctx context.Context, token string) error { return nil }

// The token is kept for those that come later, who send it to what verifies it.
func kept(c *gin.Context) {
	text := c.GetHeader("X-Token")
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(text, claims) // a page server shows the name; the API that it asks verifies
	c.Set("accessToken", text)
	c.Set("user", claims["name"])
	c.Next()
}

// A header of the answer is no identity, in fiber's own words or others.
func answers(c *gin.Context) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims) // told to the client, who knows it
	c.Header("X-User", claims["sub"].(string))
	c.Next()
}

// The header of the token names the key.
func byKeyID(c *gin.Context) {
	tok, _, _ := jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), jwt.MapClaims{}) // its header alone
	c.Set("token_kid", tok.Header["kid"])
	c.Next()
}
