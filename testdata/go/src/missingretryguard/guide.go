package missingretryguard

import (
	"context"
	"net/http"

	"github.com/go-resty/resty/v2"
)

// b: tested under one name, set under another.

type twoNames struct {
	http             *http.Client
	retried, retries bool
}

func (c *twoNames) refresh() error { return nil }

func (c *twoNames) get(path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && !c.retried {
		c.retries = true
		c.refresh()
		return c.get(path) // want "under a test of `retried`, which nothing sets"
	}
	return resp, err
}

// d: the flag is set on a copy.

func (c twoNames) copied(path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && !c.retries {
		other := c
		other.retries = true
		return c.copied(path) // gap: which of the two is sent on is not compared
	}
	return resp, err
}

// A counter that each call begins anew.

func (c *client) anew(ctx context.Context, path string) (*http.Response, error) {
	attempts := 0
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && attempts < 2 {
		attempts++
		c.refresh(ctx)
		return c.anew(ctx, path) // want "under a test of `attempts`, which is lost before it is tested again"
	}
	return resp, err
}

// Other refusals than 401.

func (c *client) forbidden(ctx context.Context, path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == http.StatusForbidden {
		c.refresh(ctx)
		return c.forbidden(ctx, path) // want "`forbidden` calls itself to send the request again with no guard"
	}
	return resp, err
}

func (c *client) session(ctx context.Context, path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && (resp.StatusCode == 419 || resp.StatusCode == 498) {
		c.refresh(ctx)
		return c.session(ctx, path) // want "`session` calls itself to send the request again with no guard"
	}
	return resp, err
}

// Right: a variable of the package, a flag that keeps others out.

var refreshed bool

func (c *client) byPackage(ctx context.Context, path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && !refreshed {
		refreshed = true
		c.refresh(ctx)
		return c.byPackage(ctx, path)
	}
	return resp, err
}

type excluding struct {
	http         *http.Client
	isRefreshing bool
}

func (c *excluding) refresh() error { return nil }

func (c *excluding) get(path string) (*http.Response, error) {
	resp, err := c.http.Get(path)
	if err == nil && resp.StatusCode == 401 && !c.isRefreshing {
		c.refresh()
		c.isRefreshing = true // after it: it still bounds one request
		defer func() { c.isRefreshing = false }()
		return c.get(path)
	}
	return resp, err
}

// Right: resty counts.

func counting(c *resty.Client, refresh func()) *resty.Client {
	return c.SetRetryCount(2).AddRetryCondition(func(r *resty.Response, err error) bool {
		if r.StatusCode() == http.StatusUnauthorized {
			refresh()
			return true
		}
		return false
	})
}
