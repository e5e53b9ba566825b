package missingbearer

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/go-resty/resty/v2"
	"golang.org/x/oauth2"
)

type client struct {
	token      string
	authHeader string
	prefixed   string
	http       *http.Client
}

func newClient(token string) *client {
	return &client{token: token, prefixed: "Bearer " + token}
}

// Wrong: a variable, field or environment variable is the whole value.

func fromEnvironment(req *http.Request) {
	req.Header.Set("Authorization", os.Getenv("API_TOKEN")) // want "`os.Getenv\\(\"API_TOKEN\"\\)` is sent without a scheme"
	token := os.Getenv("API_TOKEN")
	req.Header.Set("Authorization", token) // want "`token` is sent without a scheme"
	key, ok := os.LookupEnv("ACCESS_TOKEN")
	if ok {
		req.Header.Set("Authorization", key) // want "is sent without a scheme"
	}
}

func (c *client) get(url string) (*http.Response, error) {
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", c.token) // want "`c.token` is sent without a scheme"
	return c.http.Do(req)
}

func fromOAuth(req *http.Request, t *oauth2.Token) {
	req.Header.Set("Authorization", t.AccessToken) // want "`t.AccessToken` is sent without a scheme"
	t.SetAuthHeader(req)                           // writes the scheme itself
}

func otherForms(req *http.Request, accessToken string) {
	req.Header = http.Header{"Authorization": {accessToken}}                     // want "`accessToken` is sent without a scheme"
	req.Header["Authorization"] = []string{accessToken}                          // want "`accessToken` is sent without a scheme"
	req.Header.Add("Authorization", strings.TrimSpace(accessToken))              // want "`accessToken` is sent without a scheme"
	req.Header.Set("Authorization", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln") // want "the literal token is sent without a scheme"
}

func withResty(c *resty.Client, tok string) {
	c.R().SetHeader("Authorization", tok) // want "`tok` is sent without a scheme"
	c.R().SetAuthToken(tok)               // resty writes the scheme
}

// A helper is judged by what it is called with.

func setAuth(req *http.Request, value string) { req.Header.Set("Authorization", value) }

func setNamed(req *http.Request, name, value string) { setAny(req, name, value) }

func setAny(req *http.Request, name, value string) { req.Header.Set(name, value) }

func callers(req *http.Request, jwt string) {
	setAuth(req, jwt)                   // want "`jwt` is sent without a scheme"
	setAuth(req, "Bearer "+jwt)         // called with the scheme
	setNamed(req, "Authorization", jwt) // want "`jwt` is sent without a scheme"
	setNamed(req, "X-Token", jwt)       // another header
}

// Right.

func right(ctx context.Context, req, in *http.Request, c *client, token string, w http.ResponseWriter) {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Authorization", "Token "+token)                 // another scheme
	req.Header.Set("Authorization", c.authHeader)                   // by its name a whole value
	req.Header.Set("Authorization", c.prefixed)                     // stored with its scheme
	req.Header.Set("Authorization", in.Header.Get("Authorization")) // passed on
	req.Header["Authorization"] = in.Header["Authorization"]        // passed on
	req.Header.Set("Authorization", sign(req))                      // signed
	req.Header.Set("X-Api-Key", token)                              // takes a raw token by design
	req.Header.Set("Private-Token", token)                          // takes a raw token by design
	w.Header().Set("Authorization", token)                          // not a request
	req.SetBasicAuth("user", token)                                 // writes the scheme
	authorization := os.Getenv("AUTHORIZATION")
	req.Header.Set("Authorization", authorization) // by its name a whole value
}

func idempotent(req *http.Request, token string) {
	if !strings.HasPrefix(token, "Bearer ") {
		token = "Bearer " + token
	}
	req.Header.Set("Authorization", token) // has its scheme by now
}

func eitherWay(req *http.Request, token string) {
	if strings.HasPrefix(token, "Bearer ") {
		req.Header.Set("Authorization", token) // has its scheme
	} else {
		req.Header.Set("Authorization", "Bearer "+token)
	}
}

func sign(req *http.Request) string { return "AWS4-HMAC-SHA256 Credential=" + req.URL.Path }

// A function of which no caller is seen is judged where its callers are.

func Send(req *http.Request, token string) {
	req.Header.Set("Authorization", token)
}
