// Package discardedheaders flags changed copies of immutable headers and
// requests that are thrown away.
package discardedheaders

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is discarded-headers.
var Rule = &rule.Rule{ID: "discarded-headers", Page: page, Run: run}

func run(p *rule.Pass) {
	declared := map[source.Span]bool{} // the keyword of a constant, edited once
	for _, d := range p.Facts.Discards {
		f := rule.Finding{
			At:      d.At,
			Message: fmt.Sprintf("`%s` leaves `%s` as it is and returns a changed copy, which is thrown away", d.Call, d.Object),
			Help:    fmt.Sprintf("%s is immutable: use what the call returns", d.Type),
		}
		switch {
		case d.Unsent:
			f.Message = fmt.Sprintf("`%s` is never sent, so `%s` goes out without its headers", d.Unused, d.Object)
			f.Help = fmt.Sprintf("send `%s` in place of `%s`", d.Unused, d.Object)
		case d.Unused != "":
			f.Message = fmt.Sprintf("`%s` is never used, so `%s` goes out without the change", d.Unused, d.Object)
			f.Help = fmt.Sprintf("hand on `%s` in place of `%s`", d.Unused, d.Object)
		case d.Mutable:
			f.Help = fmt.Sprintf("use what `%s` returns", d.Call)
		case d.InOther:
			f.Help = "make a request with the header: `clone({ setHeaders: … })`, and hand that on"
		}
		if len(d.Assign) > 0 {
			fix := rule.Fix{Message: "Assign the copy", Edits: d.Assign[:1]}
			for _, e := range d.Assign[1:] {
				if !declared[e.At] {
					declared[e.At] = true
					fix.Edits = append(fix.Edits[:len(fix.Edits):len(fix.Edits)], e)
				}
			}
			f.Fixes = []rule.Fix{fix}
		}
		p.Report(f)
	}
}
