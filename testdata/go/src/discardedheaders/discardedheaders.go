package discardedheaders

import (
	"context"
	"net/http"

	"google.golang.org/grpc/metadata"
)

type ginContext struct{ Request *http.Request }

func dropped(ctx context.Context, req *http.Request, c *ginContext) {
	req.Clone(ctx)               // want "`req.Clone` leaves `req` as it is and returns a changed copy, which is thrown away"
	req.WithContext(ctx)         // want "`req.WithContext` leaves `req` as it is"
	c.Request.WithContext(ctx)   // want "`c.Request.WithContext` leaves `c.Request` as it is"
	http.DefaultClient.Do(req)   // another's result
	_ = req.WithContext(ctx)     // gap: thrown away on purpose, as far as the code says
	req = req.WithContext(ctx)   // assigned
	handle(req.WithContext(ctx)) // handed on
}

func handle(*http.Request) {}

func writtenAtOnce(ctx context.Context, req *http.Request, token string) {
	req.Clone(ctx).Header.Set("Authorization", "Bearer "+token)       // want "`req.Clone` leaves `req` as it is"
	req.WithContext(ctx).Header.Set("Authorization", "Bearer "+token) // the header is shared
	_ = req.Clone(ctx).Header.Get("Authorization")                    // only read
	http.DefaultClient.Do(req)
}

func originalSent(ctx context.Context, req *http.Request, token string) (*http.Response, error) {
	r2 := req.Clone(ctx) // want "`r2` is never sent, so `req` goes out without its headers"
	r2.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}

type transport struct {
	base  http.RoundTripper
	token string
}

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	r2 := req.Clone(req.Context()) // want "`r2` is never sent"
	r2.Header.Del("X-Trace")
	r2.Header.Set("Authorization", "Bearer "+t.token)
	return t.base.RoundTrip(req)
}

type right struct{ transport }

func (t *right) RoundTrip(req *http.Request) (*http.Response, error) {
	r2 := req.Clone(req.Context()) // sent below
	r2.Header.Set("Authorization", "Bearer "+t.token)
	return t.base.RoundTrip(r2)
}

func shared(ctx context.Context, req *http.Request, token string) {
	r2 := req.WithContext(ctx) // the header is shared, so it reaches req
	r2.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(req)
}

func second(ctx context.Context, req *http.Request, token string) (*http.Response, error) {
	r2 := req.Clone(ctx) // sent where the first is refused
	r2.Header.Set("Authorization", "Bearer "+token)
	if res, err := http.DefaultClient.Do(req); err == nil && res.StatusCode != http.StatusUnauthorized {
		return res, nil
	}
	return http.DefaultClient.Do(r2)
}

func borrowed(ctx context.Context, req *http.Request, token string) {
	r2 := req.Clone(ctx) // its header goes back into the original
	r2.Header.Set("Authorization", "Bearer "+token)
	req.Header = r2.Header
	http.DefaultClient.Do(req)
}

func prepared(ctx context.Context, req *http.Request, token string) {
	http.DefaultClient.Do(req)
	r2 := req.Clone(ctx) // gap: nothing is handed on afterwards
	r2.Header.Set("Authorization", "Bearer "+token)
}

func grpcCalls(ctx context.Context, token string) context.Context {
	metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+token)                     // want "`metadata.AppendToOutgoingContext` leaves `ctx` as it is"
	metadata.NewOutgoingContext(ctx, metadata.Pairs("authorization", "Bearer "+token))          // want "`metadata.NewOutgoingContext` leaves `ctx` as it is"
	ctx = metadata.NewOutgoingContext(ctx, metadata.Pairs("authorization", "Bearer "+token))    // assigned
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+token, "x-id", "1") // returned
}

// own has methods of the same names, which change it.
type own struct{}

func (*own) Clone(context.Context) *own       { return nil }
func (*own) WithContext(context.Context) *own { return nil }

func ownMethods(ctx context.Context, o *own) {
	o.Clone(ctx)
	o.WithContext(ctx)
}
