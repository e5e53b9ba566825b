package unstoredtoken

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"golang.org/x/oauth2"
)

type tokens struct {
	AccessToken  string
	RefreshToken string
}

type client struct {
	conf    *oauth2.Config
	http    *http.Client
	access  string
	refresh string
}

// Wrong: the answer is dropped.

func (c *client) callback(ctx context.Context, code string) error {
	_, err := c.conf.Exchange(ctx, code) // want "the token that the token exchange `c.conf.Exchange` answers with goes nowhere"
	return err
}

func (c *client) password(ctx context.Context, user, pass string) error {
	tok, err := c.conf.PasswordCredentialsToken(ctx, user, pass) // want "the token that the login `c.conf.PasswordCredentialsToken` answers with goes nowhere"
	if err != nil || tok == nil {
		return errors.New("refused")
	}
	return nil
}

func (c *client) looksOnly(ctx context.Context, code string) bool {
	tok, err := c.conf.Exchange(ctx, code) // want "goes nowhere"
	return err == nil && tok.Valid()
}

func login(user, pass string) (*tokens, error) { return &tokens{}, nil }

func signIn(user, pass string) (accessToken string, err error) { return "", nil }

func start() {
	login("u", "p")                            // want "the token that the login `login` answers with goes nowhere"
	_, _ = signIn("u", "p")                    // want "the token that the login `signIn` answers with goes nowhere"
	if _, err := login("u", "p"); err != nil { // want "goes nowhere"
		return
	}
}

// Wrong: the rotated refresh token is lost.

func refreshTokens(refresh string) (*tokens, error) { return &tokens{}, nil }

func (c *client) renew() error {
	t, err := refreshTokens(c.refresh) // want "the new `RefreshToken` of the refresh is not kept"
	if err != nil {
		return err
	}
	c.access = t.AccessToken
	return nil
}

func (c *client) renewByHand() error {
	resp, err := c.http.Post("https://api.example.com/auth/refresh", "application/json", nil) // want "the new `RefreshToken` of the refresh is not kept"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var out tokens
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return err
	}
	c.access = out.AccessToken
	return nil
}

// Where it is sent does not say so, but the function does.

func (c *client) Refresh(endpoint string) error {
	resp, err := c.http.Post(endpoint, "application/json", nil) // want "the new `RefreshToken` of the refresh is not kept"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var out struct {
		IDToken      string `json:"id_token"`
		RefreshToken string `json:"refresh_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return err
	}
	c.access = out.IDToken
	return nil
}

// Right: no refresh, though the answer has a refresh token.

func (c *client) device(endpoint string) error {
	resp, err := c.http.Post(endpoint, "application/json", nil) // a first login: one that is short need not keep it
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var out tokens
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return err
	}
	c.access = out.AccessToken
	return nil
}

func (c *client) refreshUser(endpoint string) error {
	resp, err := c.http.Get(endpoint) // what is refreshed is not the token
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var out tokens
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return err
	}
	c.access = out.AccessToken
	return nil
}

// Right: the answer has no refresh token, or it is kept when there is one.

func (c *client) refreshToken(endpoint string) error {
	resp, err := c.http.Post(endpoint, "application/json", nil) // nothing to lose
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var out struct{ AccessToken string }
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return err
	}
	c.access = out.AccessToken
	return nil
}

func (c *client) refreshTokens(endpoint string) error {
	resp, err := c.http.Post(endpoint, "application/json", nil) // kept
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var out tokens
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return err
	}
	c.access = out.AccessToken
	if out.RefreshToken != "" {
		c.refresh = out.RefreshToken
	}
	return nil
}

// Right: the answer is kept, returned or passed on.

func (c *client) kept(ctx context.Context, code string) (*oauth2.Token, error) {
	tok, err := c.conf.Exchange(ctx, code)
	if err != nil {
		return nil, err
	}
	c.access = tok.AccessToken // an access token alone: nothing rotates at an exchange
	return tok, nil
}

func (c *client) returned(ctx context.Context, code string) (*oauth2.Token, error) {
	return c.conf.Exchange(ctx, code)
}

func (c *client) passedOn(ctx context.Context, code string) (*http.Client, error) {
	tok, err := c.conf.Exchange(ctx, code)
	if err != nil {
		return nil, err
	}
	return c.conf.Client(ctx, tok), nil
}

func (c *client) identity(ctx context.Context, code string) (any, error) {
	tok, err := c.conf.Exchange(ctx, code)
	if err != nil {
		return nil, err
	}
	return tok.Extra("id_token"), nil // the identity is all that is wanted
}

func (c *client) both() error {
	t, err := refreshTokens(c.refresh)
	if err != nil {
		return err
	}
	c.access, c.refresh = t.AccessToken, t.RefreshToken
	return nil
}

// Right: the function stores the token itself.

func (c *client) Login(user, pass string) (*tokens, error) {
	t := &tokens{}
	c.access = t.AccessToken
	return t, nil
}

func (c *client) storedInside() error {
	_, err := c.Login("u", "p")
	return err
}

// Right: a check.

func (c *client) checkPassword(ctx context.Context, user, pass string) error {
	_, err := c.conf.PasswordCredentialsToken(ctx, user, pass)
	return err
}

func sourceWorks(ts oauth2.TokenSource) error {
	_, err := ts.Token() // a token source keeps its token
	return err
}

// Right: a login that answers with no token.

type user struct{ Name string }

func authenticate(name, pass string) (*user, error) { return &user{}, nil }

func greet() error {
	_, err := authenticate("u", "p")
	return err
}

// gap: the token is stored, but in a variable that nothing reads.

// gap: e, the token that a source gets for it is not written back; with servers that do not rotate nothing is lost.
func fromFile(ctx context.Context, conf *oauth2.Config, stored *oauth2.Token) *http.Client {
	return conf.Client(ctx, stored)
}
