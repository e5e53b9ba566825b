// Package tokeninurl sends the token that its header carries in URLs too.
package tokeninurl

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/go-resty/resty/v2"
)

type client struct {
	http        *http.Client
	base        string
	accessToken string
	pageToken   string
}

func (c *client) me() (*http.Response, error) {
	req, _ := http.NewRequest("GET", c.base+"/me", nil)
	req.Header.Set("Authorization", "Bearer "+c.accessToken) // where it belongs
	return c.http.Do(req)
}

// a: in the text of the URL, in url.Values, in resty's query.

func (c *client) text() (*http.Response, error) {
	return c.http.Get(c.base + "/me?access_token=" + c.accessToken) // want "`access_token` is sent in the URL"
}

func (c *client) formatted() (*http.Response, error) {
	req, _ := http.NewRequest("GET", fmt.Sprintf("%s/me?lang=en&access_token=%s", c.base, c.accessToken), nil) // want "`access_token` is sent in the URL"
	return c.http.Do(req)
}

func (c *client) rawQuery() (*http.Response, error) {
	req, _ := http.NewRequest("GET", c.base+"/me", nil)
	q := req.URL.Query()
	q.Set("access_token", c.accessToken) // want "`access_token` is sent in the URL"
	req.URL.RawQuery = q.Encode()
	return c.http.Do(req)
}

func (c *client) rawText() (*http.Response, error) {
	req, _ := http.NewRequest("GET", c.base+"/me", nil)
	req.URL.RawQuery = "access_token=" + c.accessToken // want "`access_token` is sent in the URL"
	return c.http.Do(req)
}

func (c *client) ofURL() (*http.Response, error) {
	u, _ := url.Parse(c.base)
	q := u.Query()
	q.Add("session_token", c.accessToken) // want "`session_token` is sent in the URL"
	u.RawQuery = q.Encode()
	return c.http.Get(u.String())
}

func (c *client) joined() (*http.Response, error) {
	q := url.Values{}
	q.Set("jwt", c.accessToken) // want "`jwt` is sent in the URL"
	endpoint := c.base + "/me?" + q.Encode()
	return c.http.Get(endpoint)
}

func (c *client) literal() (*http.Response, error) {
	q := url.Values{"lang": {"en"}, "access_token": {c.accessToken}} // want "`access_token` is sent in the URL"
	return c.http.Get(fmt.Sprintf("%s/me?%s", c.base, q.Encode()))
}

func (c *client) byResty(r *resty.Client) {
	r.R().SetQueryParam("access_token", c.accessToken).Get("https://api.example.com/me")                   // want "`access_token` is sent in the URL"
	r.R().SetQueryParams(map[string]string{"access_token": c.accessToken}).Get("https://api.example.com/") // want "`access_token` is sent in the URL"
}

// b: in the path.
func (c *client) inPath() (*http.Response, error) {
	return c.http.Get(c.base + "/session/" + c.accessToken) // want "`c.accessToken` is a part of the URL's path"
}

// gap: parameters that another function makes.
func query(token string) url.Values { return url.Values{"access_token": {token}} }

func (c *client) elsewhere() (*http.Response, error) {
	return c.http.Get(c.base + "/me?" + query(c.accessToken).Encode())
}

// gap: c, socket.io, which has no client of Go that matters.

// Another service may want its own token so: strict says it.
func other(accessToken string) (*http.Response, error) {
	return http.Get("https://api.example.com/me?access_token=" + accessToken)
}

// A form is a body.
func (c *client) form() (*http.Response, error) {
	return c.http.PostForm(c.base+"/token", url.Values{"refresh_token": {c.accessToken}})
}

// Paging, a signature, an expiry, OAuth's code: other than credentials.
func (c *client) others(sig, code, state string) {
	q := url.Values{}
	q.Set("pageToken", c.pageToken)
	c.http.Get(c.base + "/me?" + q.Encode())
	c.http.Get(c.base + "/file?X-Amz-Signature=" + sig)
	c.http.Get(c.base + "/callback?code=" + code + "&state=" + state)
}

// A request about the token, and a link of one use.
func (c *client) about() {
	c.http.Get(c.base + "/oauth/tokeninfo?access_token=" + c.accessToken)
	c.http.Get(c.base + "/verify-email?access_token=" + c.accessToken)
	c.http.Get(c.base + "/tokens/" + c.accessToken)
}

// APIs that document it so.
func (c *client) documented() {
	c.http.Get("https://graph.facebook.com/me?access_token=" + c.accessToken)
	c.http.Get("https://api.telegram.org/bot" + c.accessToken + "/getMe")
}
