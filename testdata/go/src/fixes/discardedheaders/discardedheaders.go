package discardedheaders

import (
	"context"
	"net/http"

	"google.golang.org/grpc/metadata"
)

type ginContext struct{ Request *http.Request }

func request(ctx context.Context, req *http.Request, c *ginContext) {
	req.WithContext(ctx)       // want "leaves `req` as it is"
	c.Request.WithContext(ctx) // want "leaves `c.Request` as it is"
	handle(req)
}

func handle(*http.Request) {}

func call(ctx context.Context, req *http.Request, token string) context.Context {
	metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+token)           // want "leaves `ctx` as it is"
	metadata.AppendToOutgoingContext(req.Context(), "authorization", "Bearer "+token) // want "leaves `req.Context\\(\\)` as it is"
	return ctx
}
