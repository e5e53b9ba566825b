package credential

import "slices"

// expiryWords name a moment or a span of validity, besideExpiry what else the
// name of one for a token is made of.
var (
	expiryWords  = []string{"expires", "expiresin", "expiresat", "expiry", "expiration", "expire", "exp"}
	besideExpiry = []string{"token", "access", "jwt", "auth", "session", "in", "at", "on", "time", "date", "timestamp", "id", "key"}
)

// IsExpiryName reports whether a name promises when a token expires, and nothing
// else: expires_in, tokenExpiry, access_token_exp; not cacheExpiry.
func IsExpiryName(name string) bool {
	expires := false
	for _, w := range nameWords(name) {
		switch {
		case slices.Contains(expiryWords, w):
			expires = true
		case !slices.Contains(besideExpiry, w):
			return false
		}
	}
	return expires
}
