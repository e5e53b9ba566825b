package credential

import (
	"slices"
	"strings"
	"unicode"
)

// NameKind is what a name promises about the value behind it.
type NameKind uint8

const (
	NameUnknown NameKind = iota
	NameToken            // an access token, a JSON Web Token, a session's ID token
	NameRefresh          // a refresh token
	NameScheme           // a scheme or prefix kept apart: tokenType, token_type, tokenHead
	NameHeader           // a whole header value, scheme included: authHeader, bearer, authorization
	NameOther            // a token of another trade: CSRF, paging, cancellation, device
)

// otherTrades are the words that make a "token" something else than the
// credentials of a login.
var otherTrades = []string{
	"csrf", "xsrf", "cancel", "cancellation", "page", "paging", "pagination", "next", "continuation", "cursor",
	"sync", "device", "push", "fcm", "registration", "reset", "verification", "verify", "invite", "invitation",
	"confirm", "confirmation", "captcha", "recaptcha", "turnstile", "design", "parser", "lexer", "syntax", "theme",
	"injection", "mapbox", "nft", "erc20", "symbol", "count", "counts", "limit", "max", "usage", "prompt",
	"completion", "address", "balance", "price", "decimals", "chain", "signature", "expiry", "expires", "expiration",
	"exp", "abort", "split", "tokenizer", "lookup", "stream", "stripe",
}

// NameOf classifies a name of a variable, field, key or parameter, in whichever
// of the usual spellings: accessToken, access_token, ACCESS_TOKEN, access-token.
func NameOf(name string) NameKind {
	words := Words(name)
	has := func(w ...string) bool {
		return slices.ContainsFunc(words, func(x string) bool { return slices.Contains(w, x) })
	}
	switch {
	case has(otherTrades...):
		return NameOther
	case has("scheme", "prefix", "head") || (has("token", "auth") && has("type", "kind")):
		return NameScheme
	case has("authorization", "authorisation", "bearer", "header", "headers", "basic") || has("credentials"):
		return NameHeader
	case has("refresh") && has("token", "jwt") || has("refreshtoken", "rtoken"):
		return NameRefresh
	case has("token", "jwt", "accesstoken", "authtoken", "idtoken", "usertoken", "tokenid", "apitoken"):
		return NameToken
	case len(words) > 0 && (words[len(words)-1] == "tok" || words[len(words)-1] == "access" && len(words) == 1):
		return NameToken
	}
	return NameUnknown
}

// IsCredentialName reports whether name promises a token of a login, access or
// refresh.
func IsCredentialName(name string) bool {
	k := NameOf(name)
	return k == NameToken || k == NameRefresh
}

// Words splits a name at case changes, digits' edges excepted, and at every
// character that is neither letter nor digit, and lowers the case.
func Words(name string) []string {
	var words []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			words = append(words, strings.ToLower(string(word)))
			word = word[:0]
		}
	}
	rs := []rune(name)
	for i, r := range rs {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush()
			continue
		case unicode.IsUpper(r) && i > 0 && (!unicode.IsUpper(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1])):
			flush()
		}
		word = append(word, r)
	}
	flush()
	return words
}
