package supplier

import (
	"fmt"
	"net/http"
	"net/url"
	"time"
)

const bakeryURL = "https://orders.bakery.example"

// Bakery is the supplier of bread.
type Bakery struct {
	user, password string
	http           *http.Client
}

// NewBakery returns the bakery, as seen by one of its customers.
func NewBakery(user, password string) *Bakery {
	return &Bakery{user, password, &http.Client{Timeout: 30 * time.Second}}
}

// InStock returns the names of what can be ordered today.
func (b *Bakery) InStock() ([]string, error) {
	resp, err := b.http.PostForm(bakeryURL+"/login", url.Values{"user": {b.user}, "password": {b.password}})
	if err != nil {
		return nil, fmt.Errorf("logging in at the bakery: %w", err)
	}
	resp.Body.Close()
	resp, err = b.http.Get(bakeryURL + "/bread.csv")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return rows(resp.Body)
}
