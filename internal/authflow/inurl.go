package authflow

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// A QueryToken is a part of a URL that holds a token.
type QueryToken struct {
	At    source.Span
	Name  string // of the parameter; in a path, of the value
	Hole  *credential.Hole
	Place TokenPlace
}

// TokenPlace is where in a URL a token stands.
type TokenPlace uint8

const (
	InQuery TokenPlace = iota
	InPath
	InHandshake // in the query of socket.io's first request, beside which auth exists
)

// TokensIn lists what stands in the query and in the path of a URL's text by
// itself. more, which may be nil, is asked what a hole is that is a query as a
// whole.
func TokensIn(url credential.Shape, more func(credential.Part) []QueryToken) (out []QueryToken) {
	text := ""
	for i, p := range url {
		if p.Hole == nil {
			text += p.Text
			continue
		}
		at := strings.LastIndexAny(text, "?&")
		switch {
		case at >= 0 && strings.HasSuffix(text, "="):
			out = append(out, QueryToken{At: p.At, Name: text[at+1 : len(text)-1], Hole: p.Hole})
		case at >= 0 && at == len(text)-1 && more != nil:
			out = append(out, more(p)...)
		case at < 0 && isSegment(url, i, text):
			name := strings.TrimRight(p.Hole.Name, "!)(")
			name = name[strings.LastIndexAny(name, ".?]")+1:]
			if p.Hole.Origin == credential.Storage {
				name = p.Hole.Key
			}
			out = append(out, QueryToken{At: p.At, Name: name, Hole: p.Hole, Place: InPath})
		}
		text += "\x00"
	}
	return out
}

// isSegment: the hole is a segment of the path by itself, and not the name of a
// token that the request is about: /tokens/${token}.
func isSegment(u credential.Shape, i int, text string) bool {
	before, ok := strings.CutSuffix(text, "/")
	if !ok || i+1 < len(u) && (u[i+1].Hole != nil || strings.IndexAny(u[i+1].Text, "/?#") != 0) {
		return false
	}
	before = strings.ToLower(before[strings.LastIndexByte(before, '/')+1:])
	return before != "" && !strings.Contains(before, "token") && !strings.Contains(before, "jwt")
}

// IsCredential reports whether the part surely holds the credentials of a
// login. One that is only called token may hold anything, unless its value was
// stored as a token; one from a link is for one use.
func (q QueryToken) IsCredential() bool {
	h := q.Hole
	if h == nil || !credential.IsCredentialName(q.Name) || h.FromURL || fromLink(h.Name) {
		return false
	}
	if q.Place == InHandshake {
		return true // a handshake logs in
	}
	words := credential.Words(q.Name)
	if h.Origin == credential.Env || words[0] == "api" && h.Origin != credential.Storage {
		return false // the key of an application, which its API may want so
	}
	if q.Place == InPath && len(words) > 1 && !slices.Contains([]string{"access", "auth", "session", "bearer", "refresh", "jwt", "id"}, words[0]) {
		return false // shareToken: the path is what it opens
	}
	if len(words) > 1 || words[0] == "jwt" {
		return true
	}
	return h.Origin == credential.Storage && credential.IsCredentialName(h.Key)
}

// IsSession reports whether the value surely is that of the user who is logged
// in: it is kept in a storage or a store, or logs in a socket.
func (q QueryToken) IsSession() bool {
	return q.Place == InHandshake || q.Hole.Origin == credential.Storage || q.Hole.Origin == credential.Store
}

// SentBy returns the Authorization header of the same folder that sends the same
// member: the API takes it there.
func (q QueryToken) SentBy(headers []*HeaderWrite) (at source.Span, ok bool) {
	if q.Hole == nil || !strings.Contains(q.Hole.Name, ".") {
		return at, false // a name by itself is another's in the next function
	}
	for _, h := range headers {
		if !strings.EqualFold(h.Name, "Authorization") || filepath.Dir(h.At.File) != filepath.Dir(q.At.File) {
			continue
		}
		for _, v := range h.Values {
			for _, p := range v {
				if p.Hole != nil && p.Hole.Name == q.Hole.Name {
					return h.At, true
				}
			}
		}
	}
	return at, false
}

// fromLink: the value comes out of the page's own URL.
func fromLink(name string) bool {
	return slices.ContainsFunc(credential.Words(name), func(w string) bool {
		return slices.Contains([]string{"query", "params", "param", "route", "search", "location", "url", "match", "link"}, w)
	})
}

// oneTime are words in the paths of requests about a token, or with one for one
// use.
var oneTime = []string{"reset", "verify", "verification", "confirm", "confirmation", "activate", "activation", "invite", "invites", "invitation", "invitations",
	"unsubscribe", "magic", "revoke", "introspect", "introspection", "tokeninfo", "validate", "check", "share", "logout"}

// documented are hosts whose APIs take a token in the query by their own
// documentation.
var documented = []string{"facebook.com", "instagram.com", "threads.net", "mapbox.com", "telegram.org", "qq.com", "dingtalk.com", "themoviedb.org",
	"openweathermap.org", "googleapis.com", "google.com", "tiktok.com", "vk.com"}

// TakesTokenInURL reports whether a request is one whose API wants a token in
// its URL: about a token, of one use, or documented so.
func TakesTokenInURL(url credential.Shape) bool {
	if hasWord(pathSegments(url), oneTime) {
		return true
	}
	host := url.Prefix()
	return slices.ContainsFunc(documented, func(d string) bool { return strings.Contains(host, d+"/") || strings.HasSuffix(host, d) })
}

// A QueryRead is a server's reading of a token from the query of any request,
// where it would take one from the header too.
type QueryRead struct {
	At      source.Span
	Spelled string // how the code spells it: req.query.token
	Header  source.Span
}
