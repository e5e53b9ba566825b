// Package promiseinheader flags a promise that nobody awaited in a header.
package promiseinheader

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is promise-in-header.
var Rule = &rule.Rule{ID: "promise-in-header", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, w := range p.Facts.Headers {
		for _, v := range w.Values {
			part, unawaited := credential.Unawaited(v)
			if !w.IsAuthorization() || !unawaited || seen[w.ValueAt] {
				continue
			}
			seen[w.ValueAt] = true
			sent := credential.Join(v[:1], credential.Text("[object Promise]", source.Span{}, false))
			if v[0].Hole != nil {
				sent = sent[1:]
			}
			f := rule.Finding{
				At:      w.ValueAt,
				Message: fmt.Sprintf("`%s` is a promise that nothing awaits, so `%s` is sent", part.Hole.Name, sent),
				Help:    "await it before the header is written",
			}
			if len(w.Await) > 0 {
				f.Fixes = []rule.Fix{{Message: "Await the promise", Edits: w.Await}}
			}
			p.Report(f)
		}
	}
}
