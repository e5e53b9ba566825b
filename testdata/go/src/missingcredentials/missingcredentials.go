package missingcredentials

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"

	"github.com/go-resty/resty/v2"
)

const base = "https://app.example.com"

// Wrong: the cookie of the login is thrown away.

func jarless(form url.Values) (*http.Response, error) {
	c := &http.Client{}
	resp, err := c.PostForm(base+"/login", form) // want "`c` has no cookie jar, so the cookie of this login is thrown away and `c.Get` is sent without it"
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	return c.Get(base + "/me")
}

func defaultClient(form url.Values) (*http.Response, error) {
	resp, err := http.PostForm(base+"/login", form) // want "`http.DefaultClient` has no cookie jar"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, io.EOF
	}
	return http.Get(base + "/me")
}

func withParam(server string, form url.Values) error {
	var c http.Client
	if _, err := c.PostForm(server+"/login", form); err != nil { // want "`c` has no cookie jar"
		return err
	}
	req, err := http.NewRequest("GET", server+"/me", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "application/json")
	_, err = c.Do(req)
	return err
}

type api struct {
	client *http.Client
	server string
}

func newAPI(server string) *api {
	return &api{client: &http.Client{Timeout: 5}, server: server}
}

func (a *api) login(form url.Values) error {
	resp, err := a.client.PostForm(a.server+"/login", form) // want "`a.client` has no cookie jar"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (a *api) me() (*http.Response, error) { return a.client.Get(a.server + "/me") }

// Right: there is a jar.

func jar(form url.Values) (*http.Response, error) {
	j, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	c := &http.Client{Jar: j}
	if _, err := c.PostForm(base+"/login", form); err != nil {
		return nil, err
	}
	return c.Get(base + "/me")
}

func laterJar(form url.Values, j http.CookieJar) (*http.Response, error) {
	c := &http.Client{}
	c.Jar = j // set later
	if _, err := c.PostForm(base+"/login", form); err != nil {
		return nil, err
	}
	return c.Get(base + "/me")
}

func given(c *http.Client, form url.Values) (*http.Response, error) {
	if _, err := c.PostForm(base+"/login", form); err != nil {
		return nil, err
	}
	return c.Get(base + "/me") // whoever made the client knows
}

func withResty(c *resty.Client) error {
	if _, err := c.R().Post(base + "/login"); err != nil {
		return err
	}
	_, err := c.R().Get(base + "/me") // resty has a jar of its own
	return err
}

// Right: the cookie is copied by hand.

func copied(form url.Values) (*http.Response, error) {
	c := &http.Client{}
	resp, err := c.PostForm(base+"/login", form)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest("GET", base+"/me", nil)
	if err != nil {
		return nil, err
	}
	for _, cookie := range resp.Cookies() {
		req.AddCookie(cookie)
	}
	return c.Do(req)
}

// Right: the login answers with a token.

func token(form url.Values) (*http.Response, error) {
	c := &http.Client{}
	resp, err := c.PostForm(base+"/login", form)
	if err != nil {
		return nil, err
	}
	var out struct{ Token string }
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return nil, err
	}
	req, err := http.NewRequest("GET", base+"/me", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+out.Token)
	return c.Do(req)
}

// Right: nothing depends on it.

func alone(form url.Values) error {
	c := &http.Client{}
	_, err := c.PostForm(base+"/login", form)
	return err
}

func elsewhere(form url.Values) error {
	c := &http.Client{}
	if _, err := c.PostForm(base+"/login", form); err != nil {
		return err
	}
	_, err := c.Get("https://other.example.com/me") // another server
	return err
}

func either(form url.Values, in bool) error {
	c := &http.Client{}
	if in {
		_, err := c.PostForm(base+"/login", form)
		return err
	}
	_, err := c.Get(base + "/public") // not after the login
	return err
}
