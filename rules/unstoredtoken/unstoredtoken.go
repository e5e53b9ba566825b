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
}

// tokenExpected reports whether the dropped answer surely had a token: its type
// or other code says so, or the project lives on stored tokens and this answer
// can bring none by a cookie.
func tokenExpected(facts *authflow.Facts, a *authflow.TokenAnswer) ([]rule.Related, bool) {
	if a.Purpose == authflow.Logout {
		return nil, false
	}
	if len(a.Yields) > 0 {
		return yields(a), true
	}
	e := facts.Evidence
	if a.Request == nil || a.Request.Credentials == authflow.Yes || len(e.TokenReads) == 0 || len(e.SessionCookies) > 0 {
		return nil, false
	}
	return []rule.Related{{At: e.TokenReads[0], Message: "the project reads the token here"}}, true
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
	return []rule.Related{{At: a.YieldsAt, Message: "the answer has the token by this"}}
}
