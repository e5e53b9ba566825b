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

// Two clients of one function: each gets a jar of its own name.
type pair struct{ shop, desk *http.Client }

func newPair(jar2 string) *pair {
	p := &pair{}
	p.shop = &http.Client{Timeout: time.Second}
	p.desk = &http.Client{Timeout: time.Minute}
	return p
}

func (p *pair) enterShop(form url.Values) error {
	_, err := p.shop.PostForm(base+"/login", form) // want "has no cookie jar"
	return err
}

func (p *pair) orders() (*http.Response, error) { return p.shop.Get(base + "/orders") }

func (p *pair) enterDesk(form url.Values) error {
	_, err := p.desk.PostForm(base+"/login", form) // want "has no cookie jar"
	return err
}

func (p *pair) tickets() (*http.Response, error) { return p.desk.Get(base + "/tickets") }

// All code of the process shares the default client: whose cookies would it keep?
func shared(form url.Values) (*http.Response, error) {
	if _, err := http.PostForm(base+"/login", form); err != nil { // want "has no cookie jar"
		return nil, err
	}
	return http.Get(base + "/me")
}
