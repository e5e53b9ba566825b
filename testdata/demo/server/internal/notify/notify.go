// Package notify sends text messages to customers.
package notify

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const baseURL = "https://api.notify.example/v2"

// A Client sends messages.
type Client struct {
	token string
	http  *http.Client
}

// New returns a client that sends with our token.
func New(token string) *Client {
	return &Client{token: token, http: &http.Client{Timeout: 10 * time.Second}}
}

// Send sends a text and returns the number of the message.
func (c *Client) Send(ctx context.Context, phone, text string) (id string, err error) {
	form := url.Values{"to": {phone}, "text": {text}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, baseURL+"/messages", strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	var sent struct{ ID string }
	err = c.do(req, &sent)
	return sent.ID, err
}

// Delivered reports whether a message has arrived.
func (c *Client) Delivered(ctx context.Context, id string) (bool, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, baseURL+"/messages/"+url.PathEscape(id), nil)
	if err != nil {
		return false, err
	}
	req.Header.Set("Authorization", c.token)
	var message struct{ Delivered bool }
	err = c.do(req, &message)
	return message.Delivered, err
}

func (c *Client) do(req *http.Request, into any) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("%s %s: %s", req.Method, req.URL.Path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(into)
}
