// Package basicnotbase64 flags credentials of the Basic scheme that are not
// encoded, or encoded together with the scheme.
package basicnotbase64

import (
	_ "embed"
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is basic-not-base64.
var Rule = &rule.Rule{ID: "basic-not-base64", Page: page, Run: run}

// plainHosts document user and password as they are.
const plainHosts = "api.d-id.com"

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, w := range p.Facts.Headers {
		if !w.IsAuthorization() || strings.HasSuffix(w.Origin, "//"+plainHosts) {
			continue
		}
		for _, v := range w.Values {
			fault, ok := credential.PlainBasic(v)
			if !ok || seen[w.ValueAt] {
				continue
			}
			seen[w.ValueAt] = true
			f := rule.Finding{At: w.ValueAt, Message: fault.Message(), Help: fault.Help()}
			if len(w.Encode) > 0 && fault.Kind == credential.NotBase64 {
				f.Fixes = []rule.Fix{{Message: "Encode user and password", Edits: w.Encode}}
			}
			p.Report(f)
		}
	}
}
