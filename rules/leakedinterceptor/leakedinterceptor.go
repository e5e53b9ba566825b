// Package leakedinterceptor flags interceptors that are registered again and
// again and never taken away.
package leakedinterceptor

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is leaked-interceptor.
var Rule = &rule.Rule{ID: "leaked-interceptor", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, r := range p.Facts.Registrations {
		if !r.Piles() || r.Root && !p.Strict {
			continue // what is mounted once registers once, except in development
		}
		f := rule.Finding{
			At:      r.At,
			Message: fmt.Sprintf("%s registers this %s interceptor on `%s` once more, and %s; %s", occasion(r), r.Stage, r.Client, stays(r), harm(r)),
			Help:    help(r),
		}
		if r.Captured != "" && r.When == authflow.EachCall && r.Stage == "request" {
			f.Severity = rule.Error
		}
		if r.FaultAt.Valid() {
			f.Related = append(f.Related, rule.Related{At: r.FaultAt, Message: "this takes nothing away"})
		}
		if r.ByAt.Valid() && !r.ByAt.Contains(r.At) {
			f.Related = append(f.Related, rule.Related{At: r.ByAt, Message: "this runs it again"})
		}
		p.Report(f)
	}
}

// occasion names what makes the code run again.
func occasion(r *authflow.Registration) string {
	if r.By == "" {
		return map[authflow.Moment]string{
			authflow.EachMount: "each run of this effect", authflow.EachRender: "each render", authflow.EachCall: "each call",
		}[r.When]
	}
	return map[authflow.Moment]string{
		authflow.EachMount: "each mount of", authflow.EachRender: "each render of", authflow.EachCall: "each call of",
	}[r.When] + " `" + r.By + "`"
}

// stays says why the interceptors of before are still there.
func stays(r *authflow.Registration) string {
	switch r.Fault {
	case authflow.NoID:
		return "`eject` is not told which to take away, so it takes none"
	case authflow.OtherStage:
		return "`eject` is asked of the other stage's interceptors, where this one is not"
	case authflow.OtherClient:
		return "`eject` is asked of another client, where it is not"
	}
	return "none is ever taken away"
}

func harm(r *authflow.Registration) string {
	if r.Captured != "" && r.Stage == "request" {
		return fmt.Sprintf("the one registered first runs last, so every request is sent with the first `%s`", r.Captured)
	}
	return "all of them run for every " + r.Stage
}

func help(r *authflow.Registration) string {
	switch {
	case r.Fault != authflow.NoFault:
		return fmt.Sprintf("keep what `use` returns and give it to `%s.interceptors.%s.eject`", r.Client, r.Stage)
	case r.Captured != "":
		return fmt.Sprintf("register it once, where `%s` is made, and read the token in the handler", r.Client)
	case r.When == authflow.EachMount:
		return fmt.Sprintf("take it away when the component goes: keep what `use` returns, and give it to `%s.interceptors.%s.eject` in the clean-up", r.Client, r.Stage)
	}
	return fmt.Sprintf("register it once, where `%s` is made, or in an effect whose clean-up ejects it", r.Client)
}
