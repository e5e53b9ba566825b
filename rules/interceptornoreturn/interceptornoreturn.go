// Package interceptornoreturn flags interceptors that return nothing, or
// something else than what the client goes on with.
package interceptornoreturn

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is interceptor-no-return.
var Rule = &rule.Rule{ID: "interceptor-no-return", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, h := range p.Facts.Handlers {
		switch {
		case h.Library == "HttpClient" && h.Stage == authflow.OnFailure:
			if empty := exits(h, isEmpty); len(empty) > 0 {
				noStream(p, h, empty[0], len(empty) < len(h.Exits))
			}
			continue
		case h.Library != "axios" || h.Stage == authflow.RequestFailed:
			continue // another contract; the request has failed before, and fails anyway
		}
		if empty := exits(h, isEmpty); len(empty) > 0 {
			nothing(p, h, empty[0], len(empty) < len(h.Exits))
		} else if h.Stage == authflow.BeforeRequest {
			for _, e := range exits(h, isNoConfig) {
				noConfig(p, h, e)
			}
		}
	}
}

func exits(h *authflow.Handler, is func(*authflow.Exit) bool) []*authflow.Exit {
	var out []*authflow.Exit
	for _, e := range h.Exits {
		if is(e) {
			out = append(out, e)
		}
	}
	return out
}

// isEmpty: nobody waits for the answer to a request that was cancelled, and a
// rejection that is lost is a mistake of its own, of swallowed-auth-error.
func isEmpty(e *authflow.Exit) bool {
	return e.Gives == authflow.GivesNothing && !e.Cancelled && !e.Unsent.Valid()
}

// isNoConfig: what is returned is surely no config.
func isNoConfig(e *authflow.Exit) bool {
	return e.Gives == authflow.GivesConstant || e.Gives == authflow.GivesAnswer || e.Gives == authflow.GivesInput && e.Part != ""
}

func nothing(p *rule.Pass, h *authflow.Handler, e *authflow.Exit, some bool) {
	f := rule.Finding{At: h.At}
	when := ""
	if some {
		when = " on some path"
		f.Related = append(f.Related, rule.Related{At: e.At, Message: "this way nothing is returned"})
	}
	title := "Return " + h.Input + " at the end"
	switch h.Stage {
	case authflow.BeforeRequest:
		f.Message = fmt.Sprintf("this request interceptor of `%s` returns nothing%s, so the request fails with a TypeError before it is sent", h.Client, when)
		f.Help = "return the config on every path"
	case authflow.OnAnswer:
		f.Message = fmt.Sprintf("this response interceptor of `%s` returns nothing%s, so the caller gets undefined in place of the response", h.Client, when)
		f.Help = "return the response on every path, or throw"
	default:
		f.Message = fmt.Sprintf("this error handler of `%s` returns nothing%s, so the failed request succeeds with undefined", h.Client, when)
		f.Help = "return Promise.reject(error), throw it, or return the answer of the request that is sent again"
		title = "Reject with " + h.Input + " at the end"
	}
	if len(h.Mend) > 0 {
		f.Fixes = []rule.Fix{{Message: title, Edits: h.Mend}}
	}
	p.Report(f)
}

// noStream: catchError goes on with what its function returns, which has to be a
// stream or a promise.
func noStream(p *rule.Pass, h *authflow.Handler, e *authflow.Exit, some bool) {
	f := rule.Finding{
		At:      h.At,
		Message: "this handler of `catchError` returns nothing, so whoever sent the request gets a TypeError of rxjs in place of its failure",
		Help:    "return throwError(() => error), or throw it",
	}
	if some {
		f.Message = "this handler of `catchError` returns nothing on some path, so whoever sent the request gets a TypeError of rxjs in place of its failure"
		f.Related = []rule.Related{{At: e.At, Message: "this way nothing is returned"}}
	}
	p.Report(f)
}

func noConfig(p *rule.Pass, h *authflow.Handler, e *authflow.Exit) {
	f := rule.Finding{At: e.At, Help: "return the config; to keep the request from being sent, throw"}
	switch e.Gives {
	case authflow.GivesAnswer:
		f.Message = fmt.Sprintf("this request interceptor of `%s` returns the answer of `%s`, which is no config, so the request fails with a TypeError", h.Client, e.Value)
	default:
		f.Message = fmt.Sprintf("this request interceptor of `%s` returns `%s`, which is no config, so the request fails with a TypeError", h.Client, e.Value)
	}
	p.Report(f)
}
