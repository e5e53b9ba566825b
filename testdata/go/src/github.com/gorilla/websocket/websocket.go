// Package websocket is a stub of Gorilla's.
package websocket

import (
	"context"
	"net/http"
)

type Conn struct{}

type Dialer struct{}

var DefaultDialer = &Dialer{}

func (d *Dialer) Dial(url string, header http.Header) (*Conn, *http.Response, error) {
	return nil, nil, nil
}

func (d *Dialer) DialContext(ctx context.Context, url string, header http.Header) (*Conn, *http.Response, error) {
	return nil, nil, nil
}
