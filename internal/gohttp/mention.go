package gohttp

import "github.com/authlint/authlint/internal/words"

// A Mention is a set of things that files speak of, by their bytes alone. The
// mentions of a package are those of all its files; it is the test that comes
// before anything is parsed.
type Mention uint16

const (
	speaksHeader Mention = 1 << iota // the header, or what sets it
	speaksHTTP                       // sends requests
	speaksStatus                     // the statuses of a refusal
	speaksLogin                      // functions or paths that log in or refresh
	speaksOAuth
	speaksServer  // cookies and CORS
	speaksToUs    // a suppression
	setsHeaders   // any header
	answers       // functions that answer requests
	refuses       // the statuses of a refusal, as an answer
	sendsMetadata // of a call of gRPC
	readsTokens   // verifies a JWT
	decodesTokens // without verifying it
	holdsRequests // has requests in hand, which it may send
	callsLogin    // of another package, or on a value
)

var mentionWords = []struct {
	m     Mention
	words []string
}{
	{speaksHeader, []string{"\"Authorization\"", "\"authorization\"", "-Authorization\"", "-authorization\"", "Authorization`", "HeaderAuthorization", "SetAuthToken", "AuthorizationHeader", "BearerAuthToken(", "ProviderBearerToken(", "WithAuthToken(", "BasicAuth(\"",
		"\"Authorisation\"", "\"Authorization:\"", "\"Authentication\"", ".Authorization,", "\"Bearer"}},
	{speaksHTTP, []string{"http.Client", "http.DefaultClient", "http.Get", "http.Post", "http.NewRequest", "RoundTrip", "resty", "imroc/req", ".Do("}},
	{holdsRequests, []string{"*http.Request"}},
	{speaksStatus, []string{"StatusUnauthorized", "Unauthorized", "401", "419", "498"}},
	{speaksLogin, loginStems},
	{speaksOAuth, []string{"x/oauth2\""}},
	{speaksServer, []string{"SetCookie(", "AllowCredentials", "llow-Credentials", "llow-Headers\"", "/cors\"", "CORSWithConfig", "handlers.CORS(", ".ClearCookie(", "NewCookieStore(", "cookie.NewStore(", "iber.Cookie{"}},
	{speaksToUs, []string{"authlint:"}},
	{answers, []string{"gin.Context", "http.ResponseWriter", "echo.Context", "fiber.Ctx", "RequestCtx"}},
	{refuses, []string{"StatusUnauthorized", "StatusForbidden", ".Abort", "(401", "(403", " 401)", " 403)", "ErrUnauthorized", "ErrForbidden"}},
	{sendsMetadata, []string{"ToOutgoingContext(", "NewOutgoingContext(", "WithPerRPCCredentials("}},
	{readsTokens, []string{"jwt.Parse(", "ParseWithClaims("}},
	{decodesTokens, []string{"ParseUnverified(", "ParseInsecure(", "UnsafeClaimsWithoutVerification("}},
	{setsHeaders, []string{".Set(", ".Add(", "SetHeader", "Header{", "SetAuthToken", "\"] = ", "map[string]string{"}},
}

var mentionFinder = func() *words.Finder {
	groups := make([][]string, len(mentionWords))
	for i, g := range mentionWords {
		groups[i] = g.words
	}
	return words.New(groups...)
}()

// Mentions returns what a file speaks of.
func Mentions(src []byte) Mention {
	var m Mention
	found := mentionFinder.Groups(src)
	for i, g := range mentionWords {
		if found&(1<<i) != 0 {
			m |= g.m
		}
	}
	if m.has(speaksLogin) {
		m = m&^speaksLogin | logins(src)
	}
	return m
}

func (m Mention) has(all Mention) bool { return m&all == all }

func (m Mention) hasOneOf(any Mention) bool { return m&any != 0 }

// Matters reports whether a package with these mentions could have a finding or
// be evidence.
func (m Mention) Matters() bool {
	return m.has(speaksHeader) || m.hasOneOf(speaksHTTP|holdsRequests) && m.has(speaksStatus) || m.has(speaksHTTP|speaksLogin) || m.has(speaksOAuth) ||
		m.has(speaksServer) || m.has(answers|refuses) || m.has(sendsMetadata) || m.has(readsTokens) || m.has(decodesTokens) || m.has(speaksToUs)
}

// Through reports whether files with these mentions could set a header, obtain
// a token or believe one through a package with the mentions of helper, which
// they import.
func (m Mention) Through(helper Mention) bool {
	return helper.hasOneOf(speaksHTTP|holdsRequests) && helper.has(speaksHeader|setsHeaders) || helper.has(decodesTokens) ||
		(helper.has(speaksHTTP|speaksLogin) || helper.has(speaksOAuth)) &&
			m.hasOneOf(callsLogin|speaksOAuth)
}
