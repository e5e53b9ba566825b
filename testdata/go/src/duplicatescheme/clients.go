package duplicatescheme

import (
	"context"

	"github.com/google/go-github/v66/github"
	"github.com/imroc/req/v3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/securityprovider"
	"github.com/valyala/fasthttp"
	"golang.org/x/oauth2"
	"google.golang.org/grpc/metadata"
	resty3 "resty.dev/v3"
)

func wrongClients(ctx context.Context, c *resty3.Client, r *fasthttp.Request, key string) {
	c.R().SetAuthToken("Bearer " + key)                                           // want "`Bearer Bearer`"
	req.C().SetCommonBearerAuthToken("Bearer " + key)                             // want "`Bearer Bearer`"
	req.C().R().SetBearerAuthToken("Bearer " + key)                               // want "`Bearer Bearer`"
	github.NewClient(nil).WithAuthToken("Bearer " + key)                          // want "`Bearer Bearer`"
	securityprovider.NewSecurityProviderBearerToken("Bearer " + key)              // want "`Bearer Bearer`"
	_ = &oauth2.Token{AccessToken: "Bearer " + key}                               // want "`Bearer Bearer`"
	r.Header.Set("Authorization", "Bearer "+bearer(key))                          // want "`Bearer Bearer`"
	r.Header.SetBytesV("Authorization", []byte("Bearer "+bearer(key)))            // want "`Bearer Bearer`"
	metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+bearer(key)) // want "`Bearer Bearer`"
}

type perCall struct{ token string }

func (p perCall) GetRequestMetadata(ctx context.Context, uri ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + bearer(p.token)}, nil // want "`Bearer Bearer`"
}

func rightClients(ctx context.Context, c *resty3.Client, r *fasthttp.Request, srv *fasthttp.RequestCtx, key string) {
	c.R().SetAuthToken(key)
	req.C().R().SetBearerAuthToken(key)
	req.C().R().SetHeader("Authorization", "Bearer "+key) // written as it is
	github.NewClient(nil).WithAuthToken(key)
	securityprovider.NewSecurityProviderBearerToken(key)
	_ = &oauth2.Token{AccessToken: key, TokenType: "Bearer"}
	_ = &oauth2.Token{AccessToken: "Bearer " + key, TokenType: "Custom"} // a scheme of its own: not followed
	r.Header.Set("Authorization", "Bearer "+key)
	srv.Response.Header.Set("X-Copy", "Bearer Bearer "+key) // an answer's
	md := metadata.Pairs("authorization", "Bearer "+key)
	md.Set("authorization", bearer(key))
}
