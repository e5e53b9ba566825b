package unrewoundbody

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"strings"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

// GET, HEAD and requests whose body is nil.

func get(c *http.Client, t *transport, url string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", url, nil) // nothing to read
	resp, err := c.Do(req)
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		req.Header.Set("Authorization", "Bearer "+t.token)
		return c.Do(req)
	}
	return resp, err
}

func deleteNothing(c *http.Client, t *transport, url string) (*http.Response, error) {
	req, _ := http.NewRequestWithContext(context.Background(), http.MethodDelete, url, http.NoBody) // nothing to read
	resp, err := c.Do(req)
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		req.Header.Set("Authorization", "Bearer "+t.token)
		return c.Do(req)
	}
	return resp, err
}

func (c *client) authorized(req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == 401 {
		c.refresh()
		req.Header.Set("Authorization", "Bearer "+c.token)
		return c.http.Do(req) // its callers send no body
	}
	return resp, err
}

func (c *client) list(url string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return c.authorized(req)
}

func (c *client) newRequest(method, url string, body io.Reader) (*http.Request, error) {
	return http.NewRequest(method, url, body)
}

func (c *client) remove(url string) (*http.Response, error) {
	req, err := c.newRequest("DELETE", url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == 401 {
		c.refresh()
		return c.http.Do(req) // made with no body
	}
	return resp, err
}

func literal(c *http.Client, t *transport) (*http.Response, error) {
	req := &http.Request{Method: "GET", Header: http.Header{}}
	resp, err := c.Do(req)
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		return c.Do(req) // made with no body
	}
	return resp, err
}

// GetBody, seekers, and bodies made anew.

type rewinds struct{ transport }

func (t *rewinds) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		if req.GetBody != nil {
			req.Body, _ = req.GetBody()
		}
		return t.base.RoundTrip(req) // put back
	}
	return resp, err
}

type onlyNone struct{ transport }

func (t *onlyNone) RoundTrip(req *http.Request) (*http.Response, error) {
	canRepeat := req.Body == nil || req.Body == http.NoBody
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 && canRepeat {
		t.refresh()
		return t.base.RoundTrip(req) // only where there is none
	}
	return resp, err
}

type onlyGet struct{ transport }

func (t *onlyGet) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != 401 {
		return resp, err
	}
	if req.Method != "GET" {
		return resp, nil
	}
	t.refresh()
	return t.base.RoundTrip(req) // only where there is none
}

type buffers struct{ transport }

func (t *buffers) RoundTrip(req *http.Request) (*http.Response, error) {
	var data []byte
	if req.Body != nil {
		data, _ = io.ReadAll(req.Body)
		req.Body = io.NopCloser(bytes.NewReader(data))
	}
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != 401 {
		return resp, err
	}
	t.refresh()
	again := req.Clone(req.Context())
	again.Body = io.NopCloser(bytes.NewReader(data)) // a body of its own
	return t.base.RoundTrip(again)
}

type cloneWithBody struct{ transport }

func copyOf(req *http.Request) *http.Request {
	copied := req.Clone(req.Context())
	if req.GetBody != nil {
		copied.Body, _ = req.GetBody()
	}
	return copied
}

func (t *cloneWithBody) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(copyOf(req)) // a body of its own each time
	if err != nil || resp.StatusCode != 401 {
		return resp, err
	}
	t.refresh()
	return t.base.RoundTrip(copyOf(req))
}

type byRewinder struct{ transport }

func rewind(req *http.Request) error {
	if req.Body == nil {
		return nil
	}
	body, err := req.GetBody()
	req.Body = body
	return err
}

func (t *byRewinder) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != 401 {
		return resp, err
	}
	t.refresh()
	if err := rewind(req); err != nil {
		return nil, err
	}
	return t.base.RoundTrip(req) // the helper puts it back
}

func anew(c *http.Client, t *transport, url string, data []byte) (*http.Response, error) {
	req, _ := http.NewRequest("POST", url, bytes.NewReader(data))
	resp, err := c.Do(req)
	if err != nil || resp.StatusCode != 401 {
		return resp, err
	}
	t.refresh()
	req, _ = http.NewRequest("POST", url, bytes.NewReader(data)) // made anew
	return c.Do(req)
}

func eachTurn(c *http.Client, t *transport, url, text string) (*http.Response, error) {
	for i := 0; ; i++ {
		req, err := http.NewRequest("POST", url, strings.NewReader(text)) // made anew in each turn
		if err != nil {
			return nil, err
		}
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode == 401 && i == 0 {
			t.refresh()
			continue
		}
		return resp, err
	}
}

func outside(c *http.Client, t *transport, url, text string) (*http.Response, error) {
	req, err := http.NewRequest("POST", url, nil)
	if err != nil {
		return nil, err
	}
	for i := 0; ; i++ {
		req.Body = io.NopCloser(strings.NewReader(text)) // made anew in each turn
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode == 401 && i == 0 {
			t.refresh()
			continue
		}
		return resp, err
	}
}

func (c *client) seeks(url string, body io.ReadSeeker) (*http.Response, error) {
	req, _ := http.NewRequest("POST", url, body)
	resp, err := c.http.Do(req)
	if err != nil || resp.StatusCode != 401 {
		return resp, err
	}
	c.refresh()
	body.Seek(0, io.SeekStart) // rewound
	req, _ = http.NewRequest("POST", url, body)
	return c.http.Do(req)
}

func (c *client) bytes(method, url string, data []byte, again bool) (*http.Response, error) {
	req, _ := http.NewRequest(method, url, bytes.NewReader(data)) // bytes can be read any number of times
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == 401 && again {
		c.refresh()
		return c.bytes(method, url, data, false)
	}
	return resp, err
}

// Another request, or another turn.

func two(c *http.Client, t *transport, login, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req)
	if err == nil && resp.StatusCode == 401 {
		return c.Do(login) // it logs in
	}
	return resp, err
}

func either(c *http.Client, t *transport, req *http.Request, direct bool) (*http.Response, error) {
	if direct {
		return c.Do(req) // one of the two is sent
	}
	resp, err := http.Get("https://status.example.com")
	if err == nil && resp.StatusCode == 401 {
		return c.Do(req)
	}
	return resp, err
}

func dial(c *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req)
	if _, ok := err.(*net.OpError); ok {
		return c.Do(req) // nothing was sent
	}
	return resp, err
}

// Libraries that keep the body.

func retryable(c *retryablehttp.Client, t *transport, req *retryablehttp.Request) (*http.Response, error) {
	resp, err := c.Do(req)
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		return c.Do(req) // it rewinds
	}
	return resp, err
}

func byResty(c *resty.Client, t *transport, data []byte) (*resty.Response, error) {
	req := c.R().SetBody(data)
	resp, err := req.Post("/orders")
	if err == nil && resp.StatusCode() == 401 {
		t.refresh()
		return req.SetAuthToken(t.token).Post("/orders") // it keeps the body
	}
	return resp, err
}

type closureRewinds struct{ transport }

func (t *closureRewinds) RoundTrip(in *http.Request) (*http.Response, error) {
	send := func() (*http.Response, error) {
		if in.GetBody != nil {
			in.Body, _ = in.GetBody()
		}
		return t.base.RoundTrip(in)
	}
	resp, err := send()
	if err == nil && resp.StatusCode == 401 {
		t.refresh()
		return send() // each time with a new body
	}
	return resp, err
}

func backoff(c *http.Client, t *transport, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req)
	if err != nil {
		t.refresh()
		return c.Do(req) // nothing was refused: a failure of the network
	}
	return resp, err
}

// Right: the client follows redirects, and rewinds for them.

func redirected(c *http.Client, t *transport, url string, data []byte) (*http.Response, error) {
	c.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		req.Header.Set("Authorization", via[0].Header.Get("Authorization"))
		return nil
	}
	req, err := http.NewRequest("POST", url, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}
