// Package bearerspacing flags anything but one space between a scheme and its
// credentials, and blanks around the whole value.
package bearerspacing

import (
	_ "embed"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is bearer-spacing.
var Rule = &rule.Rule{ID: "bearer-spacing", Page: page, Run: run}

func run(p *rule.Pass) {
	type fault struct {
		at   source.Span
		kind credential.ProblemKind
	}
	seen := map[fault]bool{}
	for _, w := range p.Facts.Headers {
		if !strings.EqualFold(w.Name, "Authorization") && !strings.EqualFold(w.Name, "Proxy-Authorization") {
			continue
		}
		for _, v := range w.Values {
			for _, problem := range p.Facts.Evidence.Declared.Schemes.Spacing(v) {
				f := finding(w, problem)
				// One constant can be the scheme of many requests; it is one mistake.
				key := fault{problem.At, problem.Kind}
				if !key.at.Valid() {
					key.at = f.At
				}
				if !seen[key] {
					seen[key] = true
					p.Report(f)
				}
			}
		}
	}
}

func finding(w *authflow.HeaderWrite, problem credential.Problem) rule.Finding {
	f := rule.Finding{Severity: rule.Error, At: w.ValueAt, Message: problem.Message(), Help: problem.Help()}
	switch problem.Kind {
	case credential.LeadingBlank, credential.TrailingBlank:
		f.Severity = rule.Warning // HTTP/1 and most clients trim the ends
	}
	if problem.At.Valid() {
		f.Fixes = []rule.Fix{{
			Message: problem.FixTitle(),
			// A constant that other code uses too is not changed unasked: where that
			// code adds the space itself, it would have two.
			Safe:  w.ValueAt.Contains(problem.At),
			Edits: []authflow.Edit{{At: problem.At, Text: problem.Replacement}},
		}}
		if problem.At.Start < problem.At.End {
			f.At = problem.At
		}
	}
	return f
}
