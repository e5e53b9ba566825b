package staleretryheader

import (
	"net/http"

	"golang.org/x/oauth2"
)

type client struct {
	http  *http.Client
	base  http.RoundTripper
	token string
}

func (c *client) refresh() error { c.token = "new"; return nil }

// f: the request made before the refresh is sent again.

func (c *client) get(url string) (*http.Response, error) {
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		if err := c.refresh(); err != nil {
			return nil, err
		}
		return c.http.Do(req) // want "the request is sent again through `c.http` with the Authorization header that was refused: it was put on the request before the refresh"
	}
	return resp, err
}

// f: the clone made before the refresh, and one made after it, which has the old header too.

type sameClone struct{ client }

func (c *sameClone) RoundTrip(req *http.Request) (*http.Response, error) {
	authorized := req.Clone(req.Context())
	authorized.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.base.RoundTrip(authorized)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	if req.Body != nil || c.refresh() != nil {
		return resp, nil
	}
	return c.base.RoundTrip(authorized) // want "through `c.base` with the Authorization header that was refused"
}

func (c *client) cloned(req *http.Request) (*http.Response, error) {
	req.Header["Authorization"] = []string{"Bearer " + c.token}
	resp, err := c.http.Do(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	c.refresh()
	again := req.Clone(req.Context())
	return c.http.Do(again) // want "it was put on the request before the refresh"
}

func (c *client) loop(url string) (resp *http.Response, err error) {
	req, _ := http.NewRequest("GET", url, nil)
	req.Header.Set("Authorization", "Bearer "+c.token)
	for i := 0; i < 2; i++ {
		resp, err = c.http.Do(req) // want "it was put on the request before the refresh"
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			break
		}
		c.refresh()
	}
	return resp, err
}

// f: Add leaves the old one first.

func (c *client) added(req *http.Request) (*http.Response, error) {
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		req.Header.Add("Authorization", "Bearer "+c.token)
		return c.http.Do(req) // want "`Add` leaves the old value in front of the new one"
	}
	return resp, err
}

func (c *client) send(req *http.Request) (*http.Response, error) {
	req.Header.Add("Authorization", "Bearer "+c.token)
	return c.http.Do(req)
}

func (c *client) twice(req *http.Request) (*http.Response, error) {
	resp, err := c.send(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized && c.refresh() == nil {
		return c.send(req) // want "through `c.send` .*: `Add` leaves the old value"
	}
	return resp, err
}

// gap: a RoundTripper that adds to the request of its caller: it matters where that sends it again, which is not seen.

type adder struct{ client }

func (c *adder) RoundTrip(req *http.Request) (*http.Response, error) {
	req.Header.Add("Authorization", "Bearer "+c.token)
	return c.base.RoundTrip(req)
}

// Right: a clone and then Set.

type setsAnew struct{ client }

func (c *setsAnew) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.base.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized || req.Body != nil {
		return resp, err
	}
	c.refresh()
	req = req.Clone(req.Context())
	req.Header.Set("Authorization", "Bearer "+c.token) // the new one
	return c.base.RoundTrip(req)
}

// Right: a transport below sets it.

type below struct{ base *oauth2.Transport }

func (t *below) get(url string, c *client) (*http.Response, error) {
	req, _ := http.NewRequest("GET", url, nil)
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		return t.base.RoundTrip(req) // it sets the header anew
	}
	return resp, err
}

// Right: headers rebuilt inside the loop.

func (c *client) rebuilt(url string) (resp *http.Response, err error) {
	req, _ := http.NewRequest("GET", url, nil)
	for range 2 {
		req.Header.Set("Authorization", "Bearer "+c.token) // each turn
		resp, err = c.http.Do(req)
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			break
		}
		c.refresh()
	}
	return resp, err
}

// Right: each sending sets it.

func (c *client) sets(req *http.Request) (*http.Response, error) {
	req.Header.Set("Authorization", "Bearer "+c.token)
	return c.http.Do(req)
}

func (c *client) setsTwice(req *http.Request) (*http.Response, error) {
	resp, err := c.sets(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized && c.refresh() == nil {
		return c.sets(req)
	}
	return resp, err
}

// Right: Del and then Add.

func (c *client) replaced(req *http.Request) (*http.Response, error) {
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		req.Header.Del("Authorization")
		req.Header.Add("Authorization", "Bearer "+c.token)
		return c.http.Do(req)
	}
	return resp, err
}

// Right: a function, a token or a closure puts it on.

func (c *client) authorize(req *http.Request) { req.Header.Set("Authorization", "Bearer "+c.token) }

func (c *client) helped(req *http.Request) (*http.Response, error) {
	c.authorize(req)
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		c.authorize(req)
		return c.http.Do(req)
	}
	return resp, err
}

func refreshed(t *oauth2.Token) *oauth2.Token { return t }

func byToken(h *http.Client, req *http.Request, token *oauth2.Token) (*http.Response, error) {
	req.Header.Set("Authorization", "Bearer "+token.AccessToken)
	resp, err := h.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		refreshToken(token)
		token.SetAuthHeader(req)
		return h.Do(req)
	}
	return resp, err
}

func refreshToken(t *oauth2.Token) { *t = *refreshed(t) }

// Right: no refresh, so the old one is as good.

func (c *client) polite(req *http.Request, wait func()) (*http.Response, error) {
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		wait()
		return c.http.Do(req)
	}
	return resp, err
}

// Right: cookies are sent by the jar.

func (c *client) session(req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		return c.http.Do(req)
	}
	return resp, err
}
