// Package github is a stub of go-github.
package github

import "net/http"

type Client struct{}

func NewClient(c *http.Client) *Client { return nil }

func (c *Client) WithAuthToken(token string) *Client { return c }
