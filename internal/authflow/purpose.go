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
	tokenWords   = []string{"token", "tokens", "jwt", "session", "sessions"}
	authWords    = []string{"auth", "authentication", "identity", "oauth", "oauth2"}
	// accountWords make a refresh one of tokens only right before it:
	// /users/refresh, not /user/subscription/renew.
	accountWords = []string{"account", "accounts", "user", "users", "member", "members"}
	// around are words of requests about logging in that do not log in.
	around = []string{"request", "forgot", "check", "config", "options", "settings", "history", "logs", "attempts", "page",
		"pages", "providers", "methods", "status", "url", "qr", "captcha", "challenge", "code", "codes", "send", "resend",
		"required", "revoke", "list", "get", "info", "information", "informations", "count", "stats",
		"interceptor", "interceptors"}
	// besides are words of what else can be refreshed next to a login.
	besides = []string{"captcha", "code", "qr", "qrcode", "csrf", "xsrf"}
)

// PurposeOfURL reads the purpose of a request from the path of its URL and its
// method. Only literal text is read; a hole ends a segment.
func PurposeOfURL(method string, url credential.Shape) Purpose {
	segments := pathSegments(url)
	if len(segments) == 0 {
		return Other
	}
	n := len(segments)
	last := segments[n-1:]
	tail := strings.ToLower(strings.Join(segments[max(0, n-2):], "/"))
	switch {
	case hasWord(last, around):
		return Other
	case hasWord(segments[max(0, n-2):], logoutWords):
		return Logout
	case method == "DELETE":
		return Other // of a session or a refresh token
	case hasWord(segments, refreshWords) && namesTokens(segments) && !hasWord(segments, besides):
		return Refresh
	case method == "GET" || method == "HEAD":
		return Other // the page, or the question who is logged in
	case hasWord(last, loginWords) || isLoginParent(segments) || isAuthorize(segments):
		return Login
	case slices.Contains([]string{"oauth/token", "oauth2/token", "connect/token", "oauth/access_token"}, tail):
		return Exchange // RFC 6749 section 3.2
	case slices.Contains([]string{"auth", "token", "auth/token"}, tail) || strings.EqualFold(segments[n-1], "auth"):
		return Login
	}
	return Other
}

// loginWays are the last segments of paths below a login that log in, and
// authWays those below auth, where a password is changed too.
var (
	authWays  = []string{"google", "facebook", "github", "apple", "microsoft", "local", "social", "anonymous", "guest"}
	loginWays = append([]string{"password", "email", "account", "credentials", "json", "cellphone"}, authWays...)
)

// isAuthorize: /authorize and /user/authorize log in; a payment and a client of
// OAuth are authorized too, below what they are of.
func isAuthorize(segments []string) bool {
	n := len(segments)
	return strings.EqualFold(segments[n-1], "authorize") &&
		(n == 1 || hasWord(segments[n-2:n-1], accountWords) || strings.EqualFold(segments[n-2], "auth"))
}

// isLoginParent reports whether the path is a way of logging in: /login/password,
// /auth/google. Pages below a login (such as /login/{id}/options) are not.
func isLoginParent(segments []string) bool {
	n := len(segments)
	if n < 2 {
		return false
	}
	way := strings.ToLower(segments[n-1])
	return hasWord(segments[n-2:n-1], loginWords) && slices.Contains(loginWays, way) ||
		strings.EqualFold(segments[n-2], "auth") && slices.Contains(authWays, way)
}

// namesTokens reports whether a path that speaks of refreshing speaks of
// tokens: /auth/refresh, /token/refresh, /refresh-token, /refresh; not
// /feeds/refresh.
func namesTokens(segments []string) bool {
	n := len(segments)
	last := strings.ToLower(segments[n-1])
	switch {
	case n == 1, strings.Contains(last, "token"), last == "reissue":
		return hasWord(segments[n-1:], refreshWords) || strings.Contains(last, "token")
	}
	return hasWord(segments, tokenWords) || hasWord(segments, authWords) || hasWord(segments[n-2:n-1], accountWords)
}

// version matches the segments that only say which API it is.
var version = regexp.MustCompile(`^(?i:(api|rest)?[-_]?(v\d+(\.\d+)*)?)$`)

// pathOf returns the path of a URL without its query, each hole as a NUL.
func pathOf(url credential.Shape) string {
	var b strings.Builder
	for _, p := range url {
		if p.Hole != nil {
			b.WriteByte(0)
		} else {
			b.WriteString(p.Text)
		}
	}
	path, _, _ := strings.Cut(b.String(), "?")
	path, _, _ = strings.Cut(path, "#")
	if _, after, ok := strings.Cut(path, "://"); ok {
		if _, path, ok = strings.Cut(after, "/"); ok {
			path = "/" + path
		}
	}
	return path
}

// pathSegments returns the literal segments of a URL's path without its query;
// versions and "api" are left out.
func pathSegments(url credential.Shape) []string {
	var out []string
	for _, s := range strings.Split(strings.ReplaceAll(pathOf(url), "\x00", "/\x00/"), "/") {
		s = strings.TrimSuffix(s, ".json")
		if s != "\x00" && !version.MatchString(s) {
			out = append(out, s)
		}
	}
	return out
}

func hasWord(segments, words []string) bool {
	return slices.ContainsFunc(segments, func(s string) bool {
		parts := credential.Words(s)
		parts = append(parts, strings.Join(parts, ""))
		return slices.ContainsFunc(append(parts, pairs(parts)...), func(p string) bool { return slices.Contains(words, p) })
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
	begins := func(list []string) bool { return slices.Contains(list, first) || slices.Contains(list, lead) }
	has := func(list ...string) bool {
		return slices.ContainsFunc(words[1:], func(w string) bool { return slices.Contains(list, w) })
	}
	switch {
	case has(around...) && first != "exchange":
		return Other // loginHistory, refreshTokenStatus
	case begins(logoutWords):
		return Logout
	case first == "authenticate" && (has(tokenWords...) || has("request")):
		return Other // a server that checks what it is sent
	case begins(loginWords):
		return Login
	case first == "exchange" && (len(words) == 1 || has("code", "token", "tokens", "grant", "authorization")):
		return Exchange
	case lead == "refreshtoken" || lead == "refreshtokens":
		return Refresh
	case slices.Contains(refreshWords, first) && (has(tokenWords...) || has("auth", "access")):
		return Refresh
	}
	return Other
}
