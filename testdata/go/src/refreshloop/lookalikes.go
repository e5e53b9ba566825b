package refreshloop

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
	"golang.org/x/oauth2"
)

// Right: another client.

type apart struct {
	base http.RoundTripper
	bare *http.Client
}

func newApart() *http.Client {
	return &http.Client{Transport: &apart{base: http.DefaultTransport, bare: &http.Client{}}}
}

func (a *apart) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := a.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		if err := a.refresh(); err != nil {
			return nil, err
		}
		return a.base.RoundTrip(req.Clone(req.Context()))
	}
	return resp, err
}

func (a *apart) refresh() error {
	resp, err := a.bare.Post("https://api.example.com/auth/refresh", "", nil) // has no transport of its own
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Right: through the transport below.

type below struct{ base http.RoundTripper }

func (b *below) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := b.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		if err := b.refresh(req.Context()); err != nil {
			return nil, err
		}
		return b.base.RoundTrip(req.Clone(req.Context()))
	}
	return resp, err
}

func (b *below) refresh(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "https://api.example.com/auth/refresh", nil)
	if err != nil {
		return err
	}
	_, err = b.base.RoundTrip(req) // does not come back here
	return err
}

// Right: the refresh is told by its URL.

type byURL struct {
	base   http.RoundTripper
	client *http.Client
}

func newByURL() *byURL {
	t := &byURL{base: http.DefaultTransport}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *byURL) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != 401 || strings.HasSuffix(req.URL.Path, "/auth/refresh") {
		return resp, err // the refresh itself is handed on
	}
	if _, err := t.client.Post("https://api.example.com/auth/refresh", "", nil); err != nil {
		return nil, err
	}
	return t.base.RoundTrip(req.Clone(req.Context()))
}

// Right: by a header, and by a value in the context.

type byMark struct {
	base   http.RoundTripper
	client *http.Client
}

func newByMark() *byMark {
	t := &byMark{base: http.DefaultTransport}
	t.client = &http.Client{Transport: t}
	return t
}

type refreshing struct{}

func (t *byMark) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != 401 {
		return resp, err
	}
	if req.Header.Get("X-Refresh") == "" {
		if err := t.refresh(req.Context()); err != nil {
			return nil, err
		}
	} else if req.Context().Value(refreshing{}) == nil {
		if err := t.refreshMarked(req.Context()); err != nil {
			return nil, err
		}
	}
	return t.base.RoundTrip(req.Clone(req.Context()))
}

func (t *byMark) refresh(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "https://api.example.com/auth/refresh", nil)
	if err != nil {
		return err
	}
	req.Header.Set("X-Refresh", "1") // tells it from others
	_, err = t.client.Do(req)
	return err
}

func (t *byMark) refreshMarked(ctx context.Context) error {
	req, err := http.NewRequestWithContext(context.WithValue(ctx, refreshing{}, true), "POST", "https://api.example.com/auth/refresh", nil)
	if err != nil {
		return err
	}
	_, err = t.client.Do(req)
	return err
}

// Right: by a flag that is set before it comes back.

type byFlag struct {
	base   http.RoundTripper
	client *http.Client
	busy   bool
	state  atomic.Bool
}

func newByFlag() *byFlag {
	t := &byFlag{base: http.DefaultTransport}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *byFlag) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 && !t.busy {
		t.busy = true
		_, err := t.client.Post("https://api.example.com/auth/refresh", "", nil)
		t.busy = false
		return resp, err
	}
	return resp, err
}

func (t *byFlag) get(path string) (*http.Response, error) {
	resp, err := t.client.Get(path)
	if err == nil && resp.StatusCode == 401 {
		err = t.refresh()
	}
	return resp, err
}

func (t *byFlag) refresh() error {
	if !t.state.CompareAndSwap(false, true) {
		return nil // one at a time, its own 401 included
	}
	defer t.state.Store(false)
	_, err := t.get("/auth/refresh")
	return err
}

// Right: by an argument.

type byArgument struct {
	http  *http.Client
	token string
}

func (c *byArgument) call(path string, retry bool) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && retry {
		if err := c.login(); err != nil {
			return nil, err
		}
		return c.call(path, false)
	}
	return resp, err
}

func (c *byArgument) login() error {
	_, err := c.call("/login", false)
	return err
}

// Right: what the test asks for is gone when it comes back.

func (c *byArgument) fetch(path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && c.token != "" {
		if err := c.renew(); err != nil {
			return nil, err
		}
	}
	return resp, err
}

func (c *byArgument) renew() error {
	c.token = ""
	_, err := c.fetch("/auth/refresh")
	return err
}

// Right: another object of the same type, which need not come back here.

type linked struct {
	http  *http.Client
	other *linked
}

func (l *linked) get(path string) (*http.Response, error) {
	resp, err := l.http.Get(path)
	if err == nil && resp.StatusCode == 401 {
		if err := l.refresh(); err != nil {
			return nil, err
		}
	}
	return resp, err
}

func (l *linked) refresh() error {
	_, err := l.other.get("/auth/refresh")
	return err
}

// Right: a hook that refreshes through a client of its own, or knows the URL.

func hookedApart() *resty.Client {
	api, bare := resty.New(), resty.New()
	api.OnAfterResponse(func(_ *resty.Client, resp *resty.Response) error {
		if resp.StatusCode() == http.StatusUnauthorized {
			_, err := bare.R().Post("https://api.example.com/auth/refresh")
			return err
		}
		return nil
	})
	return api
}

func hookedByURL() *resty.Client {
	api := resty.New()
	api.OnAfterResponse(func(c *resty.Client, resp *resty.Response) error {
		if resp.StatusCode() == http.StatusUnauthorized && !strings.Contains(resp.String(), "refresh") {
			_, err := c.R().Post("https://api.example.com/auth/refresh")
			return err
		}
		return nil
	})
	return api
}

// gap: through an interface: what it is is not followed.

type getter interface {
	get(path string) (*http.Response, error)
}

type indirect struct {
	self getter
	http *http.Client
}

func (i *indirect) get(path string) (*http.Response, error) {
	resp, err := i.http.Get(path)
	if err == nil && resp.StatusCode == 401 {
		err = i.refresh()
	}
	return resp, err
}

func (i *indirect) refresh() error {
	_, err := i.self.get("/auth/refresh")
	return err
}

// Right: the login gives the argument that tells it from others.

type told struct {
	http  *http.Client
	token string
}

func (d *told) request(api string, retried ...bool) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.example.com"+api, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+d.token)
	resp, err := d.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized && !given(retried...) {
		if err := d.login(); err != nil { // its request is the second one already
			return nil, err
		}
		return d.request(api, true)
	}
	return resp, err
}

func (d *told) login() error {
	resp, err := d.request("/auth/login", true)
	if err != nil {
		return err
	}
	d.token = resp.Header.Get("X-Token")
	return resp.Body.Close()
}

func (d *told) list() (*http.Response, error) { return d.request("/files") }

// Right: an argument that a caller outside gives as well, so that the branch may
// be for that one alone.

type asked struct {
	http  *http.Client
	token string
}

func (d *asked) request(api string, relogin ...bool) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.example.com"+api, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+d.token)
	resp, err := d.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized && given(relogin...) {
		if err := d.login(); err != nil { // which leaves the argument out
			return nil, err
		}
		return d.request(api)
	}
	return resp, err
}

func (d *asked) login() error {
	resp, err := d.request("/auth/login")
	if err != nil {
		return err
	}
	d.token = resp.Header.Get("X-Token")
	return resp.Body.Close()
}

func (d *asked) list() (*http.Response, error) { return d.request("/files", true) }

// Right: a hook of go-retryablehttp that refreshes through another client.

func retryingApart(bare *http.Client) *retryablehttp.Client {
	api := retryablehttp.NewClient()
	api.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if err == nil && resp.StatusCode == http.StatusUnauthorized {
			_, err := bare.Post("https://api.example.com/auth/refresh", "", nil) // without the hook
			return err == nil, err
		}
		return false, err
	}
	return api
}

// Right: a token source that refreshes through a client of its own.

type apartSource struct {
	bare  *http.Client
	token *oauth2.Token
}

func newApartSource(ctx context.Context) *http.Client {
	s := &apartSource{bare: &http.Client{}}
	return oauth2.NewClient(ctx, s)
}

func (s *apartSource) Token() (*oauth2.Token, error) {
	if s.token.Valid() {
		return s.token, nil
	}
	if err := s.refresh(); err != nil {
		return nil, err
	}
	return s.token, nil
}

func (s *apartSource) refresh() error {
	resp, err := s.bare.Post("https://id.example.com/oauth/token", "", nil) // asks no source
	if err != nil {
		return err
	}
	s.token = &oauth2.Token{AccessToken: resp.Header.Get("X-Token")}
	return resp.Body.Close()
}
