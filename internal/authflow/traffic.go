package authflow

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// Traffic is what goes through one client.
type Traffic struct {
	Client *Client
	// Bare are the requests that carry no credentials, neither a token nor, across
	// origins, a cookie, and are for more than getting some.
	Bare     []*Request
	Requests []*Request
}

// TrafficOf groups the requests by client, in the order of their places. A
// request inside a wrapper is one with those of the wrapper's callers.
func TrafficOf(requests []*Request) []*Traffic {
	return grouped(requests, func(r *Request) (*Client, bool) { return r.Client, r.Client != nil })
}

// TrafficTo groups the requests by the server that they go to, whichever client
// sends them. Where the origin of one is unknown, what its URL begins with stands
// for it: ${baseUrl}/orders. A client's relative URLs go to a server of its own.
func TrafficTo(requests []*Request) []*Traffic {
	type server struct {
		origin string
		client *Client
	}
	return grouped(requests, func(r *Request) (server, bool) {
		switch {
		case r.Origin == "/" && r.Client != nil && r.Client.At.Valid():
			return server{r.Origin, r.Client}, true
		case r.Origin != "":
			return server{r.Origin, nil}, true
		case len(r.URL) > 1 && r.URL[0].Hole != nil:
			return server{r.URL[0].Hole.Name, nil}, true
		}
		return server{}, false
	})
}

func grouped[K comparable](requests []*Request, key func(*Request) (K, bool)) []*Traffic {
	var out []*Traffic
	of := map[K]*Traffic{}
	for _, r := range requests {
		k, ok := key(r)
		if !ok {
			continue
		}
		t := of[k]
		if t == nil {
			t = &Traffic{Client: r.Client}
			of[k], out = t, append(out, t)
		}
		t.Requests = append(t.Requests, r)
		if r.Purpose == Other && r.Authorized != Yes && r.Credentials == No && r.CarriesToken != Yes {
			t.Bare = append(t.Bare, r)
		}
	}
	return out
}

// Calls returns the requests of a group as a reader of the code counts them: one
// of a wrapper is one with those of its callers, where there are any.
func (t *Traffic) Calls() []*Request {
	within := map[source.Span]bool{}
	for _, r := range t.Requests {
		if r.Sends.Valid() {
			within[r.Sends] = true
		}
	}
	seen := map[source.Span]bool{}
	var out []*Request
	for _, r := range t.Requests {
		if !within[r.At] && !seen[r.At] {
			seen[r.At] = true
			out = append(out, r)
		}
	}
	return out
}

// Endpoint names what a request asks for: its method and the path of its URL,
// in which every value that is not constant is alike. It is empty where nothing
// of the path is written out.
func (r *Request) Endpoint() string {
	if len(pathSegments(r.URL)) == 0 || r.Method == "" {
		return ""
	}
	var b strings.Builder
	for _, p := range r.URL {
		if p.Hole != nil {
			b.WriteString("{}")
			continue
		}
		text, _, query := strings.Cut(p.Text, "?")
		b.WriteString(text)
		if query {
			break
		}
	}
	path := strings.TrimRight(b.String(), "/")
	if rest, ok := strings.CutSuffix(path, "{}"); ok && !strings.HasSuffix(rest, "/") {
		path = rest // a query, mostly
	}
	return r.Method + " " + path
}

// public are words in the paths of what servers tell everybody.
var public = []string{"public", "info", "about", "meta", "features", "flags", "health", "healthz", "healthcheck", "ping", "status", "version", "config", "configuration", "setup", "init",
	"i18n", "locale", "locales", "lang", "language", "languages", "translations", "assets", "static", "uploads", "register", "registration", "signup",
	"forgot", "reset", "password", "recover", "recovery", "verify", "verification", "confirm", "confirmation", "activate", "activation", "resend",
	"captcha", "csrf", "xsrf", "otp", "oauth", "oauth2", "sso", "callback", "providers", "contact", "newsletter", "subscribe", "unsubscribe",
	"feedback", "manifest", "robots", "sitemap", "invite", "invitation", "shared", "share", "landing", "terms", "privacy", "available", "exists"}

// IsPublic reports whether the path of a request speaks of what needs no login:
// a health check, a registration, a translation, a file.
func (r *Request) IsPublic() bool {
	segments := pathSegments(r.URL)
	if r.Purpose != Other || len(segments) == 0 || hasWord(segments, public) || hasWord(segments, loginWords) {
		return true
	}
	text, _, _ := strings.Cut(r.URL.String(), "?")
	ext := filepath.Ext(text)
	return slices.Contains([]string{".json", ".html", ".txt", ".md", ".svg", ".png", ".jpg", ".xml", ".js", ".css", ".wasm", ".yaml", ".yml", ".csv", ".pdf"}, ext)
}

// personal are words in the paths of what belongs to whoever asks.
var personal = []string{"me", "my", "mine", "self", "whoami", "profile", "account", "current"}

// IsPersonal reports whether a request can hardly be meant for strangers: it asks
// for what is the caller's own, or it changes or deletes what there is.
func (r *Request) IsPersonal() bool {
	return slices.Contains([]string{"PUT", "PATCH", "DELETE"}, r.Method) || hasWord(pathSegments(r.URL), personal)
}

// sameHole reports whether two values are read from one place.
func sameHole(a, b *credential.Hole) bool {
	return a.Name == b.Name && a.Origin == b.Origin && a.Key == b.Key && a.Store == b.Store
}

// SameValue reports whether two shapes are one text around the same values.
func SameValue(a, b credential.Shape) bool {
	return slices.EqualFunc(a, b, func(p, q credential.Part) bool {
		if p.Hole == nil || q.Hole == nil {
			return p.Hole == q.Hole && p.Text == q.Text
		}
		return sameHole(p.Hole, q.Hole)
	})
}
