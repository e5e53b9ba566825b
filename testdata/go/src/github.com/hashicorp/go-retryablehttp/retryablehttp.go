// Package retryablehttp is a stub: what the analyzers need of go-retryablehttp.
package retryablehttp

import "net/http"

type Client struct{ HTTPClient *http.Client }

type Request struct{ *http.Request }

func NewClient() *Client { return nil }

func NewRequest(method, url string, body any) (*Request, error) { return nil, nil }

func (c *Client) Do(req *Request) (*http.Response, error) { return nil, nil }
func (c *Client) Get(url string) (*http.Response, error)  { return nil, nil }
func (c *Client) StandardClient() *http.Client            { return nil }
