package authflow

import (
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
)

var (
	loginWords   = []string{"login", "signin", "logon", "authenticate"}
	refreshWords = []string{"refresh", "reissue", "renew", "refreshtoken", "refreshtokens", "renewtoken"}
	logoutWords  = []string{"logout", "signout", "logoff"}
	// aroundLogin are words of requests about logging in that do not log in.
	aroundLogin = []string{"request", "forgot", "check", "config", "options", "settings", "history", "logs", "attempt", "attempts",
		"page", "pages", "providers", "methods", "status", "url", "qr", "captcha", "challenge", "code", "send",
		"get", "list", "info", "information", "informations", "count", "stats", "events", "background", "banner", "required"}
	tokenWords = []string{"token", "tokens", "jwt", "session", "sessions"}
	// accountWords are what a path to the session of a user goes through.
	accountWords = []string{"auth", "authentication", "oauth", "oauth2", "identity", "account", "accounts", "user", "users", "member", "members"}
)

// A segment is one part of a URL's path: as written in lower case, and its
// words.
type segment struct {
	text  string
	words []string
}

// has reports whether one of the segment's words, or two neighbours joined, is
// in the list: sign-in is found as "signin".
func (s segment) has(list []string) bool {
	for i, w := range s.words {
		if slices.Contains(list, w) || i > 0 && slices.Contains(list, s.words[i-1]+w) {
			return true
		}
	}
	return slices.Contains(list, strings.Join(s.words, ""))
}

func anyHas(segments []segment, list []string) bool {
	return slices.ContainsFunc(segments, func(s segment) bool { return s.has(list) })
}

// PurposeOfURL reads the purpose of a request from the path of its URL and its
// method, which may be unknown. Only literal text is read; a hole ends a
// segment.
func PurposeOfURL(method string, url credential.Shape) Purpose {
	segments := pathSegments(url)
	if len(segments) == 0 {
		return Other
	}
	last, before := segments[len(segments)-1], segments[:len(segments)-1]
	asks := method == "GET" || method == "HEAD" || method == "OPTIONS"
	isSession := last.has([]string{"session", "sessions"}) && len(last.words) == 1 && anyHas(before, accountWords)
	switch {
	case anyHas(segments, logoutWords), method == "DELETE" && isSession:
		return Logout
	case anyHas(segments, refreshWords) && namesTokens(segments):
		return Refresh // also by GET, where the token comes as a cookie
	case asks || method == "DELETE" || last.has(aroundLogin):
		return Other // GET /login is the page, or the question who is logged in
	case last.has(loginWords) || isLoginParent(segments) || isSession:
		return Login
	case last.text == "token" && anyHas(before, []string{"oauth", "oauth2", "openid", "connect"}):
		return Exchange // RFC 6749 section 3.2
	case last.text == "auth", last.text == "token" && (len(before) == 0 || anyHas(before, accountWords)):
		return Login
	}
	return Other
}

// isLoginParent reports whether the path is a way of logging in: /login/google,
// /login/password. Pages below a login (such as /login/{id}/options) are not.
func isLoginParent(segments []segment) bool {
	n := len(segments)
	return n >= 2 && segments[n-2].has(loginWords) &&
		slices.Contains([]string{"password", "google", "email", "local", "account", "credentials", "json", "social", "cellphone"}, segments[n-1].text)
}

// namesTokens reports whether a path that speaks of refreshing speaks of
// tokens: /auth/refresh, /token/refresh, /refresh-token, /refresh; not
// /feeds/refresh.
func namesTokens(segments []segment) bool {
	last := segments[len(segments)-1]
	if len(segments) == 1 || last.has(tokenWords) || strings.Contains(last.text, "token") || last.text == "reissue" {
		return last.has(refreshWords) || strings.Contains(last.text, "token")
	}
	return anyHas(segments, tokenWords) || anyHas(segments, accountWords)
}

var versionRE = regexp.MustCompile(`^v\d+$`)

// pathSegments returns the literal segments of a URL's path, without query;
// "api" and versions are left out.
func pathSegments(url credential.Shape) []segment {
	var b strings.Builder
	for _, p := range url {
		if p.Hole != nil {
			b.WriteString("/\x00/")
			continue
		}
		b.WriteString(p.Text)
	}
	path, _, _ := strings.Cut(b.String(), "?")
	path, _, _ = strings.Cut(path, "#")
	if _, after, ok := strings.Cut(path, "://"); ok {
		_, path, _ = strings.Cut(after, "/")
	}
	var out []segment
	for s := range strings.SplitSeq(path, "/") {
		text := strings.ToLower(s)
		if s == "" || s == "\x00" || text == "api" || versionRE.MatchString(text) {
			continue
		}
		out = append(out, segment{text, credential.Words(s)})
	}
	return out
}

// PurposeOfName reads the purpose of a function from its name: signIn,
// refreshAccessToken, Exchange.
func PurposeOfName(name string) Purpose {
	words := credential.Words(name)
	if len(words) == 0 {
		return Other
	}
	first := words[0]
	lead := first
	if len(words) > 1 {
		lead = first + words[1]
	}
	has := func(list []string) bool { return slices.Contains(list, first) || slices.Contains(list, lead) }
	switch {
	case has(logoutWords):
		return Logout
	case has(loginWords) && !(segment{words: words}).has(aroundLogin):
		return Login
	case first == "exchange":
		return Exchange
	case slices.Contains(refreshWords, first) && slices.ContainsFunc(words, func(w string) bool { return slices.Contains(tokenWords, w) }):
		return Refresh
	}
	return Other
}
