package uncheckedexpiry

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"golang.org/x/oauth2"
)

type stored struct {
	access, refresh string
	expiry          time.Time
}

// a: no Expiry, given to Config.Client or Config.TokenSource.

func direct(ctx context.Context, conf *oauth2.Config, s stored) *http.Client {
	return conf.Client(ctx, &oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh}) // want "no Expiry, so `conf.Client` takes it for valid for ever"
}

func variable(ctx context.Context, conf *oauth2.Config, s stored) oauth2.TokenSource {
	token := &oauth2.Token{ // want "so `conf.TokenSource` takes it for valid for ever"
		AccessToken:  s.access,
		RefreshToken: s.refresh,
		TokenType:    "Bearer",
	}
	return conf.TokenSource(ctx, token)
}

func value(ctx context.Context, conf *oauth2.Config, s stored) oauth2.TokenSource {
	var token = oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh} // want "takes it for valid for ever"
	return conf.TokenSource(ctx, &token)
}

func reuse(src oauth2.TokenSource, s stored) oauth2.TokenSource {
	return oauth2.ReuseTokenSource(&oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh}, src) // want "so `oauth2.ReuseTokenSource` takes"
}

func (s stored) token() *oauth2.Token {
	return &oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh} // want "so `conf.Client` takes"
}

func byFunction(ctx context.Context, conf *oauth2.Config, s stored) *http.Client {
	return conf.Client(ctx, s.token())
}

// b: only ExpiresIn is filled in; the expiry that is stored is not assigned.

func onlyExpiresIn(ctx context.Context, conf *oauth2.Config, s stored) *http.Client {
	seconds := int64(time.Until(s.expiry).Seconds())
	token := &oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh, ExpiresIn: seconds} // want "this token has ExpiresIn and no Expiry"
	return conf.Client(ctx, token)
}

// gap: d, a token that is fetched by hand and kept: who asks for it, and when, is not to be seen.

var kept string

func fetch() {
	resp, err := http.Post("https://api.example.com/oauth/token", "application/json", nil)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	var answer struct {
		AccessToken string `json:"access_token"`
	}
	json.NewDecoder(resp.Body).Decode(&answer)
	kept = answer.AccessToken
}

// gap: a token in a field.

type holder struct{ token *oauth2.Token }

func held(ctx context.Context, conf *oauth2.Config, s stored) *http.Client {
	h := holder{&oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh}}
	return conf.Client(ctx, h.token)
}

// Right: no refresh token, so it is not to be refreshed.

func personal(ctx context.Context, conf *oauth2.Config, pat string) *http.Client {
	return conf.Client(ctx, &oauth2.Token{AccessToken: pat})
}

func static(ctx context.Context, pat string) *http.Client {
	return oauth2.NewClient(ctx, oauth2.StaticTokenSource(&oauth2.Token{AccessToken: pat}))
}

// Right: Expiry is assigned later, or the whole token is decoded.

func later(ctx context.Context, conf *oauth2.Config, s stored) *http.Client {
	token := &oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh}
	token.Expiry = s.expiry
	return conf.Client(ctx, token)
}

func decoded(ctx context.Context, conf *oauth2.Config, data []byte) *http.Client {
	token := &oauth2.Token{AccessToken: "?", RefreshToken: "?"}
	json.Unmarshal(data, token) // it fills in the expiry
	return conf.Client(ctx, token)
}

func helped(ctx context.Context, conf *oauth2.Config, s stored) *http.Client {
	token := &oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh}
	s.complete(token) // it may fill it in
	return conf.Client(ctx, token)
}

func (s stored) complete(t *oauth2.Token) { t.Expiry = s.expiry }

// Right: on purpose, to refresh at first use.

func past(ctx context.Context, conf *oauth2.Config, s stored) *http.Client {
	return conf.Client(ctx, &oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh, Expiry: time.Now().Add(-time.Hour)})
}

func empty(ctx context.Context, conf *oauth2.Config, s stored) *http.Client {
	return conf.Client(ctx, &oauth2.Token{AccessToken: "", RefreshToken: s.refresh})
}

func absent(ctx context.Context, conf *oauth2.Config, s stored) *http.Client {
	return conf.Client(ctx, &oauth2.Token{RefreshToken: s.refresh})
}

// Right: it is stored, compared or answered, not refreshed.

func answer(s stored) *oauth2.Token {
	return &oauth2.Token{AccessToken: s.access, RefreshToken: s.refresh}
}
