package staletoken

import (
	"context"
	"net/http"
	"os"

	"golang.org/x/oauth2"
)

// Right: a command with a static key from the environment or a constant.

func main() {
	ctx := context.Background()
	global = oauth2.NewClient(ctx, oauth2.StaticTokenSource(&oauth2.Token{AccessToken: os.Getenv("GITHUB_TOKEN")}))
	global = oauth2.NewClient(ctx, oauth2.StaticTokenSource(&oauth2.Token{AccessToken: "k", TokenType: "Bearer"}))
}

// Right: kept for as long as a request.

func handler(conf *oauth2.Config) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := conf.Exchange(r.Context(), r.FormValue("code"))
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		c := oauth2.NewClient(r.Context(), oauth2.StaticTokenSource(token))
		c.Get("https://api.example.com/me")
	}
}

// g: a source that is kept through a variable of the function.

func (c *client) again(ctx context.Context, conf *oauth2.Config, user, password string) error {
	token, err := conf.PasswordCredentialsToken(ctx, user, password)
	if err != nil {
		return err
	}
	src := oauth2.StaticTokenSource(token) // want "`token` is put into a source that never refreshes it and that `c.http` keeps"
	h := oauth2.NewClient(ctx, src)
	c.http = h
	return nil
}

// g: a field of the client that is filled in when it is made, and sent.

type copying struct{ token string }

func newCopying(token *oauth2.Token) *copying { return &copying{token: token.AccessToken} } // gap: how long it is kept is not to be seen

func (c *copying) get(req *http.Request) { req.Header.Set("Authorization", "Bearer "+c.token) }
