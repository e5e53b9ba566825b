package lateheader

import (
	"context"
	"net/http"
)

// Right: a copy that shares the headers is sent again.

func shared(ctx context.Context, c *http.Client, token string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", "https://api.example.com", nil)
	again := req.WithContext(ctx)
	if resp, err := c.Do(req); err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	req.Header.Set("Authorization", "Bearer "+token) // again has it too
	return c.Do(again)
}

// Right: the copy made after it has it.

func copied(ctx context.Context, c *http.Client, token string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", "https://api.example.com", nil)
	if resp, err := c.Do(req); err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return c.Do(req.Clone(ctx))
}

// a: the copy that was made before has headers of its own.

func apart(ctx context.Context, c *http.Client, token string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", "https://api.example.com", nil)
	again := req.Clone(ctx)
	if resp, err := c.Do(req); err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	req.Header.Set("Authorization", "Bearer "+token) // want "`req.Header.Set` comes after the request was sent"
	return c.Do(again)
}

// Right: what is set later is for the calls to come.

type session struct{ header http.Header }

func (s *session) login(c *http.Client, token string) {
	req, _ := http.NewRequest("POST", "https://api.example.com/login", nil)
	c.Do(req)
	s.header.Set("Authorization", "Bearer "+token)
}
