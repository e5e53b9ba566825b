// Package lateheader flags credentials that are set when it is too late, or too
// early, for their request.
package lateheader

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is late-header.
var Rule = &rule.Rule{ID: "late-header", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, w := range p.Facts.LateWrites {
		f := rule.Finding{At: w.At}
		because := ""
		switch w.Fault {
		case authflow.BeforeOpen:
			f.Message = fmt.Sprintf("`%s` before open throws InvalidStateError, and the request is never sent", w.What)
			f.Help, because = "call open first", "it is not opened yet here"
		case authflow.AfterSend:
			f.Message = fmt.Sprintf("`%s` after send throws InvalidStateError: the request has left without it", w.What)
			f.Help, because = "set it between open and send", "the request leaves here"
		case authflow.Reopened:
			f.Message = fmt.Sprintf("`%s` is undone by a second open, so the header is not sent", w.What)
			f.Help, because = "call open once, before the headers are set", "this open drops the headers"
		case authflow.AfterMerged:
			f.Message = fmt.Sprintf("`%s` changes only later requests: the one under way has the old header, or none", w.What)
			f.Help, because = "set the header on the configuration that the interceptor is given: `config.headers.Authorization`", "the configuration is merged before this interceptor runs"
		case authflow.AfterRead:
			f.Message = fmt.Sprintf("`%s` comes after the request, which has read its headers and left without it", w.What)
			f.Help, because = "set the header before the request is sent", "the request is sent here"
		case authflow.NeverResent:
			f.Message = fmt.Sprintf("`%s` is set on a request that failed and is not sent again, so it stays failed", w.What)
			f.Help, because = "return the request sent again: `return api(error.config)`", "this handler does not send it"
		case authflow.AfterSent:
			f.Message = fmt.Sprintf("`%s` comes after the request was sent, which went out without it", w.What)
			f.Help, because = "set it before the request is sent", "it is sent here"
		case authflow.AfterAnswer:
			f.Message = fmt.Sprintf("`%s` comes after the answer was begun: its headers have left, and this one is dropped", w.What)
			f.Help, because = "set headers and cookies before the first write", "the headers leave here"
		}
		f.Related = []rule.Related{{At: w.Because, Message: because}}
		p.Report(f)
	}
}
