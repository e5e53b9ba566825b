package helper

import "net/http"

// Authorize sets the header to what it is given.
func Authorize(req *http.Request, value string) {
	req.Header.Set("Authorization", value)
}

// Bearer puts the scheme in front.
func Bearer(token string) string { return "Bearer " + token }

// Raw does not.
func Raw(token string) string { return token }

type Client struct{ HTTP *http.Client }

// Do sends a request with a header that it is given.
func (c *Client) Do(req *http.Request, authToken string) (*http.Response, error) {
	Authorize(req, authToken)
	return c.HTTP.Do(req)
}
