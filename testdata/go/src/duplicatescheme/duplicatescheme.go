package duplicatescheme

import (
	"net/http"
	"strings"

	"github.com/go-resty/resty/v2"
)

const scheme = "Bearer "

func bearer(token string) string { return "Bearer " + token }

func prefixed(token string) string {
	if strings.HasPrefix(token, "Bearer ") {
		return token
	}
	return "Bearer " + token
}

func wrong(req *http.Request, c *resty.Client, key string) {
	b := "Bearer " + key
	req.Header.Set("Authorization", "Bearer "+b)           // want "the scheme is sent twice, as `Bearer Bearer`"
	req.Header.Set("Authorization", scheme+"Bearer "+key)  // want "`Bearer Bearer`"
	req.Header.Set("Authorization", "Bearer "+bearer(key)) // want "`Bearer Bearer`"
	c.SetAuthToken("Bearer " + key)                        // want "`Bearer Bearer`"
	c.R().SetAuthToken("bearer " + key)                    // want "`Bearer bearer`"
}

func right(req *http.Request, c *resty.Client, key, input string) {
	req.Header.Set("Authorization", bearer(key))
	req.Header.Set("Authorization", "Bearer "+input) // it may carry one, nobody knows
	req.Header.Set("Authorization", "Bearer "+strings.TrimPrefix(input, "Bearer "))
	req.Header.Set("Authorization", "Token token="+key)
	req.Header.Set("Authorization", prefixed(input))                                        // idempotent
	req.Header.Set("Authorization", strings.Replace(input, "Bearer Bearer ", "Bearer ", 1)) // repairs what another did
	c.SetAuthToken(key)
	c.SetHeader("Authorization", "Bearer "+key) // written as it is
}

// Right: a setter of one's own writes what it is given.

type own struct{ header http.Header }

func (o *own) SetAuthToken(value string) { o.header.Set("Authorization", value) }

func throughOwn(o *own, token string) { o.SetAuthToken("Bearer " + token) }

// gap: that setter adds the scheme; what is behind a scheme is not judged at the
// calls.

type adding struct{ header http.Header }

func (a *adding) SetAuthToken(token string) {
	a.header.Set("Authorization", "Bearer "+token)
}

func throughAdding(a *adding, token string) { a.SetAuthToken("Bearer " + token) }
