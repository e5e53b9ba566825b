// Package payment charges customers through the payment provider.
package payment

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"larder.example/server/internal/oauth"
)

const baseURL = "https://api.payments.example/v1"

// A Client charges customers.
type Client struct{ http *http.Client }

// New returns a client that gets its tokens as c says.
func New(c oauth.Config) *Client {
	return &Client{&http.Client{
		Timeout:   20 * time.Second,
		Transport: &transport{config: c, base: http.DefaultTransport},
	}}
}

// Charge takes an amount, in cents, for an order.
func (c *Client) Charge(ctx context.Context, order string, cents int) error {
	body, err := json.Marshal(map[string]any{"reference": order, "amount": cents, "currency": "EUR"})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, baseURL+"/charges", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", order)
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return fmt.Errorf("charging for order %s: %s", order, resp.Status)
	}
	return nil
}

// transport puts our token on every request and renews it when the provider
// refuses it.
type transport struct {
	config oauth.Config
	base   http.RoundTripper

	mu     sync.Mutex
	tokens *oauth.Tokens
}

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	tokens, err := t.current(req.Context())
	if err != nil {
		return nil, err
	}
	out := req.Clone(req.Context())
	if req.GetBody != nil {
		if out.Body, err = req.GetBody(); err != nil {
			return nil, err
		}
	}
	out.Header.Set("Authorization", "Bearer "+tokens.AccessToken)
	resp, err := t.base.RoundTrip(out)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	resp.Body.Close()
	t.forget(tokens)
	return t.RoundTrip(req)
}

func (t *transport) current(ctx context.Context) (*oauth.Tokens, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.tokens.Valid() {
		tokens, err := oauth.Own(ctx, t.config)
		if err != nil {
			return nil, fmt.Errorf("getting a token for payments: %w", err)
		}
		t.tokens = tokens
	}
	return t.tokens, nil
}

// forget drops tokens that were refused, unless another request has renewed
// them already.
func (t *transport) forget(refused *oauth.Tokens) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.tokens == refused {
		t.tokens = nil
	}
}
