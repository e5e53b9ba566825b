// Package uninterpolatedtoken flags a placeholder in an Authorization value that
// nothing fills in.
package uninterpolatedtoken

import (
	_ "embed"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is uninterpolated-token.
var Rule = &rule.Rule{ID: "uninterpolated-token", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, w := range p.Facts.Headers {
		if !w.IsAuthorization() || seen[w.ValueAt] {
			continue
		}
		for _, v := range w.Values {
			fault, ok := unfilled(p.Facts.Evidence.Declared.Schemes, w, v)
			if !ok {
				continue
			}
			seen[w.ValueAt] = true
			f := rule.Finding{At: w.ValueAt, Message: fault.Message(), Help: fault.Help()}
			if len(w.Fill) > 0 {
				title := "Put the variable into a template literal"
				if p.Facts.Language == authflow.Go {
					title = "Fill in the token"
				}
				f.Fixes = []rule.Fix{{Message: title, Edits: w.Fill}}
			}
			p.Report(f)
			break
		}
	}
}

// unfilled: a placeholder names a variable that is there, or a verb goes out
// with a request. Any other is filled in by code that was not seen.
func unfilled(schemes credential.Schemes, w *authflow.HeaderWrite, v credential.Shape) (credential.Fault, bool) {
	sent := w.Call.Valid() || w.Client != nil
	for _, fault := range credential.Placeholders(v) {
		if w.Configures && !sent {
			break // the tool that reads it does
		}
		if slices.Contains(w.InScope, fault.Name) {
			return fault, true
		}
	}
	fault, ok := schemes.Unformatted(v)
	return fault, ok && sent
}
