package unrewoundbody

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"strings"
)

var errUnauthorized = errors.New("unauthorized")

type transport struct {
	base  http.RoundTripper
	token string
}

func (t *transport) refresh() error { t.token = "new"; return nil }

// a: the same request twice around a test of the status.

type same struct{ transport }

func (t *same) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		return t.base.RoundTrip(req) // want "`req` is sent again after a 401 with the body that was read the first time"
	}
	return resp, err
}

type reset struct{ transport }

func (t *reset) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.Body != nil {
		defer req.Body.Close() // closing is not rewinding
	}
	req2 := req.Clone(req.Context())
	req2.Header.Set("Authorization", "Bearer "+t.token)
	resp, err := t.base.RoundTrip(req2)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusUnauthorized {
		return resp, nil
	}
	if err := t.refresh(); err != nil {
		return resp, nil
	}
	resp.Body.Close()
	req2.Header.Set("Authorization", "Bearer "+t.token)
	return t.base.RoundTrip(req2) // want "`req2` is sent again"
}

// b: a clone shares the body that was read, whenever it is made.

type clones struct{ transport }

func (t *clones) RoundTrip(req *http.Request) (*http.Response, error) {
	second := req.Clone(req.Context())
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	t.refresh()
	second.Header.Set("Authorization", "Bearer "+t.token)
	return t.base.RoundTrip(second) // want "`second` is sent again"
}

type inPlace struct{ transport }

func (t *inPlace) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	switch {
	case err != nil:
		return nil, err
	case resp.StatusCode == http.StatusUnauthorized:
		t.refresh()
		return t.base.RoundTrip(req.WithContext(context.Background())) // want "is sent again"
	}
	return resp, nil
}

type byHelper struct{ transport }

func cloneRequest(r *http.Request) *http.Request {
	copied := new(http.Request)
	*copied = *r
	copied.Header = r.Header.Clone()
	return copied
}

func (t *byHelper) RoundTrip(req *http.Request) (*http.Response, error) {
	first := cloneRequest(req)
	resp, err := t.base.RoundTrip(first)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	t.refresh()
	again := cloneRequest(req)
	again.Header.Set("Authorization", "Bearer "+t.token)
	return t.base.RoundTrip(again) // want "`again` is sent again"
}

func (t *transport) send(req *http.Request) (*http.Response, error) {
	req.Header.Set("Authorization", "Bearer "+t.token)
	return t.base.RoundTrip(req)
}

type bySender struct{ transport }

func (t *bySender) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.send(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized && t.refresh() == nil {
		return t.send(req) // want "`req` is sent again"
	}
	return resp, nil
}

// b: a loop with the request built outside.

func loop(c *http.Client, t *transport, url string, data []byte) (*http.Response, error) {
	req, err := http.NewRequest("POST", url, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	for i := 0; i < 2; i++ {
		req.Header.Set("Authorization", "Bearer "+t.token)
		resp, err := c.Do(req) // want "`req` is sent again"
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == http.StatusUnauthorized && i == 0 {
			resp.Body.Close()
			t.refresh()
			continue
		}
		return resp, nil
	}
	return nil, errUnauthorized
}

func ranged(c *http.Client, t *transport, req *http.Request) (resp *http.Response, err error) {
	for range 2 {
		req.Header.Set("Authorization", "Bearer "+t.token)
		resp, err = c.Do(req) // want "`req` is sent again"
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			return resp, err
		}
		t.refresh()
	}
	return resp, err
}

// c: a stream that is sent again by recursion, or by a second request.

type client struct {
	http *http.Client
	transport
}

func (c *client) upload(method, url string, body io.Reader, again bool) (*http.Response, error) {
	req, err := http.NewRequest(method, url, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized && again {
		c.refresh()
		return c.upload(method, url, body, false) // want "`body` was read the first time and is sent again after a 401"
	}
	return resp, nil
}

func (c *client) file(url, name string) (*http.Response, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	req, _ := http.NewRequest("PUT", url, f)
	resp, err := c.http.Do(req)
	if err != nil || resp.StatusCode != 401 {
		return resp, err
	}
	c.refresh()
	req, _ = http.NewRequest("PUT", url, f) // want "`f` was read the first time"
	req.Header.Set("Authorization", "Bearer "+c.token)
	return c.http.Do(req)
}

func (c *client) Do(req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized && c.refresh() == nil {
		return c.Do(req) // want "`req` is sent again"
	}
	return resp, nil
}

func middleware(next func(*http.Request) (*http.Response, error), t *transport) func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) {
		resp, err := next(req)
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			return resp, err
		}
		t.refresh()
		return next(req) // want "`req` is sent again"
	}
}

func form(c *http.Client, t *transport, url string) (*http.Response, error) {
	var buf bytes.Buffer
	w := multipart.NewWriter(&buf)
	w.WriteField("a", "b")
	w.Close()
	req, _ := http.NewRequest("POST", url, &buf)
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == 401 {
		t.refresh()
		req.Header.Set("Authorization", "Bearer "+t.token)
		return c.Do(req) // want "`req` is sent again"
	}
	return resp, nil
}

// c: a pipe.

func piped(c *http.Client, t *transport, url string) (*http.Response, error) {
	body, w := io.Pipe()
	go func() {
		io.WriteString(w, "a")
		w.Close()
	}()
	req, err := http.NewRequest("POST", url, body)
	if err != nil {
		return nil, err
	}
	resp, err := c.Do(req)
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		req.Header.Set("Authorization", "Bearer "+t.token)
		return c.Do(req) // want "`req` is sent again"
	}
	return resp, err
}

// A closure sends what it found around it.

type closure struct{ transport }

func challenges(resp *http.Response) []string { return resp.Header.Values("WWW-Authenticate") }

func (t *closure) RoundTrip(in *http.Request) (*http.Response, error) {
	send := func() (*http.Response, error) {
		in.Header.Set("Authorization", "Bearer "+t.token)
		return t.base.RoundTrip(in)
	}
	resp, err := send()
	if err != nil {
		return nil, err
	}
	if asked := challenges(resp); len(asked) != 0 {
		resp.Body.Close()
		if err := t.refresh(); err != nil {
			return nil, err
		}
		return send() // want "`in` is sent again"
	}
	return resp, nil
}

// gap: d, the answer to the first request is not closed; that leaks a connection, and the body is there.

func leak(c *http.Client, t *transport, url string) (*http.Response, error) {
	resp, err := c.Get(url)
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		return c.Get(url)
	}
	return resp, err
}

// gap: a helper that tests and sends: what it is told by the status is not followed.

func (c *client) handle(req *http.Request, resp *http.Response) (*http.Response, error) {
	if resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		return c.http.Do(req)
	}
	return resp, nil
}

func (c *client) handled(req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	return c.handle(req, resp)
}

// gap: a request in a field.

type call struct{ req *http.Request }

func (k *call) run(c *http.Client, t *transport) (*http.Response, error) {
	resp, err := c.Do(k.req)
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		return c.Do(k.req)
	}
	return resp, err
}

func lines(s string) io.Reader { return strings.NewReader(s) }
