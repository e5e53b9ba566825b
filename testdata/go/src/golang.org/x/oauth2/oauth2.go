// Package oauth2 is a stub: what the analyzers need of golang.org/x/oauth2.
package oauth2

import (
	"context"
	"net/http"
	"time"
)

type Token struct {
	AccessToken  string
	TokenType    string
	RefreshToken string
	Expiry       time.Time
	ExpiresIn    int64
}

func (t *Token) Type() string                  { return "Bearer" }
func (t *Token) Valid() bool                   { return t != nil && t.AccessToken != "" }
func (t *Token) Extra(key string) any          { return nil }
func (t *Token) SetAuthHeader(r *http.Request) {}

type AuthCodeOption interface{ setValue() }

type TokenSource interface{ Token() (*Token, error) }

type Config struct{ ClientID, ClientSecret string }

func (c *Config) Exchange(ctx context.Context, code string, opts ...AuthCodeOption) (*Token, error) {
	return nil, nil
}
func (c *Config) PasswordCredentialsToken(ctx context.Context, username, password string) (*Token, error) {
	return nil, nil
}
func (c *Config) Client(ctx context.Context, t *Token) *http.Client     { return nil }
func (c *Config) TokenSource(ctx context.Context, t *Token) TokenSource { return nil }
func StaticTokenSource(t *Token) TokenSource                            { return nil }

func ReuseTokenSource(t *Token, src TokenSource) TokenSource      { return nil }
func NewClient(ctx context.Context, src TokenSource) *http.Client { return nil }

type Transport struct {
	Source TokenSource
	Base   http.RoundTripper
}

func (t *Transport) RoundTrip(r *http.Request) (*http.Response, error) { return nil, nil }
