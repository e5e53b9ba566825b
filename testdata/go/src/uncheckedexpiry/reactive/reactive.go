// Package reactive makes its token anew when it is refused.
package reactive

import (
	"context"
	"net/http"

	"golang.org/x/oauth2"
)

// Right: a 401 is handled: there the token is made anew.

type reactive struct {
	conf            *oauth2.Config
	access, refresh string
}

func (r *reactive) client(ctx context.Context) *http.Client {
	return r.conf.Client(ctx, &oauth2.Token{AccessToken: r.access, RefreshToken: r.refresh})
}

func (r *reactive) get(ctx context.Context, url string) (*http.Response, error) {
	resp, err := r.client(ctx).Get(url)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		r.access = ""
		return r.client(ctx).Get(url)
	}
	return resp, err
}
