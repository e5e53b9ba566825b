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

// pastWords say that the time of something is over.
var pastWords = []string{"expired", "stale"}

// SpeaksOfExpiry reports whether a name has to do with when something expires:
// ExpiresAt, TokenExpiredError, isStale.
func SpeaksOfExpiry(name string) bool {
	return slices.ContainsFunc(Words(name), func(w string) bool { return slices.Contains(expiryWords, w) || slices.Contains(pastWords, w) })
}

// AsksAge reports whether a name asks whether a token is too old: expired, IsValid.
func AsksAge(name string) bool {
	return SpeaksOfExpiry(name) || slices.Contains(Words(name), "valid")
}
