package unstoredtoken

import (
	"fmt"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// overwritten reports refresh tokens that are replaced by nothing, where the
// answer to the refresh may have none: its type or its server says so. That other
// code asks, or that it is a refresh of OAuth, are light signs.
func overwritten(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, o := range p.Facts.Overwrites {
		if o.Tested || o.MayLack == authflow.No || seen[o.At] {
			continue
		}
		f := rule.Finding{
			At:      o.At,
			Message: fmt.Sprintf("`%s` takes the place of the refresh token, also where the answer to the refresh has none; the next refresh then sends no token", o.Token),
			Help:    fmt.Sprintf("keep the old one where there is no new one: `%s ?? old`", o.Token),
		}
		switch asked := asks(p.Facts, o); {
		case o.MayLack == authflow.Yes:
			f.Related = []rule.Related{{At: o.OptionalAt, Message: "the type of the answer says that it may have none"}}
		case authflow.OmitsRefresh(o.Request.URL) != "":
			f.Message = fmt.Sprintf("`%s` takes the place of the refresh token, but %s answers a refresh without one; the next refresh then sends no token", o.Token, authflow.OmitsRefresh(o.Request.URL))
		case asked != nil && p.Strict:
			// Two calls through one wrapper pass for one endpoint.
			f.Severity = rule.Warning
			f.Related = []rule.Related{{At: asked.At, Message: "here the code provides for an answer that has none"}}
		case p.Strict && o.Request.Grant == "refresh_token":
			f.Severity = rule.Warning
		default:
			continue // a server of the project's own may send one every time
		}
		seen[o.At] = true
		p.Report(f)
	}
}

// asks returns a write of the answer to the same request that provides for an
// answer without a refresh token.
func asks(facts *authflow.Facts, o *authflow.Overwrite) *authflow.Overwrite {
	for _, other := range facts.Overwrites {
		if other.Tested && other.Request.Endpoint() != "" && other.Request.Endpoint() == o.Request.Endpoint() {
			return other
		}
	}
	return nil
}

// unheard reports tokens whose failure to be stored nobody hears of.
func unheard(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, a := range p.Facts.Storage {
		name := a.Token()
		if name == "" && slices.Contains(credential.Words(a.Key), "tokens") {
			name = a.Key
		}
		if !p.Strict || a.Op != authflow.Write || a.Test || !a.Unheard.Valid() || name == "" || seen[a.Unheard] {
			continue
		}
		seen[a.Unheard] = true
		p.Report(rule.Finding{
			Severity: rule.Warning,
			At:       a.Unheard,
			Message:  fmt.Sprintf("where `%s` cannot be stored, nobody hears of it: the login seems to work, and is gone with the next start", name),
			Help:     "tell the user, or let the login fail",
			Related:  []rule.Related{{At: a.At, Message: "it is stored here"}},
		})
	}
}
