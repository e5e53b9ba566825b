// Package missingbearer flags a bare token where a scheme and a token belong.
package missingbearer

import (
	_ "embed"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is missing-bearer.
var Rule = &rule.Rule{ID: "missing-bearer", Page: page, Run: run}

// rawHosts document a raw key or token as the whole value; Discord's tokens of
// users are sent raw, and its others take Bot or Bearer.
var rawHosts = []string{
	"api.linear.app", "api.clickup.com", "api.monday.com", "api.pexels.com", "api.assemblyai.com", "api.openrouteservice.org",
	"discord.com", "discordapp.com",
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

func run(p *rule.Pass) {
	for _, w := range p.Facts.Headers {
		if !strings.EqualFold(w.Name, "Authorization") {
			continue
		}
		token, ok := bareToken(w)
		if !ok || rawIsRight(p.Facts, w, token) {
			continue
		}
		f := rule.Finding{
			Severity: rule.Warning,
			At:       w.ValueAt,
			Message:  fmt.Sprintf("%s is sent without a scheme; servers that expect Bearer answer 401", describe(token)),
			Help:     "write `Bearer`, one space, then the token (RFC 6750 section 2.1), or ignore this line where the server takes a raw token",
		}
		related, wanted := schemeWanted(p.Facts, w)
		if !wanted && isIDToken(token) && !p.Strict {
			continue // gateways take ID tokens raw: the authorizers of Amazon API Gateway
		}
		if wanted {
			f.Severity, f.Related = rule.Error, related
			f.Help = "write `Bearer`, one space, then the token (RFC 6750 section 2.1)"
		}
		if h := host(w); wantsBearer(h) {
			f.Message = fmt.Sprintf("%s is sent without a scheme; %s expects Bearer and answers 401", describe(token), h)
		}
		if len(w.PutScheme) > 0 {
			f.Fixes = []rule.Fix{{Message: "Put Bearer before the token", Edits: w.PutScheme}}
		}
		p.Report(f)
	}
}

// bareToken returns the part of the header's value that is a token and nothing
// else. A value that has a scheme on any path is none: `t.startsWith('Bearer ')
// ? t : 'Bearer ' + t`.
func bareToken(w *authflow.HeaderWrite) (token credential.Part, ok bool) {
	for _, v := range w.Values {
		if credential.HasScheme(v) {
			return token, false
		}
		if part, bare := credential.Bare(v); bare && isToken(part) {
			token, ok = part, true
		}
	}
	return token, ok
}

// isToken reports whether a part is clearly a token, by its origin or its name.
func isToken(p credential.Part) bool {
	h := p.Hole
	if h == nil {
		return credential.IsJWT(p.Text)
	}
	switch h.Origin {
	case credential.Header, credential.Call:
		return false // passed on, or made by code that was not seen
	}
	name := h.Key
	if name == "" {
		name = h.Name
	}
	return credential.IsCredentialName(name)
}

// isIDToken reports whether a token is named as the ID token of OpenID Connect.
func isIDToken(p credential.Part) bool {
	if p.Hole == nil {
		return false
	}
	words := credential.Words(p.Hole.Name + " " + p.Hole.Key)
	i := slices.Index(words, "id")
	return i >= 0 && i+1 < len(words) && words[i+1] == "token" || slices.Contains(words, "idtoken")
}

func describe(p credential.Part) string {
	if p.Hole == nil {
		return "the literal token"
	}
	return "`" + p.Hole.Name + "`"
}

// rawIsRight reports whether the project shows that the value needs no scheme
// in front, because it has one already or because the server takes it raw.
func rawIsRight(facts *authflow.Facts, w *authflow.HeaderWrite, token credential.Part) bool {
	e := facts.Evidence
	return slices.Contains(rawHosts, host(w)) ||
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

// schemeWanted returns the places that show that a scheme is expected.
func schemeWanted(facts *authflow.Facts, w *authflow.HeaderWrite) ([]rule.Related, bool) {
	if wantsBearer(host(w)) {
		return nil, true
	}
	for _, s := range facts.Headers {
		if s != w && s.At != w.At && strings.EqualFold(s.Name, w.Name) && sameServer(s, w) && sendsBearer(s) {
			return []rule.Related{{At: s.At, Message: "the same API gets `Bearer` here"}}, true
		}
	}
	if ours(w) {
		for _, r := range facts.Evidence.ServerReads {
			if r.Scheme == authflow.SchemeDemanded {
				return []rule.Related{{At: r.At, Message: "the server takes the scheme off here"}}, true
			}
		}
	}
	return nil, false
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

func sendsBearer(w *authflow.HeaderWrite) bool {
	return slices.ContainsFunc(w.Values, func(v credential.Shape) bool {
		return strings.EqualFold(credential.SchemeOf(v), "bearer")
	})
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
