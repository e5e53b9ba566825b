// Package websocket is a stub of Coder's.
package websocket

import (
	"context"
	"net/http"
)

type Conn struct{}

type DialOptions struct{ HTTPHeader http.Header }

func Dial(ctx context.Context, url string, opts *DialOptions) (*Conn, *http.Response, error) {
	return nil, nil, nil
}
