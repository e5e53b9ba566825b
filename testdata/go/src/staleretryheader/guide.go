package staleretryheader

import (
	"net/http"
	"net/url"
	"strings"
)

// Right: the token is in the body or the query, handled there.

func (c *client) inQuery(path string) (*http.Response, error) {
	resp, err := c.http.Get(path + "?token=" + c.token)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		return c.http.Get(path + "?token=" + c.token)
	}
	return resp, err
}

func (c *client) inBody(path string) (*http.Response, error) {
	form := url.Values{"token": {c.token}}
	resp, err := c.http.Post(path, "", strings.NewReader(form.Encode()))
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		form.Set("token", c.token)
		return c.http.Post(path, "", strings.NewReader(form.Encode()))
	}
	return resp, err
}

// Right: a header of another name is not replaced, that with the token is.

func (c *client) others(url string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", url, nil)
	req.Header.Set("X-Request-Id", "1")
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		req.Header["Authorization"] = []string{"Bearer " + c.token}
		return c.http.Do(req)
	}
	return resp, err
}

// f: another header is replaced, that with the token is not.

func (c *client) wrongHeader(url string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", url, nil)
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		c.refresh()
		req.Header.Set("X-Request-Id", "2")
		return c.http.Do(req) // want "it was put on the request before the refresh"
	}
	return resp, err
}
