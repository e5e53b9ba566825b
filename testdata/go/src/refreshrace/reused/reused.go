// Package reused has a source that is asked by one goroutine at a time:
// ReuseTokenSource holds a lock.
package reused

import (
	"context"

	"golang.org/x/oauth2"
)

type source struct {
	config *oauth2.Config
	token  *oauth2.Token
}

func newSource(c *oauth2.Config, t *oauth2.Token) oauth2.TokenSource {
	return oauth2.ReuseTokenSource(t, &source{c, t})
}

func (s *source) Token() (*oauth2.Token, error) {
	token, err := s.config.TokenSource(context.Background(), s.token).Token()
	if err != nil {
		return nil, err
	}
	s.token = token
	return token, nil
}
