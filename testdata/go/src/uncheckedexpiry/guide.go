package uncheckedexpiry

import (
	"context"
	"net/http"

	"golang.org/x/oauth2"
)

// Right: a source that was asked for nothing yet.

func fresh(ctx context.Context, src oauth2.TokenSource) *http.Client {
	return oauth2.NewClient(ctx, oauth2.ReuseTokenSource(nil, src))
}

// Right: the expiry is among the values that are given in order, or it is copied whole.

func copied(ctx context.Context, conf *oauth2.Config, t *oauth2.Token) *http.Client {
	token := *t
	token.AccessToken = "other"
	return conf.Client(ctx, &token)
}
