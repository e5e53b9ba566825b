package refreshloop

import (
	"context"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
	"golang.org/x/oauth2"
)

// f: a transport that refreshes through the client whose transport it is.

type transport struct {
	base         http.RoundTripper
	client       *http.Client
	token        string
	refreshToken string
}

func newTransport() *transport {
	t := &transport{base: http.DefaultTransport}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	if err := t.refresh(); err != nil { // want "`t.refresh` goes through `RoundTrip`, so its own 401 comes back here and refreshes again, without end"
		return nil, err
	}
	again := req.Clone(req.Context())
	again.Header.Set("Authorization", "Bearer "+t.token)
	return t.base.RoundTrip(again)
}

func (t *transport) refresh() error {
	resp, err := t.client.PostForm("https://api.example.com/oauth/token", url.Values{"refresh_token": {t.refreshToken}})
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	t.token = resp.Header.Get("X-Token")
	return nil
}

// f: the client gets its transport later, and the transport knows the client.

type later struct {
	base   http.RoundTripper
	client *http.Client
	token  string
}

func newClient() *http.Client {
	c := &http.Client{}
	c.Transport = &later{base: http.DefaultTransport, client: c}
	return c
}

func (l *later) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := l.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		if _, err := l.client.Post("https://api.example.com/auth/refresh", "", nil); err != nil { // want "`l.client.Post` goes through `RoundTrip`, so its own 401 comes back here and refreshes again, without end"
			return nil, err
		}
		return l.base.RoundTrip(req.Clone(req.Context()))
	}
	return resp, err
}

// f: it takes the lock that it holds.

type locking struct {
	base    http.RoundTripper
	client  *http.Client
	mu      sync.Mutex
	token   string
	expires time.Time
}

func newLocking() *locking {
	l := &locking{base: http.DefaultTransport}
	l.client = &http.Client{Transport: l}
	return l
}

func (l *locking) RoundTrip(req *http.Request) (*http.Response, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if time.Now().After(l.expires) {
		if err := l.renew(); err != nil { // want "`l.renew` goes through `RoundTrip`, which waits for the lock that is held meanwhile, that is for itself"
			return nil, err
		}
	}
	return l.base.RoundTrip(req)
}

func (l *locking) renew() error {
	resp, err := l.client.Post("https://api.example.com/auth/refresh", "", nil)
	if err != nil {
		return err
	}
	l.expires = time.Now().Add(time.Hour)
	return resp.Body.Close()
}

// c: it recurses before anything is sent.

type eager struct {
	base    http.RoundTripper
	client  *http.Client
	expires time.Time
}

func newEager() *eager {
	e := &eager{base: http.DefaultTransport}
	e.client = &http.Client{Transport: e}
	return e
}

func (e *eager) RoundTrip(req *http.Request) (*http.Response, error) {
	if time.Now().After(e.expires) {
		if err := e.renew(); err != nil { // want "`e.renew` goes through `RoundTrip`, which refreshes again before it is sent, so it never is"
			return nil, err
		}
	}
	return e.base.RoundTrip(req)
}

func (e *eager) renew() error {
	resp, err := e.client.Post("https://api.example.com/auth/refresh", "", nil)
	if err != nil {
		return err
	}
	e.expires = time.Now().Add(time.Hour)
	return resp.Body.Close()
}

// b: a client whose refresh goes through its own method.

type client struct {
	http         *http.Client
	token        string
	refreshToken string
}

func (c *client) do(method, path string) (*http.Response, error) {
	req, err := http.NewRequest(method, "https://api.example.com"+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized && c.canRefresh() {
		if err := c.refresh(); err != nil { // want "`c.refresh` goes through `do`, so its own 401 comes back here and refreshes again, without end"
			return nil, err
		}
		req.Header.Set("Authorization", "Bearer "+c.token)
		return c.http.Do(req)
	}
	return resp, nil
}

func (c *client) canRefresh() bool { return c.refreshToken != "" }

func (c *client) refresh() error {
	resp, err := c.post("/auth/refresh")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	c.token = resp.Header.Get("X-Token")
	return nil
}

func (c *client) post(path string) (*http.Response, error) { return c.do(http.MethodPost, path) }

// e: a hook of a library.

func hooked() *resty.Client {
	api := resty.New()
	api.OnAfterResponse(func(c *resty.Client, resp *resty.Response) error {
		if resp.StatusCode() == http.StatusUnauthorized {
			answer, err := c.R().Post("https://api.example.com/auth/refresh") // want "goes through the hook of `api`, so its own 401 comes back here and refreshes again, without end"
			if err != nil {
				return err
			}
			c.SetAuthToken(answer.String())
		}
		return nil
	})
	return api
}

// b: an argument would tell the login from others, and the login leaves it out as
// they do.

type driver struct {
	http  *http.Client
	user  string
	token string
}

func given(flags ...bool) bool { return len(flags) > 0 && flags[0] }

func (d *driver) request(api string, retried ...bool) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.example.com"+api, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+d.token)
	resp, err := d.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized && !given(retried...) {
		if err := d.login(); err != nil { // want "`d.login` goes through `request`, so its own 401 comes back here and refreshes again, without end"
			return nil, err
		}
		return d.request(api, true)
	}
	return resp, nil
}

func (d *driver) login() error {
	resp, err := d.request("/auth/login")
	if err != nil {
		return err
	}
	d.token = resp.Header.Get("X-Token")
	return resp.Body.Close()
}

func (d *driver) list() (*http.Response, error) { return d.request("/files") }

// f: a token source whose refresh goes through a client that asks it for a token.

type source struct {
	client       *http.Client
	token        *oauth2.Token
	refreshToken string
}

func newSource(ctx context.Context) *source {
	s := &source{}
	s.client = oauth2.NewClient(ctx, oauth2.ReuseTokenSource(nil, s))
	return s
}

func (s *source) Token() (*oauth2.Token, error) {
	if s.token.Valid() {
		return s.token, nil
	}
	if err := s.refresh(); err != nil { // want "`s.refresh` goes through `Token`, which refreshes again before it is sent, so it never is"
		return nil, err
	}
	return s.token, nil
}

func (s *source) refresh() error {
	resp, err := s.client.PostForm("https://id.example.com/oauth/token", url.Values{"refresh_token": {s.refreshToken}})
	if err != nil {
		return err
	}
	s.token = &oauth2.Token{AccessToken: resp.Header.Get("X-Token")}
	return resp.Body.Close()
}

// e: a hook of go-retryablehttp.

func retrying(token func(*http.Response)) *retryablehttp.Client {
	api := retryablehttp.NewClient()
	api.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if err == nil && resp.StatusCode == http.StatusUnauthorized {
			answer, err := api.Post("https://api.example.com/auth/refresh", "", nil) // want "goes through the hook of `api`, so its own 401 comes back here and refreshes again, without end"
			if err != nil {
				return false, err
			}
			token(answer)
			return true, nil
		}
		return false, err
	}
	return api
}
