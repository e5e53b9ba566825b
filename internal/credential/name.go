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
	"csrf", "csrfmiddleware", "xsrf", "cancel", "cancellation", "page", "paging", "pagination", "next", "continuation",
	"cursor", "sync", "device", "push", "fcm", "registration", "reset", "verification", "verify", "invite", "invitation",
	"confirm", "confirmation", "activation", "unsubscribe", "otp", "captcha", "recaptcha", "hcaptcha", "turnstile",
	"design", "parser", "lexer", "syntax", "theme", "injection", "mapbox", "nft", "erc20", "symbol", "count", "counts",
	"limit", "max", "usage", "prompt", "completion", "address", "balance", "price", "prices", "pricing", "cost", "costs", "decimals", "chain", "signature",
	"expiry", "expires", "expired", "expiration", "exp", "issued", "issuer", "abort", "split", "tokenizer", "lookup", "stream", "stripe",
	"payment", "card",
}

// aboutTokens are the last words of names for things that deal with tokens and
// are none: tokenService, TOKEN_KEY, JWT_SECRET.
var aboutTokens = []string{
	"service", "manager", "provider", "factory", "storage", "interceptor", "handler", "middleware", "guard", "error",
	"key", "name", "url", "uri", "endpoint", "path", "secret", "length", "options", "config", "valid", "exists",
	"progress", "pending", "promise", "request", "subject", "queue", "lock", "mutex", "timer", "interval", "subscription",
	"source", "file", "filename", "location", "status", "issuer", "audience", "version",
}

// takenOut are words of names for what was read out of a token: decodedToken,
// jwtPayload, tokenEmail.
var takenOut = []string{"decoded", "payload", "claim", "claims", "email", "username", "role", "roles"}

// questions begin the names of truth values: isTokenValid, hasToken.
var questions = []string{"is", "has", "should", "can", "needs"}

// NameOf classifies a name of a variable, field, key or parameter, in whichever
// of the usual spellings: accessToken, access_token, ACCESS_TOKEN, access-token,
// accesstoken, accessToken2.
func NameOf(name string) NameKind {
	if !speaksOfAuth(name) {
		return NameUnknown
	}
	words := nameWords(name)
	if len(words) == 0 {
		return NameUnknown
	}
	has := func(w ...string) bool {
		return slices.ContainsFunc(words, func(x string) bool { return slices.Contains(w, x) })
	}
	last := words[len(words)-1]
	switch {
	case has(otherTrades...):
		return NameOther
	case has("scheme", "prefix", "head") || has("token", "auth") && has("type", "kind"):
		return NameScheme
	case has("authorization", "authorisation", "bearer", "header", "headers", "basic", "credentials"):
		return NameHeader
	case has("token", "jwt") && (slices.Contains(questions, words[0]) || slices.Contains(aboutTokens, last) || has(takenOut...)):
		return NameOther
	case has("token", "jwt") && has("prefixed", "formatted", "full"):
		return NameHeader
	case has("refresh") && has("token", "jwt") || strings.EqualFold(name, "rtoken"):
		return NameRefresh
	case has("token", "jwt"), last == "tok", last == "tkn", len(words) == 1 && last == "access":
		return NameToken
	}
	return NameUnknown
}

// marks are what every name that is not unknown has in it. Most names of a
// program have none, and are told so without taking them apart.
var marks = []string{"tok", "tkn", "jwt", "access", "auth", "scheme", "prefix", "head", "bearer", "basic", "credentials"}

func speaksOfAuth(name string) bool {
	for i := range len(name) {
		for _, m := range marks {
			if name[i]|0x20 == m[0] && len(name)-i >= len(m) && strings.EqualFold(name[i:i+len(m)], m) {
				return true
			}
		}
	}
	return false
}

// nameWords are the words of a name with numbers at their ends left out
// (token2) and with names that are written in one word taken apart (authtoken).
func nameWords(name string) []string {
	var out []string
	for _, w := range Words(name) {
		if slices.Contains(otherTrades, w) {
			out = append(out, w) // erc20
			continue
		}
		w = strings.TrimRight(w, "0123456789")
		if stem, ok := strings.CutSuffix(w, "token"); ok && stem != "" {
			out = append(out, stem)
			w = "token"
		}
		if w != "" {
			out = append(out, w)
		}
	}
	return out
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

// IsSessionCookie reports whether a cookie of this name holds a session or a
// token, going by what frameworks and projects call them: sid, connect.sid,
// session_id, JSESSIONID, access_token.
func IsSessionCookie(name string) bool {
	switch NameOf(name) {
	case NameToken, NameRefresh:
		return true
	case NameOther:
		return false // a CSRF token is for scripts to read
	}
	return slices.ContainsFunc(Words(name), func(w string) bool {
		return w == "sid" || strings.HasPrefix(w, "sess") || strings.HasSuffix(w, "sessid") || strings.HasSuffix(w, "sessionid") || w == "auth"
	})
}
