package missingcredentials

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
)

// What shows that a request needs the cookie: its siblings, and what is known of
// the session at that server.

// credentialed returns a request to the same server that sends credentials and
// so shows that a cookie matters to this one: another call that uses the
// session, or any that nothing but a cookie can authorize.
func credentialed(facts *authflow.Facts, r *authflow.Request) *authflow.Request {
	if r.Origin == "" {
		return nil
	}
	alone := byCookieAlone(facts, r)
	var plain *authflow.Request
	for _, s := range facts.Requests {
		if s.Origin != r.Origin || s.Credentials != authflow.Yes || s.Browser == authflow.No {
			continue
		}
		if usesSession(s) && (alone || r.Purpose != authflow.Logout || s.Purpose == authflow.Refresh) {
			return s
		}
		if plain == nil && alone && s.Authorized != authflow.Yes {
			plain = s
		}
	}
	return plain
}

// byCookieAlone reports whether nothing but a cookie can hold the session that
// r uses: no token is sent with it, or taken from its answer unless a cookie
// renews that one.
func byCookieAlone(facts *authflow.Facts, r *authflow.Request) bool {
	switch {
	case r.Purpose != authflow.Login:
		return r.Authorized != authflow.Yes
	case r.Authorized == authflow.Yes || sendsTokens(facts, r.Origin):
		return renewsByCookie(facts, r.Origin) // the requests after it carry its token
	}
	for _, a := range facts.Answers {
		if q := a.Request; q != nil && (q.At == r.At || q.Sends == r.At || q.At == r.Sends) && (len(a.Kept) > 0 || len(a.Yields) > 0) {
			return renewsByCookie(facts, r.Origin)
		}
	}
	return true
}

// sendsTokens reports whether requests to that server carry a token.
func sendsTokens(facts *authflow.Facts, origin string) bool {
	return origin != "" && slices.ContainsFunc(facts.Headers, func(h *authflow.HeaderWrite) bool { return h.Origin == origin })
}

// renewsByCookie reports whether a refresh at that server brings no token.
func renewsByCookie(facts *authflow.Facts, origin string) bool {
	for _, s := range facts.Requests {
		if s.Purpose == authflow.Refresh && origin != "" && s.Origin == origin && usesSession(s) && s.Authorized != authflow.Yes {
			return true
		}
	}
	return false
}
