package auth

import "net/http"

type Pair struct{ AccessToken, RefreshToken string }

type Client struct {
	HTTP *http.Client
	pair *Pair
}

// Login answers with the tokens and keeps nothing.
func Login(user, pass string) (*Pair, error) { return &Pair{}, nil }

// Login answers with the tokens and keeps them.
func (c *Client) Login(user, pass string) (*Pair, error) {
	c.pair = &Pair{}
	return c.pair, nil
}
