// Package interceptornoreturn flags interceptors that return nothing.
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
		if h.Stage == authflow.RequestFailed || len(h.Empty) == 0 {
			continue // the request has failed before, and fails anyway
		}
		f := rule.Finding{At: h.At}
		when := ""
		if h.Returns {
			when = " on some path"
			f.Related = append(f.Related, rule.Related{At: h.Empty[0], Message: "this way nothing is returned"})
		}
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
		}
		p.Report(f)
	}
}
