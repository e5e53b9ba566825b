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
		switch {
		case s.Stage == authflow.OnTimer:
			timed(p, s)
		case s.Shared == authflow.No:
			alone(p, s)
		case s.Shared == authflow.Yes && s.TurnedAway.Valid():
			p.Report(rule.Finding{
				At: s.TurnedAway, Severity: rule.Warning, Help: share,
				Message: fmt.Sprintf("while `%s` is set other refused requests fail here, although the refresh that is under way would mend them", s.Flag),
				Related: []rule.Related{{At: s.At, Message: "the refresh that they could wait for"}},
			})
		}
	}
}

const share = "keep the promise of the refresh that is under way in a variable, and let all who come meanwhile wait for it"

// alone: nothing lets others wait for the refresh.
func alone(p *rule.Pass, s *authflow.RefreshStart) {
	f := rule.Finding{Severity: rule.Warning, At: s.At, Help: share}
	if p.Facts.Language == authflow.Go {
		f.Help = "hold a mutex from the look at the token to the end of the refresh, or share it by golang.org/x/sync/singleflight"
	}
	when := map[authflow.Stage]string{authflow.BeforeRequest: "sent", authflow.OnPage: "made for one page"}[s.Stage]
	if when == "" {
		when = "refused"
	}
	switch {
	case s.Rotates.Valid():
		f.Message = fmt.Sprintf("requests that are %s at the same time each call `%s`; each refresh replaces the refresh token, so the others send one that is no longer valid", when, s.Call)
		f.Related = append(f.Related, rule.Related{At: s.Rotates, Message: "the refresh token is replaced here"})
	case s.Stage == authflow.OnPage:
		return // each costs a request of the server's, which may keep the old token
	case s.LogsOut.Valid():
		f.Message = fmt.Sprintf("requests that are %s at the same time each call `%s`; one that fails ends the session, although another has just renewed it", when, s.Call)
	case p.Strict && s.SendsToken:
		f.Severity = rule.Advice
		f.Message = fmt.Sprintf("requests that are %s at the same time each call `%s`, where one refresh would do for all", when, s.Call)
	default:
		return // it costs some requests, or a cookie that nobody sees
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

// timed: a timer refreshes by the same request as a handler, under no lock or
// under another.
func timed(p *rule.Pass, t *authflow.RefreshStart) {
	if t.Handler == nil || !t.Rotates.Valid() {
		return // without a new refresh token both get what works
	}
	p.Report(rule.Finding{
		At: t.At, Severity: rule.Warning, Help: "let the timer call what the handler calls, behind the same promise or lock",
		Message: fmt.Sprintf("this timer refreshes beside %s, which does not wait for it; each refresh replaces the refresh token, so the later of two sends one that is no longer valid", t.Handler.Enters),
		Related: []rule.Related{{At: t.Rotates, Message: "the refresh token is replaced here"}, {At: t.Handler.At, Message: "the other refresh"}},
	})
}
