package refreshrace

import (
	"net/http"
	"net/url"
	"sync"
	"time"
)

// Right: the lock is taken for each refresh by sync.Once, by a channel of one
// place, by a method of the lock.

type once struct {
	transport
	mu sync.Mutex
	o  *sync.Once
}

func (t *once) RoundTrip(req *http.Request) (*http.Response, error) {
	if time.Now().After(t.expires) {
		t.mu.Lock()
		o := t.o
		t.mu.Unlock()
		o.Do(func() { t.renew() })
	}
	return t.base.RoundTrip(req)
}

type inTurn struct {
	transport
	turn chan struct{}
}

func (t *inTurn) RoundTrip(req *http.Request) (*http.Response, error) {
	t.turn <- struct{}{}
	defer func() { <-t.turn }()
	if time.Now().After(t.expires) {
		if err := t.renew(); err != nil {
			return nil, err
		}
	}
	return t.base.RoundTrip(req)
}

// Right: after the lock the token is compared with the one that was sent.

type compares struct {
	transport
	mu sync.Mutex
}

func (t *compares) RoundTrip(req *http.Request) (*http.Response, error) {
	sent := t.token
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.token == sent {
		if err := t.renew(); err != nil {
			return nil, err
		}
	}
	return t.base.RoundTrip(req.Clone(req.Context()))
}

// Right: the refresh token is not replaced, so that each of them works.

type steady struct {
	base         http.RoundTripper
	http         *http.Client
	token        string
	refreshToken string
	expires      time.Time
}

func (t *steady) RoundTrip(req *http.Request) (*http.Response, error) {
	if time.Now().After(t.expires) {
		if err := t.renew(); err != nil {
			return nil, err
		}
	}
	return t.base.RoundTrip(req)
}

func (t *steady) renew() error {
	a, err := post(t.http, url.Values{"refresh_token": {t.refreshToken}})
	if err != nil {
		return err
	}
	t.token = a.AccessToken
	return nil
}

// a: without a new refresh token, but a failure ends the session.

type ending struct{ steady }

func (t *ending) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	if err := t.refresh(); err != nil { // want "one that fails ends the session, although another has just renewed it"
		return nil, err
	}
	return t.base.RoundTrip(req.Clone(req.Context()))
}

func (t *ending) refresh() error {
	a, err := post(t.http, url.Values{"refresh_token": {t.refreshToken}})
	if err != nil {
		t.token, t.refreshToken = "", ""
		return err
	}
	t.token = a.AccessToken
	return nil
}

// e: the goroutines of an errgroup have one client.

type group struct{}

func (group) Go(func() error) {}

type shared struct{ worker }

func (w *shared) get(path string) error {
	if w.expiry.Before(time.Now()) {
		if err := w.refresh(); err != nil { // want "requests that are sent at the same time each call `w.refresh`"
			return err
		}
	}
	_, err := w.http.Get(path)
	return err
}

func (w *shared) all(g group, paths []string) {
	for _, p := range paths {
		g.Go(func() error { return w.get(p) })
	}
}
