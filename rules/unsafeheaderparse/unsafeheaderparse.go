// Package unsafeheaderparse flags servers that take the Authorization header
// apart with no check that it has the parts.
package unsafeheaderparse

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is unsafe-header-parse.
var Rule = &rule.Rule{ID: "unsafe-header-parse", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, h := range p.Facts.HeaderParses {
		if !h.Middleware && h.Fault != authflow.EndsProcess && p.Facts.Evidence.LooksBefore(p.Facts.Language) {
			continue // the header may have been checked before this runs
		}
		f := rule.Finding{At: h.At}
		switch h.Fault {
		case authflow.PanicsShort:
			f.Message = fmt.Sprintf("`%s` panics where the Authorization header is shorter than expected, %s", h.Code, panicked(h.Framework))
			f.Help = "take the scheme off with strings.CutPrefix, and answer 401 where it is not there"
		case authflow.ThrowsMissing:
			f.Message = fmt.Sprintf("`%s` throws a TypeError for a request without the header, %s", h.Code, thrown(h))
			f.Help = "answer 401 where the header does not start with the scheme, before it is taken apart"
		case authflow.EndsProcess:
			f.Message = fmt.Sprintf("`%s` stops the whole server, so anyone can with a bad token", h.Code)
			f.Help = "answer 401 and return"
		case authflow.AnyScheme:
			if !p.Strict {
				continue // verification refuses what is no token
			}
			f.Severity = rule.Advice
			f.Message = fmt.Sprintf("`%s` takes what follows any scheme for the token", h.Code)
			f.Help = "test for the scheme, without regard to case"
		}
		p.Report(f)
	}
}

// panicked is what becomes of a panic.
func panicked(framework string) string {
	switch framework {
	case "fiber", "fasthttp":
		return "which ends the whole process unless something recovers"
	case "gin", "echo":
		return "so the answer is 500 where something recovers, and none otherwise"
	}
	return "so the client gets no answer instead of 401"
}

// thrown is what becomes of an error that is thrown.
func thrown(h *authflow.HeaderParse) string {
	if h.Async {
		return "and Express 4 does not catch it in an async function: the request hangs and the process may end"
	}
	return "so the answer is 500 instead of 401"
}
