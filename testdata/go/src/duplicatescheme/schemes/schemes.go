// Package schemes says itself which scheme resty puts before the token.
package schemes

import "github.com/go-resty/resty/v2"

func besides(c *resty.Client, token string) {
	c.SetAuthScheme("Token").SetAuthToken(token)        // another scheme
	c.SetAuthScheme("").SetAuthToken("Bearer " + token) // none, so that this is the one
}
