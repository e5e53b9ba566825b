// Package unreturnedrejection flags a handler that refuses a request and goes
// on.
package unreturnedrejection

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is unreturned-rejection.
var Rule = &rule.Rule{ID: "unreturned-rejection", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, h := range p.Facts.ServerHandlers {
		for _, r := range h.Rejections {
			if f, ok := judge(h, r); ok && (p.Strict || r.Way != authflow.Overlooked) {
				if len(r.Mend) > 0 {
					f.Fixes = []rule.Fix{{Message: r.MendBy, Edits: r.Mend}}
				}
				p.Report(f)
			}
		}
	}
}

func judge(h *authflow.ServerHandler, r *authflow.Rejection) (rule.Finding, bool) {
	f := rule.Finding{At: r.At, Help: "return after the rejection"}
	guards := h.Authenticates && h.Middleware == authflow.Yes
	refuses := r.Status == 401 || r.Status == 403
	switch {
	case r.Way == authflow.Overlooked:
		overlooked(&f, r)
		return f, true
	case h.Middleware == authflow.Yes && r.Chain == authflow.Yes && (refuses || guards && r.Branch || r.Way == authflow.ThrownAway):
		chained(&f, h, r)
		return f, true
	case !refuses && !(guards && r.Status != 200):
		return f, false // an answer of another kind: bad input, a limit, an error
	case r.Way == authflow.Unsent && r.Sequel.Kind != authflow.SequelNext:
		return f, false // the answer may be sent later
	case r.Sequel.Kind == authflow.SequelNext && r.Sequel.Checked:
		f.Message = fmt.Sprintf("`%s` answers, but nothing stops the function: it goes on, and `%s` can run for the refused request", r.Call, r.Sequel.Call)
	case r.Sequel.Kind == authflow.SequelNext:
		f.Message = fmt.Sprintf("`%s` refuses the request, then `%s` lets it in: nothing stops the function in between", r.Call, r.Sequel.Call)
	case !refuses || r.Sequel.Kind != authflow.SequelWork && r.Sequel.Kind != authflow.SequelAnswer:
		return f, false // nothing follows, or it is not known what does
	case r.Way == authflow.Aborted:
		f.Severity = rule.Warning
		f.Message = fmt.Sprintf("`%s` stops the handlers that follow, but not this function: `%s` still runs for the refused request", r.Call, r.Sequel.Call)
	default:
		f.Message = fmt.Sprintf("`%s` refuses the request, but the function goes on with `%s` as if it were let in", r.Call, r.Sequel.Call)
	}
	lost(&f, r)
	if r.Callback {
		f.Help = fmt.Sprintf("call `%s` in the callback, where the request is let in", r.Sequel.Call)
	}
	f.Related = []rule.Related{{At: r.Sequel.At, Message: "this runs after it"}}
	return f, true
}

// chained words what lets the framework run the handlers that follow.
func chained(f *rule.Finding, h *authflow.ServerHandler, r *authflow.Rejection) {
	switch {
	case r.Way == authflow.ThrownAway:
		f.Message = fmt.Sprintf("what `%s` makes is not returned, so what this middleware guards runs all the same: the request gets in", r.Call)
		f.Help = "return it"
	case r.Way == authflow.Unsent:
		f.Message = fmt.Sprintf("`%s` sets a status and sends nothing, so the handlers after this hook run: the request gets in", r.Call)
		f.Help = "send the answer"
	case r.Way == authflow.Unthrown:
		f.Message = fmt.Sprintf("the guard returns what `%s` makes, which counts as true, so the handler runs: the request gets in", r.Call)
		f.Help = "throw it"
	case r.Way == authflow.CountsTrue:
		f.Message = fmt.Sprintf("`%s` answers, but what the guard returns counts as true, so the handler runs all the same: the request gets in", r.Call)
		f.Help = "throw an exception, or return false"
	default:
		f.Message = fmt.Sprintf("`%s` answers but does not abort, so the handlers after this middleware run all the same: the request gets in", r.Call)
		f.Help = "abort the chain: `c.AbortWithStatusJSON(…)`, or `c.Abort()` beside the answer"
	}
	if h.MiddlewareAt.Valid() && r.Way == authflow.Answered {
		f.Related = []rule.Related{{At: h.MiddlewareAt, Message: "other handlers run after it"}}
	}
}

// overlooked words a check that leads to nothing. It is for strict: no mistake of
// this shape was met in real code yet, one that was meant was.
func overlooked(f *rule.Finding, r *authflow.Rejection) {
	f.Help = "answer 401 and return"
	f.Message = fmt.Sprintf("nothing comes of `%s` here: the handlers after this middleware run, and the request gets in", r.Call)
	if r.Sequel.Kind == authflow.SequelNext {
		f.Message = fmt.Sprintf("nothing comes of `%s` here: `%s` lets the request in all the same", r.Call, r.Sequel.Call)
		f.Related = []rule.Related{{At: r.Sequel.At, Message: "this runs all the same"}}
	}
}

// lost words an answer or an error that is made and nobody takes.
func lost(f *rule.Finding, r *authflow.Rejection) {
	what, verb := "what `%s` makes is not returned", "return it"
	if r.Way == authflow.Unthrown {
		what, verb = "the error of `%s` is not thrown", "throw it"
	}
	if r.Way != authflow.ThrownAway && r.Way != authflow.Unthrown {
		return
	}
	f.Help = verb
	f.Message = fmt.Sprintf(what+", so the function goes on with `%s` and nothing is refused", r.Call, r.Sequel.Call)
	if r.Sequel.Kind == authflow.SequelNext {
		f.Message = fmt.Sprintf(what+", so `%s` lets the request in", r.Call, r.Sequel.Call)
	}
}
