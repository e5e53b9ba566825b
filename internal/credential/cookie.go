package credential

import "slices"

// aboutSessions are the last words of the names of cookies that tell something
// of a session or token and are none: tokenVersion, session_expires.
var aboutSessions = []string{"version", "expiry", "expires", "expire", "exp", "expiration", "active", "flag", "hint", "type", "count", "status",
	"state", "at", "ttl", "warning", "enabled", "exists", "redirect", "return", "lang", "theme", "page", "view", "tab", "start", "time", "timeout", "url", "mode"}

// CookieHolds reports whether a cookie is a session or a token, by its name or
// by what is put into it. A constant is no credential, whatever it is called.
func CookieHolds(name string, values []Shape) bool {
	named := IsSessionCookie(name)
	if words := Words(name); len(words) > 0 && slices.Contains(aboutSessions, words[len(words)-1]) {
		named = false
	}
	for _, v := range values {
		if _, constant := v.Constant(); constant {
			continue
		}
		if named {
			return true
		}
		if h := v.Sole(); h != nil && IsCredentialName(h.Name) && NameOf(name) != NameOther {
			return true
		}
	}
	return named && len(values) == 0
}
