package refreshrace

import (
	"context"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/sync/singleflight"
)

// Right: the lock is held from the look at the token to the end of the refresh.

type locked struct {
	mu           sync.Mutex
	http         *http.Client
	token        string
	refreshToken string
	expires      time.Time
	config       *oauth2.Config
	pair         *oauth2.Token
}

func (l *locked) RoundTrip(req *http.Request) (*http.Response, error) {
	l.mu.Lock()
	if time.Now().After(l.expires) {
		if err := l.refresh(); err != nil {
			l.mu.Unlock()
			return nil, err
		}
	}
	token := l.token
	l.mu.Unlock()
	again := req.Clone(req.Context())
	again.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultTransport.RoundTrip(again)
}

func (l *locked) refresh() error {
	a, err := post(l.http, url.Values{"refresh_token": {l.refreshToken}})
	if err != nil {
		return err
	}
	l.token, l.refreshToken = a.AccessToken, a.RefreshToken
	return nil
}

func (l *locked) Token() (*oauth2.Token, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.pair.Valid() {
		return l.pair, nil
	}
	pair, err := l.config.TokenSource(context.Background(), l.pair).Token()
	if err == nil {
		l.pair = pair
	}
	return pair, err
}

// Right: looked at again behind the lock.

type twice struct {
	mu           sync.RWMutex
	http         *http.Client
	token        string
	refreshToken string
	expires      time.Time
}

func (t *twice) RoundTrip(req *http.Request) (*http.Response, error) {
	t.mu.RLock()
	expired := time.Now().After(t.expires)
	t.mu.RUnlock()
	if expired {
		if err := t.refresh(); err != nil {
			return nil, err
		}
	}
	return http.DefaultTransport.RoundTrip(req)
}

func (t *twice) refresh() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if time.Now().Before(t.expires) {
		return nil // another has done it
	}
	a, err := post(t.http, url.Values{"refresh_token": {t.refreshToken}})
	if err != nil {
		return err
	}
	t.token, t.refreshToken = a.AccessToken, a.RefreshToken
	return nil
}

// Right: the caller holds the lock.

func (t *twice) ensure() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.ensureLocked()
}

func (t *twice) ensureLocked() error {
	if time.Now().After(t.expires) {
		return t.fetchToken()
	}
	return nil
}

func (t *twice) fetchToken() error {
	a, err := post(t.http, url.Values{"refresh_token": {t.refreshToken}})
	if err != nil {
		return err
	}
	t.token, t.refreshToken = a.AccessToken, a.RefreshToken
	return nil
}

// Right: singleflight, and a flag that turns others away.

type flight struct {
	group        singleflight.Group
	busy         atomic.Bool
	mu           sync.Mutex
	http         *http.Client
	token        string
	refreshToken string
	expires      time.Time
}

func (f *flight) RoundTrip(req *http.Request) (*http.Response, error) {
	if time.Now().After(f.expires) {
		if _, err, _ := f.group.Do("refresh", func() (any, error) { return nil, f.refresh() }); err != nil {
			return nil, err
		}
	}
	return http.DefaultTransport.RoundTrip(req)
}

func (f *flight) renew() error {
	if !f.busy.CompareAndSwap(false, true) {
		return nil
	}
	defer f.busy.Store(false)
	if time.Now().After(f.expires) {
		return f.refresh()
	}
	return nil
}

func (f *flight) refresh() error {
	a, err := post(f.http, url.Values{"refresh_token": {f.refreshToken}})
	if err != nil {
		return err
	}
	f.mu.Lock()
	f.token, f.refreshToken = a.AccessToken, a.RefreshToken
	f.mu.Unlock()
	return nil
}

// Right: client credentials. One token is as good as another, nothing is lost.

type machine struct {
	http    *http.Client
	token   string
	expires time.Time
}

func (m *machine) RoundTrip(req *http.Request) (*http.Response, error) {
	if time.Now().After(m.expires) {
		a, err := m.fetchToken()
		if err != nil {
			return nil, err
		}
		m.token = a.AccessToken
	}
	return http.DefaultTransport.RoundTrip(req)
}

func (m *machine) fetchToken() (*answer, error) {
	return post(m.http, url.Values{"grant_type": {"client_credentials"}})
}

// Right: one goroutine, as far as can be seen.

type command struct {
	http         *http.Client
	token        string
	refreshToken string
	expires      time.Time
}

func (c *command) get(path string) (*http.Response, error) {
	if time.Now().After(c.expires) {
		if err := c.refresh(); err != nil {
			return nil, err
		}
	}
	return c.http.Get(path)
}

func (c *command) refresh() error {
	a, err := post(c.http, url.Values{"refresh_token": {c.refreshToken}})
	if err != nil {
		return err
	}
	c.token, c.refreshToken = a.AccessToken, a.RefreshToken
	return nil
}

func (c *command) main() {
	go func() {
		own := &command{} // nobody else has it
		own.get("/")
	}()
	c.get("/")
}

// Right: behind the lock a helper looks again, or compares the token with the one
// that was sent.

type helped struct {
	mu           sync.Mutex
	http         *http.Client
	token        string
	refreshToken string
	expires      time.Time
}

func (h *helped) RoundTrip(req *http.Request) (*http.Response, error) {
	sent := h.token
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	if err := h.refreshOnce(sent); err != nil {
		return nil, err
	}
	return http.DefaultTransport.RoundTrip(req.Clone(req.Context()))
}

func (h *helped) refreshOnce(sent string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.needed(sent) {
		return nil // another has done it
	}
	a, err := post(h.http, url.Values{"refresh_token": {h.refreshToken}})
	if err != nil {
		return err
	}
	h.token, h.refreshToken = a.AccessToken, a.RefreshToken
	return nil
}

func (h *helped) needed(sent string) bool { return h.token == sent }

// gap: c, a flag that turns the others away, whose requests then fail: what it is
// for is not to be seen.

type turned struct {
	helped
	busy bool
}

func (t *turned) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized || t.busy {
		return resp, err
	}
	t.busy = true
	defer func() { t.busy = false }()
	if err := t.refresh(); err != nil {
		return nil, err
	}
	return http.DefaultTransport.RoundTrip(req.Clone(req.Context()))
}

func (t *turned) refresh() error {
	a, err := post(t.http, url.Values{"refresh_token": {t.refreshToken}})
	if err != nil {
		return err
	}
	t.token, t.refreshToken = a.AccessToken, a.RefreshToken
	return nil
}

// gap: b, a timer that refreshes beside the requests: two places are not compared.

type timed struct {
	command
	mu sync.Mutex
}

func (t *timed) start() {
	for range time.Tick(time.Minute) {
		t.refresh()
	}
}

// gap: an interface refreshes: whether it shares is not seen.

type refresher interface{ Refresh() error }

type through struct {
	refresher refresher
	expires   time.Time
}

func (t *through) RoundTrip(req *http.Request) (*http.Response, error) {
	if time.Now().After(t.expires) {
		if err := t.refresher.Refresh(); err != nil {
			return nil, err
		}
	}
	return http.DefaultTransport.RoundTrip(req)
}

// Right: the refresh token stays the same, so that each refresh may send it.

type keeping struct {
	mu           sync.RWMutex
	http         *http.Client
	token        string
	refreshToken string
	expires      time.Time
}

type credentials struct{ Token, RefreshToken string }

func (k *keeping) Token() (string, error) {
	if time.Now().After(k.expires) {
		if err := k.refresh(); err != nil {
			return "", err
		}
	}
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.token, nil
}

func (k *keeping) refresh() error {
	a, err := post(k.http, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {k.refreshToken}})
	if err != nil {
		return err
	}
	k.update(a.AccessToken, k.refreshToken)
	return saveCredentials(credentials{Token: k.token, RefreshToken: k.refreshToken})
}

func (k *keeping) update(access, refresh string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.token, k.refreshToken = access, refresh
}

func saveCredentials(credentials) error { return nil }
