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
			if f, ok := judge(h, r); ok {
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
	case h.Middleware == authflow.Yes && r.Chain == authflow.Yes && (refuses || guards && r.Branch):
		f.Message = fmt.Sprintf("`%s` answers but does not abort, so the handlers after this middleware run all the same: the request gets in", r.Call)
		f.Help = "abort the chain: `c.AbortWithStatusJSON(…)`, or `c.Abort()` beside the answer"
		if h.MiddlewareAt.Valid() {
			f.Related = []rule.Related{{At: h.MiddlewareAt, Message: "other handlers run after it"}}
		}
		return f, true
	case !refuses && !(guards && r.Status != 200):
		return f, false // an answer of another kind: bad input, a limit, an error
	case r.Sequel.Kind == authflow.SequelNext && r.Sequel.Checked:
		f.Message = fmt.Sprintf("`%s` answers, but nothing stops the function: it goes on, and `%s` can run for the refused request", r.Call, r.Sequel.Call)
	case r.Sequel.Kind == authflow.SequelNext:
		f.Message = fmt.Sprintf("`%s` refuses the request, then `%s` lets it in: nothing stops the function in between", r.Call, r.Sequel.Call)
		if r.Way == authflow.ThrownAway {
			f.Message = fmt.Sprintf("what `%s` makes is not returned, so `%s` lets the request in", r.Call, r.Sequel.Call)
			f.Help = "return it"
		}
	case !refuses || r.Sequel.Kind != authflow.SequelWork && r.Sequel.Kind != authflow.SequelAnswer:
		return f, false // nothing follows, or it is not known what does
	case r.Way == authflow.Aborted:
		f.Severity = rule.Warning
		f.Message = fmt.Sprintf("`%s` stops the handlers that follow, but not this function: `%s` still runs for the refused request", r.Call, r.Sequel.Call)
	case r.Way == authflow.ThrownAway:
		f.Message = fmt.Sprintf("what `%s` makes is not returned, so the function goes on with `%s` and nothing is refused", r.Call, r.Sequel.Call)
		f.Help = "return it"
	default:
		f.Message = fmt.Sprintf("`%s` refuses the request, but the function goes on with `%s` as if it were let in", r.Call, r.Sequel.Call)
	}
	f.Related = []rule.Related{{At: r.Sequel.At, Message: "this runs after it"}}
	return f, true
}
