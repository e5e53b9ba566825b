package refreshrace

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/oauth2"
)

type answer struct {
	AccessToken  string `json:"access_token"`
	RefreshToken string `json:"refresh_token"`
}

func post(c *http.Client, form url.Values) (*answer, error) {
	resp, err := c.Post("https://id.example.com/oauth/token", "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var a answer
	return &a, json.NewDecoder(resp.Body).Decode(&a)
}

// e: a transport that refreshes with no lock.

type transport struct {
	base         http.RoundTripper
	client       *http.Client
	token        string
	refreshToken string
	expires      time.Time
}

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if time.Now().After(t.expires) {
		if err := t.renew(); err != nil { // want "requests that are sent at the same time each call `t.renew`; each refresh replaces the refresh token"
			return nil, err
		}
	}
	again := req.Clone(req.Context())
	again.Header.Set("Authorization", "Bearer "+t.token)
	return t.base.RoundTrip(again)
}

func (t *transport) renew() error {
	a, err := post(t.client, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {t.refreshToken}})
	if err != nil {
		return err
	}
	t.token, t.expires = a.AccessToken, time.Now().Add(time.Hour)
	t.refreshToken = a.RefreshToken
	return nil
}

// a: after the refusal; a lock around the write alone.

type refused struct {
	base         http.RoundTripper
	client       *http.Client
	mu           sync.Mutex
	token        string
	refreshToken string
}

func (t *refused) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	if err := t.refresh(); err != nil { // want "requests that are refused at the same time each call `t.refresh`; each refresh replaces the refresh token"
		return resp, nil
	}
	again := req.Clone(req.Context())
	again.Header.Set("Authorization", "Bearer "+t.token)
	return t.base.RoundTrip(again)
}

func (t *refused) refresh() error {
	a, err := post(t.client, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {t.refreshToken}})
	if err != nil {
		return err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.token, t.refreshToken = a.AccessToken, a.RefreshToken
	return nil
}

// e: a client with locks says that goroutines share it; the check and the write
// are locked, the refresh between them is not.

type client struct {
	http         *http.Client
	mu           sync.RWMutex
	token        string
	refreshToken string
	expiresAt    time.Time
}

func (c *client) get(path string) (*http.Response, error) {
	c.mu.RLock()
	expired := time.Now().After(c.expiresAt)
	c.mu.RUnlock()
	if expired {
		if err := c.refresh(); err != nil { // want "requests that are sent at the same time each call `c.refresh`; each refresh replaces the refresh token"
			return nil, err
		}
	}
	return c.http.Get(path)
}

func (c *client) refresh() error {
	a, err := post(c.http, url.Values{"refresh_token": {c.refreshToken}})
	if err != nil {
		return err
	}
	c.mu.Lock()
	c.token, c.refreshToken = a.AccessToken, a.RefreshToken
	c.mu.Unlock()
	return nil
}

// e: several goroutines have one client.

type worker struct {
	http         *http.Client
	token        string
	refreshToken string
	expiry       time.Time
}

func (w *worker) do(path string) (*http.Response, error) {
	if w.expiry.Before(time.Now()) {
		if err := w.refresh(); err != nil { // want "requests that are sent at the same time each call `w.refresh`; each refresh replaces the refresh token"
			return nil, err
		}
	}
	return w.http.Get(path)
}

func (w *worker) refresh() error {
	a, err := post(w.http, url.Values{"refresh_token": {w.refreshToken}})
	if err != nil {
		w.token = ""
		return err
	}
	w.token, w.refreshToken = a.AccessToken, a.RefreshToken
	return nil
}

func (w *worker) all(paths []string) {
	for _, p := range paths {
		go func() { w.do(p) }()
	}
}

// e: a token source of oauth2 that makes a new source for each refresh.

type source struct {
	config *oauth2.Config
	token  *oauth2.Token
}

func (s *source) Token() (*oauth2.Token, error) {
	if s.token.Valid() {
		return s.token, nil
	}
	token, err := s.config.TokenSource(context.Background(), s.token).Token() // want "requests that are sent at the same time each call `s.config.TokenSource"
	if err != nil {
		return nil, err
	}
	s.token = token
	return token, nil
}
