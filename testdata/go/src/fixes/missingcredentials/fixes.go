package missingcredentials

import (
	"net/http"
	"net/url"
	"time"
)

const base = "https://app.example.com"

func variable(form url.Values) (*http.Response, error) {
	c := &http.Client{Timeout: time.Second}
	if _, err := c.PostForm(base+"/login", form); err != nil { // want "has no cookie jar"
		return nil, err
	}
	return c.Get(base + "/me")
}

func zero(form url.Values) (*http.Response, error) {
	var c http.Client
	if _, err := c.PostForm(base+"/login", form); err != nil { // want "has no cookie jar"
		return nil, err
	}
	return c.Get(base + "/me")
}

type api struct{ client *http.Client }

func newAPI() *api {
	return &api{client: &http.Client{Timeout: time.Second}}
}

func (a *api) login(form url.Values) error {
	_, err := a.client.PostForm(base+"/login", form) // want "has no cookie jar"
	return err
}

func (a *api) me() (*http.Response, error) { return a.client.Get(base + "/me") }

// All code of the process shares the default client: whose cookies would it keep?
func shared(form url.Values) (*http.Response, error) {
	if _, err := http.PostForm(base+"/login", form); err != nil { // want "has no cookie jar"
		return nil, err
	}
	return http.Get(base + "/me")
}
