// Package stuckrefresh flags a refresh whose failure leaves others waiting: the
// flag that keeps it to one at a time is not released, or a queue not settled.
package stuckrefresh

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is stuck-refresh.
var Rule = &rule.Rule{ID: "stuck-refresh", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, g := range p.Facts.Gates {
		switch {
		case len(g.Stays) > 0:
			f := closed(g)
			if p.Facts.Language == authflow.Go && g.Form == authflow.FlagGate {
				f.Help = fmt.Sprintf("reset `%s` in a deferred function, so that every way out releases it", g.Name)
			}
			p.Report(f)
		case len(g.Forgotten) > 0:
			f := forgotten(g)
			if p.Facts.Language == authflow.Go {
				f.Help = fmt.Sprintf("call %s.Broadcast() in a deferred function, so that every way out does", g.Queue)
			}
			p.Report(f)
		}
	}
	for _, x := range p.Facts.Pendings {
		p.Report(rule.Finding{
			At:      x.At,
			Message: fmt.Sprintf("this promise is neither resolved nor rejected %s, so who waits for it waits for ever", when(x.End)),
			Help:    "call reject on that way: what the function returns, or throws when it is async, goes nowhere",
			Related: []rule.Related{{At: x.End.At, Message: "it ends here"}},
		})
	}
}

// closed says on which way a gate stays closed, and what comes of it.
func closed(g *authflow.Gate) rule.Finding {
	end := worst(g.Stays)
	f := rule.Finding{At: g.At, Help: fmt.Sprintf("reset `%s` in a finally, so that every way out releases it", g.Name)}
	switch {
	case g.Form == authflow.LockGate:
		f.Message = fmt.Sprintf("`%s` stays locked %s, so every request after that waits for ever", g.Name, when(end))
		f.Help = fmt.Sprintf("defer %s.Unlock() right after the lock", g.Name)
	case g.Form == authflow.ChannelGate:
		f.Message = fmt.Sprintf("`%s` is not closed %s, so who waits for it waits for ever", g.Name, when(end))
		f.Help = fmt.Sprintf("close `%s` in a deferred function, so that every way out does", g.Name)
	case g.Form == authflow.PromiseGate:
		f.Message = fmt.Sprintf("`%s` is kept %s, so every later refusal gets this old refresh and none starts a new one", g.Name, when(end))
	case g.Waits.Valid():
		f.Message = fmt.Sprintf("`%s` stays set %s, so every request that is refused after that waits for ever", g.Name, when(end))
		f.Related = append(f.Related, rule.Related{At: g.Waits, Message: "they wait here"})
	default:
		f.Message = fmt.Sprintf("`%s` stays set %s, so no request after that is refreshed", g.Name, when(end))
	}
	f.Related = append(f.Related, rule.Related{At: end.At, Message: "this way leaves `" + g.Name + "` as it is"})
	return f
}

// forgotten says on which way those who wait hear nothing.
func forgotten(g *authflow.Gate) rule.Finding {
	end := worst(g.Forgotten)
	return rule.Finding{
		At:      g.Waits,
		Message: fmt.Sprintf("nothing is told to `%s` %s, so the requests that wait here wait for ever", g.Queue, when(end)),
		Help:    "settle everything that waits on every way on which the refresh ends: resolve it when that succeeds, reject it when it fails",
		Related: []rule.Related{{At: end.At, Message: "this way tells them nothing"}, {At: g.At, Message: "the refresh begins here"}},
	}
}

// worst is the exit to name: one after a failure, which the author did not see.
func worst(exits []authflow.GateExit) authflow.GateExit {
	for _, e := range exits {
		if e.Fails {
			return e
		}
	}
	return exits[0]
}

func when(e authflow.GateExit) string {
	switch {
	case e.Call != "":
		return fmt.Sprintf("when `%s` fails", e.Call)
	case e.Fails:
		return "when the refresh fails"
	}
	return "on the way that ends below"
}
