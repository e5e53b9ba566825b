// Package schemed chooses a scheme of its own.
package schemed

import "github.com/go-resty/resty/v2"

func client(key string) *resty.Client {
	return resty.New().SetAuthScheme("Token").SetAuthToken("Bearer " + key) // no scheme twice, whatever the server makes of it
}
