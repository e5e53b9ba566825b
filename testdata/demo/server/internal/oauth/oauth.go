// Package oauth gets tokens from the authorization servers of our partners (RFC
// 6749).
package oauth

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Config says how we are known to an authorization server.
type Config struct {
	TokenURL     string
	ClientID     string
	ClientSecret string
}

// Tokens is the answer of a token endpoint.
type Tokens struct {
	AccessToken  string    `json:"access_token"`
	RefreshToken string    `json:"refresh_token"`
	ExpiresIn    int       `json:"expires_in"`
	Received     time.Time `json:"-"`
}

// Valid reports whether the access token can still be used.
func (t *Tokens) Valid() bool {
	return t != nil && time.Since(t.Received) < time.Duration(t.ExpiresIn)*time.Second-time.Minute
}

// Exchange trades an authorization code for tokens (section 4.1.3).
func Exchange(ctx context.Context, c Config, code string) (*Tokens, error) {
	return c.ask(ctx, url.Values{"grant_type": {"authorization_code"}, "code": {code}})
}

// Own returns tokens for ourselves (section 4.4).
func Own(ctx context.Context, c Config) (*Tokens, error) {
	return c.ask(ctx, url.Values{"grant_type": {"client_credentials"}})
}

func (c Config) ask(ctx context.Context, form url.Values) (*Tokens, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.TokenURL, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth(url.QueryEscape(c.ClientID), url.QueryEscape(c.ClientSecret))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", c.TokenURL, resp.Status)
	}
	t := &Tokens{Received: time.Now()}
	if err := json.NewDecoder(resp.Body).Decode(t); err != nil {
		return nil, fmt.Errorf("%s: %w", c.TokenURL, err)
	}
	return t, nil
}
