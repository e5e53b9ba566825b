package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
)

var (
	loginWords   = []string{"login", "signin", "logon", "authenticate"}
	refreshWords = []string{"refresh", "reissue", "renew", "refreshtoken", "refreshtokens", "renewtoken"}
	logoutWords  = []string{"logout", "signout", "logoff"}
	// aroundLogin are words of requests about logging in that do not log in.
	aroundLogin = []string{"request", "forgot", "check", "config", "options", "settings", "history", "logs", "attempts",
		"page", "pages", "providers", "methods", "status", "url", "qr", "captcha", "challenge", "code", "send"}
	tokenWords = []string{"token", "tokens", "jwt", "session", "sessions"}
)

// PurposeOfURL reads the purpose of a request from the path of its URL and its
// method. Only literal text is read; a hole ends a segment.
func PurposeOfURL(method string, url credential.Shape) Purpose {
	segments := pathSegments(url)
	if len(segments) == 0 {
		return Other
	}
	last := segments[len(segments)-1]
	all := strings.Join(segments, "/")
	switch {
	case hasWord(segments, logoutWords):
		return Logout
	case hasWord(segments, refreshWords) && namesTokens(segments):
		return Refresh
	case hasWord([]string{last}, aroundLogin):
		return Other
	case hasWord([]string{last}, loginWords) || isLoginParent(segments):
		return Login
	case method == "GET" || method == "DELETE":
		return Other
	case last == "auth" || strings.HasSuffix(all, "auth/token") || strings.HasSuffix(all, "oauth/token") || strings.HasSuffix(all, "oauth2/token"):
		return Login
	}
	return Other
}

// isLoginParent reports whether the path is a way of logging in: /login/google,
// /login/password. Pages below a login (such as /login/{id}/options) are not.
func isLoginParent(segments []string) bool {
	n := len(segments)
	return n >= 2 && hasWord(segments[n-2:n-1], loginWords) &&
		slices.Contains([]string{"password", "google", "email", "local", "account", "credentials", "json", "social", "cellphone"}, segments[n-1])
}

// namesTokens reports whether a path that speaks of refreshing speaks of
// tokens: /auth/refresh, /token/refresh, /refresh-token, /refresh; not
// /feeds/refresh.
func namesTokens(segments []string) bool {
	last := segments[len(segments)-1]
	if len(segments) == 1 || hasWord([]string{last}, tokenWords) || strings.Contains(last, "token") || last == "reissue" {
		return hasWord([]string{last}, refreshWords) || strings.Contains(last, "token")
	}
	return slices.ContainsFunc(segments, func(s string) bool {
		w := credential.Words(s)
		return slices.ContainsFunc(w, func(x string) bool {
			return slices.Contains(tokenWords, x) || slices.Contains([]string{"auth", "oauth", "oauth2", "account", "user", "users"}, x)
		})
	})
}

// pathSegments returns the literal segments of a URL's path, lower-cased words
// joined, without query; version prefixes and "api" are left out.
func pathSegments(url credential.Shape) []string {
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
	var out []string
	for _, s := range strings.Split(path, "/") {
		if s != "" && s != "\x00" && s != "api" {
			out = append(out, strings.ToLower(s))
		}
	}
	return out
}

func hasWord(segments, words []string) bool {
	return slices.ContainsFunc(segments, func(s string) bool {
		parts := credential.Words(s)
		joined := strings.Join(parts, "")
		if slices.Contains(words, joined) {
			return true
		}
		return slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(words, p) }) ||
			slices.ContainsFunc(pairs(parts), func(p string) bool { return slices.Contains(words, p) })
	})
}

// pairs joins neighbours, so that sign-in is found as "signin".
func pairs(words []string) []string {
	var out []string
	for i := 1; i < len(words); i++ {
		out = append(out, words[i-1]+words[i])
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
	case has(loginWords):
		return Login
	case first == "exchange":
		return Exchange
	case slices.Contains(refreshWords, first) && slices.ContainsFunc(words, func(w string) bool { return slices.Contains(tokenWords, w) }):
		return Refresh
	}
	return Other
}
