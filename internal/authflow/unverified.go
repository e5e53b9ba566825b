package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// An UnverifiedToken is a JWT whose claims a server takes although its signature
// was not looked at.
type UnverifiedToken struct {
	At   source.Span // the call that decodes
	Call string      // how the code spells it: "jwt.decode"
	// SwitchedOff: the call would verify, were it not for the argument at Given.
	SwitchedOff bool
	// FaultDropped: the call verifies, and nothing looks at whether it failed.
	FaultDropped bool
	// Given is where the claims become the identity of the request, To the place
	// that takes them: "req.user".
	Given source.Span
	To    string
	// Decides: the claims decide at Given, by themselves, and are given to nobody.
	Decides bool
	// Refuses: the same function refuses requests, so that it is the one that
	// decides who gets in, and none before it.
	Refuses bool
	// HandedOn: the token itself is kept for those that come later, who may verify
	// it or send it to who does.
	HandedOn bool
	// Header is the name of the header that brought the token, empty where it was
	// none or is not known.
	Header string
}

// Sure reports whether this is the place that decides who gets in. Where it is
// not, other code of the project verifies tokens and may run before, a proxy in
// front put the token there, or those after it may verify.
func (t *UnverifiedToken) Sure(e *Evidence) bool {
	return len(e.TokenChecks) == 0 && !t.HandedOn && !FromProxy(t.Header)
}

// proxyWords name headers in which proxies that log people in tell of them.
var proxyWords = []string{"forwarded", "goog", "iap", "amzn", "cf", "apigateway", "endpoint", "assertion", "userinfo", "envoy", "istio", "kong", "pomerium", "jwt"}

// FromProxy reports whether a header is one that a proxy in front of the server
// sets: X-Goog-IAP-JWT-Assertion, X-Amzn-Oidc-Data, X-Forwarded-Access-Token,
// X-Auth-Request-Access-Token.
func FromProxy(header string) bool {
	words := credential.Words(header)
	return len(words) > 1 && (slices.ContainsFunc(words, func(w string) bool { return slices.Contains(proxyWords, w) }) ||
		slices.Contains(words, "auth") && slices.Contains(words, "request"))
}

// NamesTokenCheck reports whether a function is named for verifying tokens:
// verifyToken, ValidateJWT, introspect. Verifying a password, or the shape of a
// body, is another matter.
func NamesTokenCheck(name string) bool {
	low := strings.ToLower(name)
	if strings.Contains(low, "introspect") {
		return true
	}
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(low, w) })
	}
	return has("verif", "valid", "check", "authenticat") && has("token", "jwt", "sign", "session", "bearer")
}

// identityWords name what a request is known as.
var identityWords = []string{"user", "auth", "account", "session", "claims", "payload", "decoded", "role", "roles", "id", "uid", "email", "username",
	"permissions", "identity", "principal", "member", "admin", "jwt", "token", "customer", "currentuser", "userid"}

// NamesIdentity reports whether a property of a request names who sent it: user,
// userId, isAdmin, claims. A tenant or the key of a log is no identity.
func NamesIdentity(name string) bool {
	return slices.ContainsFunc(credential.Words(name), func(w string) bool { return slices.Contains(identityWords, w) })
}

// timeWords name what tells when a token is of use.
var timeWords = []string{"exp", "expires", "expiry", "expired", "expiration", "iat", "issued", "nbf", "before", "after", "time", "now"}

// NamesTime: a claim or variable tells when a token is of use, which is no
// decision on who sent it.
func NamesTime(name string) bool {
	return slices.ContainsFunc(credential.Words(name), func(w string) bool { return slices.Contains(timeWords, w) })
}
