package missingbearer

import (
	"net/url"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
)

// rawHosts document a raw key or token as the whole value; Discord's tokens of
// users are sent raw, and its others take Bot or Bearer.
var rawHosts = []string{
	"api.linear.app", "api.clickup.com", "api.monday.com", "api.pexels.com", "api.assemblyai.com", "api.openrouteservice.org",
	"discord.com", "discordapp.com", "app.launchdarkly.com", "api.currentsapi.services", "api.fonnte.com",
}

// bearerHosts document that they want Bearer.
var bearerHosts = []string{
	"api.openai.com", "api.spotify.com", "graph.microsoft.com", "slack.com", "api.stripe.com", "api.twitter.com", "api.x.com",
	"api.dropboxapi.com", "api.sendgrid.com", "api.netlify.com", "api.github.com", "api.notion.com", "api.airtable.com",
	"api.digitalocean.com", "api.cloudflare.com", "api.heroku.com", "api.vercel.com",
}

func wantsBearer(host string) bool {
	return slices.Contains(bearerHosts, host) || strings.HasSuffix(host, ".googleapis.com")
}

// rawIsRight reports whether the project shows that the value needs no scheme
// in front, because it has one already or because the server takes it raw.
func rawIsRight(facts *authflow.Facts, w *authflow.HeaderWrite, token credential.Part) bool {
	e := facts.Evidence
	return slices.Contains(rawHosts, host(w)) || e.Declared.TakesRaw(host(w)) ||
		len(e.SchemeJoins) > 0 ||
		slices.ContainsFunc(e.ServerReads, func(r authflow.ServerRead) bool { return r.Scheme == authflow.SchemeIgnored }) ||
		storedWithScheme(facts, token)
}

// storedWithScheme reports whether the storage key that the token is read from
// is somewhere written with a value that has, or may have, its scheme.
func storedWithScheme(facts *authflow.Facts, token credential.Part) bool {
	if token.Hole == nil || token.Hole.Origin != credential.Storage {
		return false
	}
	for _, s := range facts.Storage {
		if s.Op != authflow.Write || s.Key != token.Hole.Key {
			continue
		}
		for _, v := range s.Value {
			if hole := v.Sole(); credential.HasScheme(v) || hole != nil && hole.Origin == credential.Header {
				return true
			}
		}
	}
	return false
}

// A want is what shows that a scheme is expected, and which.
type want struct {
	scheme string
	sure   bool
	places []rule.Related
}

func schemeWanted(facts *authflow.Facts, w *authflow.HeaderWrite) want {
	declared := &facts.Evidence.Declared
	if wantsBearer(host(w)) {
		return want{scheme: "Bearer", sure: true}
	}
	for _, s := range facts.Headers {
		if s == w || s.At == w.At || !strings.EqualFold(s.Name, w.Name) || !sameServer(s, w) {
			continue
		}
		if scheme := tokenScheme(s, declared.Schemes); scheme != "" {
			return want{scheme, true, []rule.Related{{At: s.At, Message: "the same API gets `" + scheme + "` here"}}}
		}
	}
	if ours(w) {
		for _, r := range facts.Evidence.ServerReads {
			if r.Scheme == authflow.SchemeDemanded {
				return want{declared.Scheme(), true, []rule.Related{{At: r.At, Message: "the server takes the scheme off here"}}}
			}
		}
	}
	return want{scheme: declared.Scheme()}
}

// sameServer: both headers go to one known origin, or through one client that
// was made for a server. What goes through a global client (axios itself) may
// go anywhere.
func sameServer(a, b *authflow.HeaderWrite) bool {
	if a.Origin != b.Origin {
		return false
	}
	return a.Origin != "" || a.Client != nil && a.Client == b.Client && a.Client.At.Valid()
}

// tokenScheme returns the scheme that a header is sent with, where it is Bearer
// or one of the project's own.
func tokenScheme(w *authflow.HeaderWrite, own credential.Schemes) string {
	for _, v := range w.Values {
		switch scheme := credential.SchemeOf(v); {
		case strings.EqualFold(scheme, "Bearer"):
			return "Bearer"
		case own.Has(scheme):
			return scheme
		}
	}
	return ""
}

// host returns the literal host that the header goes to, empty where unknown.
func host(w *authflow.HeaderWrite) string {
	u, err := url.Parse(w.Origin)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// ours reports whether the header may go to a server of this project: to no
// literal host, or to a local one.
func ours(w *authflow.HeaderWrite) bool {
	h := host(w)
	return h == "" || h == "localhost" || strings.HasPrefix(h, "127.")
}
