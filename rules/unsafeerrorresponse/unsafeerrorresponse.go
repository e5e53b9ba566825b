// Package unsafeerrorresponse flags reads of the response of a failed request
// that may have none.
package unsafeerrorresponse

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is unsafe-error-response.
var Rule = &rule.Rule{ID: "unsafe-error-response", Page: page, Run: run}

func run(p *rule.Pass) {
	reads := map[source.Span][]*authflow.ResponseRead{} // by failure: one mistake
	var order []source.Span
	for _, r := range p.Facts.ResponseReads {
		if r.Exists != authflow.No || r.Caught == authflow.Yes {
			continue
		}
		if reads[r.Owner] == nil {
			order = append(order, r.Owner)
		}
		reads[r.Owner] = append(reads[r.Owner], r)
	}
	for _, owner := range order {
		p.Report(finding(reads[owner]))
	}
}

func finding(reads []*authflow.ResponseRead) rule.Finding {
	first := reads[0]
	f := rule.Finding{
		At: first.At,
		Message: fmt.Sprintf("`%s` throws a TypeError where the request got no answer (no network, a timeout, CORS), which hides the cause",
			first.Text),
		Help: "read it with ?., or ask for the response before",
	}
	if first.Source.Valid() {
		f.Related = append(f.Related, rule.Related{At: first.Source, Message: "this can fail without a response"})
	}
	fix := rule.Fix{Message: "Read the response only where there is one", Safe: true}
	for _, r := range reads {
		if len(r.Mend) == 0 {
			return f // half a fix would still throw
		}
		fix.Edits = append(fix.Edits, r.Mend...)
		fix.Safe = fix.Safe && r.Safe
	}
	f.Fixes = []rule.Fix{fix}
	return f
}
