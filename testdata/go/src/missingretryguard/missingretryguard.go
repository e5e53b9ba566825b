package missingretryguard

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"sync/atomic"

	"github.com/hashicorp/go-retryablehttp"
)

var ErrUnauthorized = errors.New("unauthorized")

type client struct {
	http    *http.Client
	token   string
	retried bool
	tries   int
	tried   atomic.Bool
}

func (c *client) refresh(ctx context.Context) error { c.token = "new"; return nil }

// Wrong: recursion with nothing that counts.

func (c *client) do(ctx context.Context, method, path string, body []byte) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	switch {
	case resp.StatusCode < 300:
		return resp, nil
	case resp.StatusCode == http.StatusUnauthorized:
		if c.refresh(ctx) == nil {
			return c.do(ctx, method, path, body) // want "`do` calls itself to send the request again with no guard"
		}
	}
	return nil, errors.New("failed")
}

func (c *client) tagged(ctx context.Context, req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	switch resp.StatusCode {
	case http.StatusUnauthorized:
		c.refresh(ctx)
		return c.tagged(ctx, req) // want "`tagged` calls itself to send the request again with no guard"
	}
	return resp, nil
}

func (c *client) early(ctx context.Context, req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != 401 {
		return resp, nil
	}
	if err := c.refresh(ctx); err != nil {
		return nil, err
	}
	return c.early(ctx, req) // want "`early` calls itself to send the request again with no guard"
}

// Wrong: through a helper.

func (c *client) get(ctx context.Context, path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return c.again(ctx, path) // want "`get` calls itself to send the request again with no guard"
	}
	return resp, err
}

func (c *client) again(ctx context.Context, path string) (*http.Response, error) {
	if err := c.refresh(ctx); err != nil {
		return nil, err
	}
	return c.get(ctx, path)
}

// Wrong: an error stands for the status.

func (c *client) call(ctx context.Context, path string) error {
	err := c.send(path)
	if errors.Is(err, ErrUnauthorized) {
		c.refresh(ctx)
		return c.call(ctx, path) // want "`call` calls itself to send the request again with no guard"
	}
	return err
}

func (c *client) send(path string) error {
	resp, err := c.http.Get(path)
	if err != nil {
		return err
	}
	if resp.StatusCode == 401 {
		return ErrUnauthorized
	}
	return nil
}

// Wrong: a flag that is made anew each time.

func (c *client) fresh(ctx context.Context, path string) (*http.Response, error) {
	retried := false
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && !retried {
		retried = true
		return c.fresh(ctx, path) // want "under a test of `retried`, which is lost before it is tested again"
	}
	return resp, err
}

// Wrong: the flag is passed on as it is.

func (c *client) flagged(path string, retry bool) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && retry {
		return c.flagged(path, retry) // want "under a test of `retry`, which nothing sets"
	}
	return resp, err
}

// Wrong: what is tested says what kind of request it is, not how often it was
// sent.

type request struct {
	url   string
	login bool
}

func (c *client) sendRequest(r *request) (*http.Response, error) {
	resp, err := c.http.Get(r.url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == 401 {
		if r.login {
			return nil, ErrUnauthorized
		}
		if err := c.refresh(context.Background()); err != nil {
			return nil, err
		}
		return c.sendRequest(r) // want "under a test of `login`, which nothing sets"
	}
	return resp, nil
}

// Wrong: loops.

func (c *client) loop(ctx context.Context, path string) (*http.Response, error) {
	for {
		resp, err := c.http.Get(path)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == http.StatusUnauthorized {
			c.refresh(ctx)
			continue // want "the loop sends the request again with no guard"
		}
		return resp, nil
	}
}

func (c *client) loopOn(ctx context.Context, path string) (*http.Response, error) {
	for {
		resp, err := c.http.Get(path)
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			return resp, err
		}
		c.refresh(ctx) // want "the loop sends the request again with no guard"
	}
}

// Wrong: a transport that comes back to itself.

type transport struct{ base http.RoundTripper }

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		clone := req.Clone(req.Context())
		clone.Header.Set("Authorization", "Bearer new")
		return t.RoundTrip(clone) // want "`RoundTrip` calls itself to send the request again with no guard"
	}
	return resp, err
}

type through struct {
	base   http.RoundTripper
	client *http.Client
}

func newThrough() *through {
	t := &through{}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *through) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return t.client.Do(req) // want "the request is sent again through `RoundTrip` with no guard"
	}
	return resp, err
}

// Right: a counter, a flag that is passed changed, a marker.

func (c *client) counted(path string, attempt int) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && attempt < 2 {
		return c.counted(path, attempt+1) // counts
	}
	return resp, err
}

func (c *client) once(path string, retry bool) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && retry {
		return c.once(path, false) // the argument ends it
	}
	return resp, err
}

func (c *client) budget(path string, retries int, key string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == http.StatusUnauthorized && retries == 0 && key == "" {
		if err := c.refresh(context.Background()); err == nil {
			return c.budget(path, retries+1, key) // counts
		}
	}
	return resp, err
}

func (c *client) fielded(path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && !c.retried {
		c.retried = true // outlives the call
		return c.fielded(path)
	}
	return resp, err
}

func (c *client) atomic(path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && c.tried.CompareAndSwap(false, true) {
		return c.atomic(path) // tests and sets at once
	}
	return resp, err
}

func (c *client) marked(req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == 401 && req.Header.Get("X-Retry") == "" {
		req.Header.Set("X-Retry", "1") // a marker on the request
		return c.marked(req)
	}
	return resp, err
}

type retried struct{}

func (c *client) inContext(ctx context.Context, path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 {
		if done, _ := ctx.Value(retried{}).(bool); done {
			return resp, nil
		}
		return c.inContext(context.WithValue(ctx, retried{}, true), path) // a marker in the context
	}
	return resp, err
}

// Right: straight-line code sends again once.

func (c *client) straight(ctx context.Context, path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 {
		c.refresh(ctx)
		return c.http.Get(path)
	}
	return resp, err
}

type single struct{ base http.RoundTripper }

func (t *single) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return t.base.RoundTrip(req.Clone(req.Context())) // the base is another transport
	}
	return resp, err
}

// Right: loops that count or that take something new each time.

func (c *client) bounded(ctx context.Context, path string) (resp *http.Response, err error) {
	for i := 0; i < 2; i++ {
		resp, err = c.http.Get(path)
		if err == nil && resp.StatusCode == 401 {
			c.refresh(ctx)
			continue
		}
		break
	}
	return resp, err
}

func (c *client) tried1(ctx context.Context, path string) (*http.Response, error) {
	refreshed := false
	for {
		resp, err := c.http.Get(path)
		if err == nil && resp.StatusCode == 401 && !refreshed {
			c.refresh(ctx)
			refreshed = true // outlives the turn
			continue
		}
		return resp, err
	}
}

func (c *client) counting(ctx context.Context, path string) (*http.Response, error) {
	tries := 0
	for {
		resp, err := c.http.Get(path)
		if err == nil && resp.StatusCode == 401 {
			tries++
			if tries > 3 {
				return resp, nil
			}
			c.refresh(ctx)
			continue
		}
		return resp, err
	}
}

func (c *client) worker(ctx context.Context, paths chan string) {
	for {
		path := <-paths
		resp, err := c.http.Get(path)
		if err == nil && resp.StatusCode == 401 {
			c.refresh(ctx)
			continue // the next turn has another request
		}
	}
}

// Right: a server that writes 401.

func handler(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	io.WriteString(w, "ok")
}

// Right: the recursion asks for something else, a new token.

func (c *client) api(ctx context.Context, path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && path != "/refresh" {
		c.api(ctx, "/refresh")
		return c.http.Get(path)
	}
	return resp, err
}

// Right: once and bounded, by a second transport that answers the challenge.

type bearer struct{ inner http.RoundTripper }

func (b *bearer) RoundTrip(in *http.Request) (*http.Response, error) {
	sendRequest := func() (*http.Response, error) {
		return b.inner.RoundTrip(in)
	}
	res, err := sendRequest()
	if err != nil {
		return nil, err
	}
	if res.StatusCode == http.StatusUnauthorized {
		if err := b.refresh(in.Context()); err != nil {
			return nil, err
		}
		return sendRequest() // once more, and no further
	}
	return res, nil
}

func (b *bearer) refresh(ctx context.Context) error { return nil }

// Right: a helper that calls what it is given once more.

func withAuth(c *client, call func(token string) (*http.Response, error)) (*http.Response, error) {
	resp, err := call(c.token)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		if err := c.refresh(context.Background()); err != nil {
			return nil, err
		}
		return call(c.token)
	}
	return resp, err
}

// Right: a depth, a map by URL and a handler that only logs out.

func (c *client) deep(path string, depth int) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 {
		if depth > 3 {
			return nil, ErrUnauthorized
		}
		return c.deep(path, depth+1) // counts
	}
	return resp, err
}

type counted struct {
	http  *http.Client
	times map[string]int
}

func (c *counted) refresh() error { return nil }

func (c *counted) get(path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && c.times[path] < 2 {
		c.times[path]++ // outlives the call
		if err := c.refresh(); err != nil {
			return nil, err
		}
		return c.get(path)
	}
	return resp, err
}

func (c *client) logsOut(path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 {
		c.token = "" // nothing is sent again
		return nil, ErrUnauthorized
	}
	return resp, err
}

// Wrong: goto is a loop too.

func (c *client) jumps(ctx context.Context, path string) (*http.Response, error) {
again:
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 {
		c.refresh(ctx)
		goto again // want "the loop sends the request again with no guard"
	}
	return resp, err
}

// Right: a goto under a flag or a counter that outlives the turn, and one that
// leads on.

func (c *client) jumpsOnce(ctx context.Context, path string) (*http.Response, error) {
	refreshed := false
again:
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && !refreshed {
		refreshed = true
		c.refresh(ctx)
		goto again // once
	}
	return resp, err
}

func (c *client) jumpsSome(ctx context.Context, path string) (resp *http.Response, err error) {
	left := 3
retry:
	resp, err = c.http.Get(path)
	if err == nil && resp.StatusCode == 401 {
		if left--; left > 0 {
			c.refresh(ctx)
			goto retry // counts
		}
	}
	return resp, err
}

func (c *client) jumpsOn(ctx context.Context, path string) error {
	resp, err := c.http.Get(path)
	if err != nil {
		return err
	}
	if resp.StatusCode == 401 {
		c.refresh(ctx)
		goto out // nothing is sent there
	}
	return nil
out:
	return ErrUnauthorized
}

// Right: the library bounds it.

func (c *client) retryable() *retryablehttp.Client {
	api := retryablehttp.NewClient()
	api.RetryMax = 2
	api.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if err == nil && resp.StatusCode == http.StatusUnauthorized {
			return true, c.refresh(ctx) // at most RetryMax times
		}
		return false, err
	}
	return api
}
