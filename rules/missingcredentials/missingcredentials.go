// Package missingcredentials flags requests of a cookie session that leave the
// cookie behind.
package missingcredentials

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is missing-credentials.
var Rule = &rule.Rule{ID: "missing-credentials", Page: page, Run: run}

func run(p *rule.Pass) {
	jarless(p)
	if p.Facts.Language == authflow.Go {
		return // no browser keeps cookies from a request there
	}
	seen := map[source.Span]bool{}
	for _, r := range p.Facts.Requests {
		if !r.Sends.Valid() && lacksCredentials(r) {
			seen[r.At] = true
			crossOrigin(p, r)
		}
	}
	// A wrapper's own request shows what it is for only with the URL that its
	// callers pass.
	for _, r := range p.Facts.Requests {
		if r.Sends.Valid() && lacksCredentials(r) && !seen[r.Sends] {
			seen[r.Sends] = true
			crossOrigin(p, r)
		}
	}
}

func lacksCredentials(r *authflow.Request) bool {
	return r.Credentials == authflow.No && r.CrossOrigin != authflow.No && r.Browser != authflow.No && usesSession(r)
}

// usesSession: the calls that set, renew or clear the cookie of a session are
// the ones that can be judged; of any other call nobody knows whether it needs
// the session. One that brings its own token does not.
func usesSession(r *authflow.Request) bool {
	switch r.Purpose {
	case authflow.Login:
		return true
	case authflow.Refresh:
		return r.CarriesToken == authflow.No
	case authflow.Logout:
		return r.CarriesToken != authflow.Yes
	}
	return false
}

// jarless reports logins whose cookie the client throws away although a later
// request needs it.
func jarless(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, r := range p.Facts.Requests {
		login := r.NeedsCookieOf
		if login == nil || login.Client == nil || login.Client.Credentials != authflow.No || seen[login.At] {
			continue
		}
		seen[login.At] = true
		f := finding(login,
			fmt.Sprintf("`%s` has no cookie jar, so the cookie of this login is thrown away and `%s` is sent without it", login.Client.Name, r.Call),
			"give the client a cookie jar (net/http/cookiejar)",
			rule.Related{At: r.At, Message: "this request depends on the login"})
		if len(login.Client.AddJar) > 0 {
			f.Fixes = []rule.Fix{{Message: "Give the client a cookie jar", Edits: login.Client.AddJar}}
		}
		p.Report(f)
	}
}

func crossOrigin(p *rule.Pass, r *authflow.Request) {
	help := "send credentials with this request: `withCredentials: true`"
	if r.Client != nil && r.Client.Library == "fetch" {
		help = "send credentials with this request: `credentials: 'include'`"
	}
	if sibling := credentialed(p.Facts, r); sibling != nil {
		p.Report(finding(r,
			fmt.Sprintf("this %s goes to another origin without credentials, so the session cookie is neither sent nor kept", r.Purpose),
			help,
			rule.Related{At: sibling.At, Message: "a request to the same server sends them here"}))
		return
	}
	e := p.Facts.Evidence
	switch {
	case r.CrossOrigin != authflow.Yes || !byCookieAlone(p.Facts, r):
		// The same origin perhaps, or a session of tokens.
	case len(e.SessionCookies) > 0 && len(e.CredentialedCORS) > 0:
		p.Report(finding(r,
			fmt.Sprintf("this %s goes to another origin without credentials, so the browser drops the session cookie that the server sets", r.Purpose),
			help,
			rule.Related{At: e.SessionCookies[0], Message: "the server sets the cookie here"},
			rule.Related{At: e.CredentialedCORS[0], Message: "and allows credentials across origins here"}))
	case p.Strict:
		p.Report(finding(r,
			fmt.Sprintf("this %s goes to another origin without credentials; a session cookie would be neither sent nor kept", r.Purpose),
			help))
	}
}

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

func finding(r *authflow.Request, message, help string, related ...rule.Related) rule.Finding {
	f := rule.Finding{Severity: rule.Warning, At: r.At, Message: message, Help: help, Related: related}
	if r.AddCredentials != nil {
		f.Fixes = []rule.Fix{{Message: "Send credentials", Edits: []authflow.Edit{*r.AddCredentials}}}
	}
	return f
}
