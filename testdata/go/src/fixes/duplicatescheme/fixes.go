package duplicatescheme

import (
	"fmt"
	"net/http"

	"github.com/go-resty/resty/v2"
)

const scheme = "Bearer "

func bearer(token string) string { return "Bearer " + token }

func set(req *http.Request, c *resty.Client, key string) {
	b := bearer(key)
	req.Header.Set("Authorization", "Bearer "+b)                 // want "the scheme is sent twice"
	req.Header.Set("Authorization", scheme+bearer(key))          // want "the scheme is sent twice"
	req.Header.Set("Authorization", fmt.Sprintf("Token %s", b))  // want "the scheme is sent twice"
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", b)) // want "the scheme is sent twice"
	c.SetAuthToken("Bearer " + key)                              // want "the scheme is sent twice"
	c.SetAuthToken(b)                                            // want "the scheme is sent twice"
}
