package missingretryguard

import "net/http"

type transport struct{ base http.RoundTripper }

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		clone := req.Clone(req.Context())
		clone.Header.Set("Authorization", "Bearer new")
		return t.RoundTrip(clone) // want "calls itself to send the request again with no guard"
	}
	return resp, err
}

type through struct{ client *http.Client }

func newThrough() *through {
	t := &through{}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *through) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return t.client.Do(req) // want "through `RoundTrip` with no guard"
	}
	return resp, err
}

type client struct {
	http  *http.Client
	token string
}

func (c *client) refresh() error { c.token = "new"; return nil }

func (c *client) loop(url string) (*http.Response, error) {
	for {
		resp, err := c.http.Get(url)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == http.StatusUnauthorized {
			if err := c.refresh(); err != nil {
				return nil, err
			}
			continue // want "the loop sends the request again with no guard"
		}
		return resp, nil
	}
}

func (c *client) loopOn(url string) (*http.Response, error) {
	for {
		resp, err := c.http.Get(url)
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			return resp, err
		}
		c.refresh() // want "the loop sends the request again with no guard"
	}
}

func (c *client) get(url string) (*http.Response, error) {
	resp, err := c.http.Get(url)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		return c.get(url) // want "`get` calls itself to send the request again with no guard"
	}
	return resp, err
}

func (c *client) first() (*http.Response, error) {
	return c.get("https://api.example.com/first")
}

func (c *client) ping() (*http.Response, error) {
	resp, err := c.http.Get("https://api.example.com/ping")
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	if err := c.refresh(); err != nil {
		return nil, err
	}
	return c.ping() // want "`ping` calls itself to send the request again with no guard"
}

func (c *client) both() { c.ping(); c.first() }

// Get has a name that others may use: its parameters stay.
func (c *client) Get(url string) (*http.Response, error) {
	resp, err := c.http.Get(url)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		return c.Get(url) // want "`Get` calls itself to send the request again with no guard"
	}
	return resp, err
}
