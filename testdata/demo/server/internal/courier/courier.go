// Package courier books the vans that bring the boxes.
package courier

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"
)

const baseURL = "https://api.courier.example"

// A Client books vans. The courier's token is changed every few hours, in the
// file, so each request reads it.
type Client struct {
	tokenFile string
	http      *http.Client
}

// New returns a client whose token is in a file.
func New(tokenFile string) *Client {
	return &Client{tokenFile: tokenFile, http: &http.Client{Timeout: 10 * time.Second}}
}

// Book asks for a van and returns the number of the parcel.
func (c *Client) Book(ctx context.Context, address string) (parcel string, err error) {
	body, err := json.Marshal(map[string]string{"address": address})
	if err != nil {
		return "", err
	}
	resp, err := c.book(ctx, body)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		// The token may have changed between reading and sending: once more.
		resp.Body.Close()
		resp, err = c.book(ctx, body)
	}
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return "", fmt.Errorf("booking a van: %s", resp.Status)
	}
	var booked struct{ Parcel string }
	if err := json.NewDecoder(resp.Body).Decode(&booked); err != nil {
		return "", fmt.Errorf("booking a van: %w", err)
	}
	return booked.Parcel, nil
}

func (c *Client) book(ctx context.Context, body []byte) (*http.Response, error) {
	token, err := os.ReadFile(c.tokenFile)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, baseURL+"/parcels", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+strings.TrimSpace(string(token)))
	req.Header.Set("Content-Type", "application/json")
	return c.http.Do(req)
}

// Cancel calls a van off.
func (c *Client) Cancel(ctx context.Context, parcel string) error {
	token, err := os.ReadFile(c.tokenFile)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, baseURL+"/parcels/"+parcel, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+string(token))
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusNoContent {
		return fmt.Errorf("cancelling parcel %s: %s", parcel, resp.Status)
	}
	return nil
}
