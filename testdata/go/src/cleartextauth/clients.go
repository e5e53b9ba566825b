package cleartextauth

import (
	"time"

	"github.com/hashicorp/go-retryablehttp"
	"github.com/imroc/req/v3"
	"github.com/valyala/fasthttp"
	resty3 "resty.dev/v3"
)

func throughReq(token string) {
	client := req.C().SetBaseURL("http://api.shop-online.com") // want "`client.R\\(\\).SetBearerAuthToken\\(token\\).Get` sends a token to api.shop-online.com over http"
	client.R().SetBearerAuthToken(token).Get("/me")
	client.R().SetBearerAuthToken(token).Send("GET", "http://one.shop-online.com/me") // want "to one.shop-online.com over http"
	client.Get("http://two.shop-online.com/me").SetBearerAuthToken(token).Do()        // gap: the token is set on what the call returns
	client.R().SetBearerAuthToken(token).MustPost("https://three.shop-online.com/me")
}

func throughResty3(token string) {
	resty3.New().R().SetAuthToken(token).Execute("GET", "http://api.shop-online.com/me") // want "to api.shop-online.com over http"
}

func throughFasthttp(token string) {
	request := fasthttp.AcquireRequest()
	request.SetRequestURI("http://api.shop-online.com/me") // want "`fasthttp.Do` sends a token to api.shop-online.com over http"
	request.Header.Set("Authorization", "Bearer "+token)
	fasthttp.Do(request, fasthttp.AcquireResponse())

	public := fasthttp.AcquireRequest()
	public.SetRequestURI("http://api.shop-online.com/prices") // nothing secret goes there
	new(fasthttp.Client).DoTimeout(public, fasthttp.AcquireResponse(), time.Second)
	fasthttp.Get(nil, "http://api.shop-online.com/prices") // nor there
}

func throughRetryable(token string) {
	request, _ := retryablehttp.NewRequest("GET", "http://api.shop-online.com/me", nil) // want "sends a token to api.shop-online.com over http"
	request.Header.Set("Authorization", "Bearer "+token)
	retryablehttp.NewClient().Do(request)
	retryablehttp.NewClient().Get("http://api.shop-online.com/prices") // nothing secret goes there
}
