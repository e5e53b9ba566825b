// Package staleretryheader flags a request that is sent again after a refresh
// with the token that was refused.
package staleretryheader

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is stale-retry-header.
var Rule = &rule.Rule{ID: "stale-retry-header", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, s := range p.Facts.StaleResends {
		why, place := because(s.How)
		p.Report(rule.Finding{
			At:      s.At,
			Message: fmt.Sprintf("the request is sent again through `%s` with the Authorization header that was refused: %s, so it is refused again", s.Client, why),
			Help:    help(s.How),
			Related: []rule.Related{{At: s.Written, Message: place}},
		})
	}
}

func because(how authflow.Staleness) (why, place string) {
	switch how {
	case authflow.WhenAbsent:
		return "the request interceptor leaves a header that is there", "it is set only where there is none"
	case authflow.ElsewhereSet:
		return "no interceptor of this client sets a new one", "it was set for the first client"
	case authflow.SameRequest:
		return "it was put on the request before the refresh, and nothing sets it anew", "it is put on here"
	case authflow.BuiltBefore:
		return "it was made before the refresh, with the old token", "the header was made here"
	case authflow.AddedAgain:
		return "`Add` leaves the old value in front of the new one", "it is added here"
	}
	return "defaults are put on a request once and never replace what it has", "it comes from these defaults"
}

func help(how authflow.Staleness) string {
	switch how {
	case authflow.SameRequest, authflow.AddedAgain:
		return "call Header.Set with the new token on the request before it is sent again"
	}
	return "set the header of the request that is sent again to the new token, or let an interceptor set it on every request"
}
