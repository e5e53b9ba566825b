package missingbearer

import (
	"context"

	"github.com/imroc/req/v3"
	"github.com/valyala/fasthttp"
	"google.golang.org/grpc/metadata"
)

func throughClients(ctx context.Context, r *fasthttp.Request, accessToken string) {
	r.Header.Set("Authorization", accessToken)                                 // want "`accessToken` is sent without a scheme"
	req.C().R().SetHeader("Authorization", accessToken)                        // want "`accessToken` is sent without a scheme"
	metadata.AppendToOutgoingContext(ctx, "authorization", accessToken)        // services of gRPC read schemes of their own
	req.C().R().SetBearerAuthToken(accessToken).SetBasicAuth("u", accessToken) // both write a scheme
}
