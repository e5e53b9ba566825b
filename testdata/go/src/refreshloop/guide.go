package refreshloop

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
)

// Right: the refresh is told by its URL, in other spellings.

type spelled struct {
	base   http.RoundTripper
	client *http.Client
}

const refreshURL = "https://api.example.com/auth/refresh"

var (
	open    = []string{"/auth/refresh", "/login"}
	pattern = regexp.MustCompile(`/auth/`)
)

func newSpelled() *spelled {
	t := &spelled{base: http.DefaultTransport}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *spelled) refresh() error {
	_, err := t.client.Post(refreshURL, "", nil)
	return err
}

type whole struct{ spelled }

func newWhole() *whole {
	t := &whole{}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *whole) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 && req.URL.String() != refreshURL {
		if err := t.refresh(); err != nil {
			return nil, err
		}
	}
	return resp, err
}

func (t *whole) refresh() error {
	_, err := t.client.Post(refreshURL, "", nil)
	return err
}

type listed struct{ spelled }

func newListed() *listed {
	t := &listed{}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *listed) RoundTrip(req *http.Request) (*http.Response, error) {
	if slices.Contains(open, req.URL.Path) {
		return t.base.RoundTrip(req) // handed on early
	}
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		if _, err := t.client.Post(refreshURL, "", nil); err != nil {
			return nil, err
		}
	}
	return resp, err
}

type matched struct{ spelled }

func newMatched() *matched {
	t := &matched{}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *matched) RoundTrip(req *http.Request) (*http.Response, error) {
	isRefresh := pattern.MatchString(req.URL.Path)
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 && !isRefresh {
		if _, err := t.client.Post(refreshURL, "", nil); err != nil {
			return nil, err
		}
	}
	return resp, err
}

type begun struct{ spelled }

func newBegun() *begun {
	t := &begun{}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *begun) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err != nil || resp.StatusCode != 401 || strings.HasPrefix(req.URL.Path, "/auth/") || req.Method == "POST" {
		return resp, err
	}
	if _, err := t.client.Post(refreshURL, "", nil); err != nil {
		return nil, err
	}
	return t.base.RoundTrip(req.Clone(req.Context()))
}

// Right: the package's own client, while the transport is on another.

type onlyOne struct{ base http.RoundTripper }

func newOnlyOne() *http.Client { return &http.Client{Transport: &onlyOne{http.DefaultTransport}} }

func (t *onlyOne) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		if _, err := http.Post(refreshURL, "", nil); err != nil {
			return nil, err
		}
	}
	return resp, err
}

// f: on the default client itself.

type everywhere struct{ base http.RoundTripper }

func install() { http.DefaultClient.Transport = &everywhere{http.DefaultTransport} }

func (t *everywhere) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		if _, err := http.DefaultClient.Post(refreshURL, "", nil); err != nil { // want "`http.DefaultClient.Post` goes through `RoundTrip`"
			return nil, err
		}
	}
	return resp, err
}

// gap: a refresh that answers 400 and never 401 does not come back; what a server
// answers is not to be seen, so it would be flagged.
