package missingretryguard

import "net/http"

type transport struct{ base http.RoundTripper }

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		clone := req.Clone(req.Context())
		clone.Header.Set("Authorization", "Bearer new")
		return t.RoundTrip(clone) // want "calls itself to send the request again with no guard"
	}
	return resp, err
}

type through struct{ client *http.Client }

func newThrough() *through {
	t := &through{}
	t.client = &http.Client{Transport: t}
	return t
}

func (t *through) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return t.client.Do(req) // want "through `RoundTrip` with no guard"
	}
	return resp, err
}
