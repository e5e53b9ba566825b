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

// what is said of each fault: the message about how the code spells the write,
// the way out, and what stands at the place that makes it late.
var said = map[authflow.LateFault]struct{ message, help, because string }{
	authflow.BeforeOpen: {
		"`%s` before open throws InvalidStateError, and the request is never sent",
		"call open first",
		"it is not opened yet here",
	},
	authflow.AfterSend: {
		"`%s` after send throws InvalidStateError: the request has left without it",
		"set it between open and send",
		"the request leaves here",
	},
	authflow.Reopened: {
		"`%s` is undone by a second open, so the header is not sent",
		"call open once, before the headers are set",
		"this open drops the headers",
	},
	authflow.AfterMerged: {
		"`%s` changes only later requests: the one under way has the old header, or none",
		"set the header on the configuration that the interceptor is given: `config.headers.Authorization`",
		"the configuration is merged before this interceptor runs",
	},
	authflow.AfterRead: {
		"`%s` comes after the request, which has read its headers and left without it",
		"set the header before the request is sent",
		"the request is sent here",
	},
	authflow.NeverResent: {
		"`%s` is set on a request that failed and is not sent again, so it stays failed",
		"return the request sent again: `return api(error.config)`",
		"this handler does not send it",
	},
	authflow.AfterSent: {
		"`%s` comes after the request was sent, which went out without it",
		"set it before the request is sent",
		"it is sent here",
	},
	authflow.AfterAnswer: {
		"`%s` comes after the answer was begun: its headers have left, and this one is dropped",
		"set headers and cookies before the first write",
		"the headers leave here",
	},
}

func run(p *rule.Pass) {
	for _, w := range p.Facts.LateWrites {
		s := said[w.Fault]
		p.Report(rule.Finding{
			At:      w.At,
			Message: fmt.Sprintf(s.message, w.What),
			Help:    s.help,
			Related: []rule.Related{{At: w.Because, Message: s.because}},
		})
	}
}
