package hardcodedcredential

import (
	"net/http"

	"github.com/hashicorp/go-retryablehttp"
	"github.com/imroc/req/v3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/securityprovider"
	"github.com/valyala/fasthttp"
	"google.golang.org/grpc/metadata"
	resty3 "resty.dev/v3"
)

const user, pass = "deploy", "k7#Vq2mZx9"

func wrongClients(r *http.Request, f *fasthttp.Request, c *resty3.Client) {
	r.SetBasicAuth("deploy", "k7#Vq2mZx9")                                                 // want "the password of `deploy` stands in the source"
	c.SetAuthToken("q7Rz1XbL0vKs9TgWm4HdPy6NcEjU4")                                        // want "a `Bearer` token stands in the source"
	req.C().SetCommonBasicAuth("deploy", "k7#Vq2mZx9")                                     // want "the password of `deploy`"
	req.C().R().SetBasicAuth(user, pass)                                                   // want "the password of `deploy`"
	securityprovider.NewSecurityProviderBasicAuth("deploy", "k7#Vq2mZx9")                  // want "the password of `deploy`"
	f.Header.Set("Authorization", "Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjU5")                  // want "a `Bearer` token"
	metadata.Pairs("authorization", "Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjU6", "x-trace", "") // want "a `Bearer` token"
	again, _ := retryablehttp.NewRequest("GET", "https://api.shop-online.com", nil)
	again.SetBasicAuth("deploy", "k7#Vq2mZx9") // want "the password of `deploy`"
}

func rightClients(r *http.Request, c *resty3.Client, user, password string) {
	r.SetBasicAuth(user, password)
	r.SetBasicAuth("admin", "admin")   // a default that nobody keeps secret
	r.SetBasicAuth("user", "password") // stands for others
	r.SetBasicAuth("api", "")          // no password
	c.SetAuthToken(password)
}
