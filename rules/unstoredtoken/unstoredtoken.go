// Package unstoredtoken flags a login, refresh or exchange whose token goes
// nowhere.
package unstoredtoken

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is unstored-token.
var Rule = &rule.Rule{ID: "unstored-token", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, a := range p.Facts.Answers {
		switch a.Fate {
		case authflow.Dropped, authflow.Ignored:
			if related, ok := tokenExpected(p.Facts, a); ok {
				p.Report(rule.Finding{
					Severity: rule.Error,
					At:       a.At,
					Message:  fmt.Sprintf("the token that the %s `%s` answers with goes nowhere, so the requests after it are sent without it", a.Purpose, a.Call),
					Help:     "store the token, return the answer or pass it on",
					Related:  related,
				})
			}
		case authflow.Kept:
			if lost, ok := rotatedAway(a); ok {
				p.Report(rule.Finding{
					Severity: rule.Error,
					At:       a.At,
					Message:  fmt.Sprintf("the new `%s` of the %s is not kept; a server that rotates it refuses the old one next time", lost, a.Purpose),
					Help:     fmt.Sprintf("store `%s` next to the access token", lost),
					Related:  yields(a),
				})
			}
		}
	}
	overwritten(p)
	unheard(p)
}

// tokenExpected reports whether the dropped answer surely had a token: its type
// says so, or requests to the same server carry one and no cookie can hold the
// session.
func tokenExpected(facts *authflow.Facts, a *authflow.TokenAnswer) ([]rule.Related, bool) {
	e, byCookie := facts.Evidence, a.Request != nil && a.Request.Credentials == authflow.Yes
	if a.Purpose == authflow.Logout || a.Purpose == authflow.Other {
		return nil, false
	}
	if len(a.Yields) > 0 {
		return yields(a), !byCookie || len(e.TokenReads) > 0
	}
	if a.Request == nil || byCookie || len(e.SessionCookies) > 0 || hasSecondStep(facts, a.Request) {
		return nil, false
	}
	for _, h := range facts.Headers {
		if sendsToken(h) && sameServer(h, a.Request) {
			return []rule.Related{{At: h.At, Message: "requests to this server carry a token by this"}}, true
		}
	}
	return nil, false
}

// hasSecondStep reports whether the server asks for a code after the password:
// then the token comes with the answer to that.
func hasSecondStep(facts *authflow.Facts, login *authflow.Request) bool {
	if login.Purpose != authflow.Login {
		return false
	}
	return slices.ContainsFunc(facts.Requests, func(r *authflow.Request) bool {
		return r.Client == login.Client && r.Origin == login.Origin &&
			slices.ContainsFunc(r.URL, func(p credential.Part) bool { return isSecondStep(credential.Words(p.Text)) })
	})
}

// isSecondStep: /login/otp, /auth/verify-code; not /auth/verify-email.
func isSecondStep(words []string) bool {
	has := func(w ...string) bool {
		return slices.ContainsFunc(words, func(x string) bool { return slices.Contains(w, x) })
	}
	return has("otp", "totp", "2fa", "mfa", "tfa", "twofactor", "factor", "challenge") || has("verify") && has("code", "login")
}

// sendsToken reports whether a header carries a token that a login may have
// given: not one of the environment, and not a header that is passed on.
func sendsToken(h *authflow.HeaderWrite) bool {
	for _, v := range h.Values {
		if n := len(v); n > 0 && v[n-1].Hole != nil && v[n-1].Hole.Origin != credential.Env && v[n-1].Hole.Origin != credential.Header {
			return true
		}
	}
	return false
}

// sameServer reports whether a header goes where a request goes. fetch is the
// one client of all servers, so there only the origin tells.
func sameServer(h *authflow.HeaderWrite, r *authflow.Request) bool {
	if h.Origin != "" && h.Origin == r.Origin {
		return true
	}
	return h.Client != nil && h.Client == r.Client && h.Client.Library != "fetch" && (h.Origin == "" || r.Origin == "")
}

// rotatedAway returns the refresh token that a refresh answers with and that is
// not kept although the access token is.
func rotatedAway(a *authflow.TokenAnswer) (string, bool) {
	if a.Purpose != authflow.Refresh || a.KeepsWhole || slices.ContainsFunc(a.Kept, isRefresh) || !slices.ContainsFunc(a.Kept, isAccess) {
		return "", false
	}
	i := slices.IndexFunc(a.Yields, isRefresh)
	if i < 0 {
		return "", false
	}
	return a.Yields[i], true
}

func isRefresh(name string) bool { return credential.NameOf(name) == credential.NameRefresh }

func isAccess(name string) bool { return credential.NameOf(name) == credential.NameToken }

func yields(a *authflow.TokenAnswer) []rule.Related {
	if !a.YieldsAt.Valid() {
		return nil
	}
	return []rule.Related{{At: a.YieldsAt, Message: "the type of the answer has the token here"}}
}
