// Package uncheckedexpiry flags the expiry of a token that is stored and never
// looked at, and tokens that are made without the one that is known.
package uncheckedexpiry

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is unchecked-expiry.
var Rule = &rule.Rule{ID: "unchecked-expiry", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, u := range p.Facts.UntimedTokens {
		f := rule.Finding{
			At:      u.At,
			Message: fmt.Sprintf("this token has a refresh token and no Expiry, so `%s` takes it for valid for ever and never refreshes it", u.Call),
			Help:    "keep the expiry with the token and set Expiry, or leave AccessToken empty, which refreshes at once",
			Related: []rule.Related{{At: u.UsedAt, Message: "it is handed over here"}},
		}
		if u.Only != "" {
			f.Message = fmt.Sprintf("this token has %s and no Expiry, which alone is looked at: `%s` takes it for valid for ever and never refreshes it", u.Only, u.Call)
		}
		p.Report(f)
	}
	if len(p.Facts.Evidence.TokenReads) == 0 {
		return // no token is used
	}
	seen := map[string]bool{}
	for _, k := range p.Facts.KeptExpiries {
		if k.Read != authflow.No || k.Handled != authflow.No || seen[k.Key] {
			continue // one key may be written at login and at refresh
		}
		seen[k.Key] = true
		p.Report(rule.Finding{
			At:      k.At,
			Message: fmt.Sprintf("`%s` is stored and nothing reads it, and nothing handles a 401, so the token is sent after it has expired", k.Key),
			Help:    "compare it with the clock before the token is sent, or handle a 401 where answers come in",
			Related: []rule.Related{{At: p.Facts.Evidence.TokenReads[0], Message: "the token is used here"}},
		})
	}
}
