// Package swallowedautherror flags handlers that turn a failed request into a
// successful one.
package swallowedautherror

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is swallowed-auth-error.
var Rule = &rule.Rule{ID: "swallowed-auth-error", Page: page, Run: run}

const help = "return Promise.reject(error), or throw it"

func run(p *rule.Pass) {
	for _, h := range p.Facts.Handlers {
		switch {
		case h.Stage == authflow.RequestFailed:
			if p.Strict {
				requestArm(p, h)
			}
		case h.Library == "HttpClient":
			angular(p, h)
		default:
			unsent(p, h)
			if h.Stage == authflow.OnFailure {
				resolved(p, h)
			}
		}
	}
}

// unsent: Promise.reject(error) is a statement.
func unsent(p *rule.Pass, h *authflow.Handler) {
	seen := map[source.Span]bool{}
	for _, e := range h.Exits {
		if !e.Unsent.Valid() || e.Gives == authflow.GivesRejection || e.Gives == authflow.GivesUnknown || e.Gives == authflow.GivesAnswer || seen[e.Unsent] {
			continue
		}
		seen[e.Unsent] = true
		gets := "undefined"
		if e.Gives != authflow.GivesNothing {
			gets = "`" + e.Value + "`"
		}
		p.Report(rule.Finding{
			At: e.Unsent, Help: "return the rejection, or throw",
			Message: fmt.Sprintf("this rejection is not returned, so the failed request of `%s` succeeds with %s", h.Client, gets),
			Fixes:   []rule.Fix{{Message: "Return the rejection", Edits: e.Mend}},
		})
	}
}

// resolved: the error, or a part of it, is what the caller gets.
func resolved(p *rule.Pass, h *authflow.Handler) {
	for _, e := range h.Exits {
		if e.Cancelled || e.Unsent.Valid() || h.Callers.Look == authflow.Yes {
			continue
		}
		f := rule.Finding{At: e.At, Help: help}
		if len(e.Mend) > 0 {
			f.Fixes = []rule.Fix{{Message: "Reject with " + e.Value, Edits: e.Mend}}
		}
		switch {
		case e.Gives == authflow.GivesInput && e.Part == "":
			f.Message = fmt.Sprintf("this error handler of `%s` returns the error, so the failed request succeeds, and `data` of its result is undefined", h.Client)
		case e.Unloads || h.Callers.Look != authflow.No || len(h.Callers.Seen) == 0:
			continue // nobody is left to see it, or somebody may look
		case e.Gives == authflow.GivesInput && strings.HasPrefix(e.Part, "response"), e.Gives == authflow.GivesConstant:
			f.Message = fmt.Sprintf("this error handler of `%s` returns `%s`, so the failed request succeeds, and no caller looks whether it did", h.Client, e.Value)
			f.Related = []rule.Related{{At: h.Callers.Seen[0], Message: "this goes on as after a success"}}
			f.Fixes = nil
		default:
			continue
		}
		p.Report(f)
	}
}

// angular: HttpClient hands on nothing but responses, so what else comes out of
// an interceptor only ends the stream.
func angular(p *rule.Pass, h *authflow.Handler) {
	all := true
	for _, e := range h.Exits {
		all = all && (e.Gives == authflow.GivesEmpty || e.Gives == authflow.GivesInput || e.Gives == authflow.GivesConstant)
	}
	for _, e := range h.Exits {
		if e.Gives != authflow.GivesInput && !(all && (e.Gives == authflow.GivesEmpty || e.Gives == authflow.GivesConstant)) {
			continue // for one kind of failure it may be meant
		}
		p.Report(rule.Finding{
			At: e.At, Help: "return throwError(() => error)",
			Message: fmt.Sprintf("`%s` in place of the error ends the failed request with neither a value nor an error, and its subscribers learn nothing", e.Value),
		})
	}
}

// requestArm: the request fails all the same, with another error.
func requestArm(p *rule.Pass, h *authflow.Handler) {
	for _, e := range h.Exits {
		if e.Gives == authflow.GivesRejection || e.Gives == authflow.GivesUnknown {
			continue
		}
		f := rule.Finding{
			At: h.At, Severity: rule.Advice, Help: help,
			Message: fmt.Sprintf("this error handler of requests of `%s` does not reject, so the request fails with a TypeError that hides the cause", h.Client),
		}
		if e.Unsent.Valid() {
			f.At, f.Fixes = e.Unsent, []rule.Fix{{Message: "Return the rejection", Edits: e.Mend}}
		}
		p.Report(f)
		return
	}
}
