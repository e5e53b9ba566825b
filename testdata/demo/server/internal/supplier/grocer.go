package supplier

import (
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"time"
)

const grocerURL = "https://trade.grocer.example"

// Grocer is the supplier of fruit and vegetables.
type Grocer struct {
	user, password string
	http           *http.Client
}

// NewGrocer returns the grocer, as seen by one of its customers.
func NewGrocer(user, password string) (*Grocer, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	return &Grocer{user, password, &http.Client{Jar: jar, Timeout: 30 * time.Second}}, nil
}

// InStock returns the names of what can be ordered today.
func (g *Grocer) InStock() ([]string, error) {
	resp, err := g.http.PostForm(grocerURL+"/login", url.Values{"user": {g.user}, "password": {g.password}})
	if err != nil {
		return nil, fmt.Errorf("logging in at the grocer's: %w", err)
	}
	resp.Body.Close()
	resp, err = g.http.Get(grocerURL + "/stock.csv")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return rows(resp.Body)
}
