// Package retryablehttp is a stub: what the analyzers need of go-retryablehttp.
package retryablehttp

import (
	"context"
	"net/http"
)

type Client struct {
	HTTPClient     *http.Client
	RetryMax       int
	CheckRetry     func(ctx context.Context, resp *http.Response, err error) (bool, error)
	RequestLogHook func(l any, req *http.Request, attempt int)
	ErrorHandler   func(resp *http.Response, err error, tries int) (*http.Response, error)
}

type Request struct{ *http.Request }

func NewClient() *Client { return nil }

func NewRequest(method, url string, body any) (*Request, error) { return nil, nil }

func (c *Client) Do(req *Request) (*http.Response, error)                        { return nil, nil }
func (c *Client) Get(url string) (*http.Response, error)                         { return nil, nil }
func (c *Client) Post(url, contentType string, body any) (*http.Response, error) { return nil, nil }
func (c *Client) StandardClient() *http.Client                                   { return nil }
