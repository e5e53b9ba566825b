// Package missingcredentials flags requests of a cookie session that leave the
// cookie behind.
package missingcredentials

import (
	_ "embed"
	"fmt"

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

func finding(r *authflow.Request, message, help string, related ...rule.Related) rule.Finding {
	f := rule.Finding{Severity: rule.Warning, At: r.At, Message: message, Help: help, Related: related}
	if r.AddCredentials != nil {
		f.Fixes = []rule.Fix{{Message: "Send credentials", Edits: []authflow.Edit{*r.AddCredentials}}}
	}
	return f
}
