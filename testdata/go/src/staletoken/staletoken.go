package staletoken

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/oauth2"
)

var global *http.Client

type client struct {
	http   *http.Client
	tokens oauth2.TokenSource
	token  string
}

// g: a static source around a token that expires.

func (c *client) login(ctx context.Context, conf *oauth2.Config, code string) error {
	token, err := conf.Exchange(ctx, code)
	if err != nil {
		return err
	}
	c.tokens = oauth2.StaticTokenSource(token) // want "`token` is put into a source that never refreshes it and that `c.tokens` keeps"
	return nil
}

func setup(ctx context.Context, conf *oauth2.Config, code string) {
	token, _ := conf.Exchange(ctx, code)
	global = oauth2.NewClient(ctx, oauth2.StaticTokenSource(token)) // want "that `global` keeps"
}

func made(ctx context.Context, access, refresh string) *client {
	src := oauth2.StaticTokenSource(&oauth2.Token{AccessToken: access, RefreshToken: refresh}) // want "`oauth2.Token` is put into a source"
	return &client{http: oauth2.NewClient(ctx, src)}
}

func transport(access string, expiry time.Time) *client {
	token := &oauth2.Token{AccessToken: access, Expiry: expiry}
	return &client{http: &http.Client{Transport: &oauth2.Transport{Source: oauth2.StaticTokenSource(token)}}} // want "that `http` keeps"
}

// gap: a struct that copies the token when it is made: whether it is made for one request is not to be seen.

func copied(ctx context.Context, conf *oauth2.Config, code string) *client {
	token, _ := conf.Exchange(ctx, code)
	return &client{token: token.AccessToken}
}

// Right: a token that does not change.

func personal(ctx context.Context, pat string) *client {
	return &client{http: oauth2.NewClient(ctx, oauth2.StaticTokenSource(&oauth2.Token{AccessToken: pat}))}
}

// Right: used at once, in the handler that got it.

func profile(ctx context.Context, conf *oauth2.Config, code string) (*http.Response, error) {
	token, err := conf.Exchange(ctx, code)
	if err != nil {
		return nil, err
	}
	c := oauth2.NewClient(ctx, oauth2.StaticTokenSource(token))
	return c.Get("https://api.example.com/me")
}

// Right: made for each request, and a source that refreshes.

func forRequest(ctx context.Context, token *oauth2.Token) *http.Client {
	return oauth2.NewClient(ctx, oauth2.StaticTokenSource(token))
}

func (c *client) refreshing(ctx context.Context, conf *oauth2.Config, code string) {
	token, _ := conf.Exchange(ctx, code)
	c.tokens = conf.TokenSource(ctx, token)
}
