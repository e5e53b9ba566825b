// Package refreshrace flags requests at the same time that each start a refresh
// of their own.
package refreshrace

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is refresh-race.
var Rule = &rule.Rule{ID: "refresh-race", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, s := range p.Facts.RefreshStarts {
		if s.Shared != authflow.No {
			continue // a flag, a promise or a lock, or code that was not seen
		}
		f := rule.Finding{
			Severity: rule.Warning,
			At:       s.At,
			Help:     "keep the promise of the refresh that is under way in a variable, and let all who come meanwhile wait for it",
		}
		if p.Facts.Language == authflow.Go {
			f.Help = "hold a mutex from the look at the token to the end of the refresh, or share it by golang.org/x/sync/singleflight"
		}
		when := "refused"
		if s.Stage == authflow.BeforeRequest {
			when = "sent"
		}
		switch {
		case s.Rotates.Valid():
			f.Message = fmt.Sprintf("requests that are %s at the same time each call `%s`; each refresh replaces the refresh token, so the others send one that is no longer valid", when, s.Call)
			f.Related = append(f.Related, rule.Related{At: s.Rotates, Message: "the refresh token is replaced here"})
		case s.LogsOut.Valid():
			f.Message = fmt.Sprintf("requests that are %s at the same time each call `%s`; one that fails ends the session, although another has just renewed it", when, s.Call)
		case p.Strict && s.SendsToken:
			f.Severity = rule.Advice
			f.Message = fmt.Sprintf("requests that are %s at the same time each call `%s`, where one refresh would do for all", when, s.Call)
		default:
			continue // it costs some requests, or a cookie that nobody sees
		}
		if s.LogsOut.Valid() {
			f.Related = append(f.Related, rule.Related{At: s.LogsOut, Message: "the session is given up here"})
		}
		if s.EntersAt.Valid() {
			f.Related = append(f.Related, rule.Related{At: s.EntersAt, Message: fmt.Sprintf("%s runs for each of them", s.Enters)})
		}
		if s.Beside.Valid() {
			f.Related = append(f.Related, rule.Related{At: s.Beside, Message: "this lock is not held while the token is refreshed"})
		}
		p.Report(f)
	}
}
