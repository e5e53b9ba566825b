// Package retryablehttp is as much of its namesake as the fixtures need.
package retryablehttp

import "net/http"

type Client struct{}

type Request struct{ *http.Request }

func (c *Client) Do(req *Request) (*http.Response, error) { return nil, nil }
