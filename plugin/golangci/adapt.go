package golangci

import (
	"fmt"
	"go/token"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/authlint/authlint/internal/rule"
)

// adapt returns an analyzer that reports what a reports as golangci-lint is best
// told:
//
//   - golangci-lint makes an issue of every related place, also of the right
//     code that a wrong line is compared with. So such places are told in the
//     message.
//   - golangci-lint run --fix makes every fix that there is, unasked. So only
//     those are handed over that cannot make working code fail.
//
// Of the analyzers that a requires, those in adapted stand for the ones before.
func adapt(a *analysis.Analyzer, adapted map[*analysis.Analyzer]*analysis.Analyzer) *analysis.Analyzer {
	out := *a
	out.Requires = nil
	for _, r := range a.Requires {
		if better, ok := adapted[r]; ok {
			r = better
		}
		out.Requires = append(out.Requires, r)
	}
	out.Run = func(pass *analysis.Pass) (any, error) {
		var said []analysis.Diagnostic
		inner := *pass
		inner.Report = func(d analysis.Diagnostic) { said = append(said, d) }
		result, err := a.Run(&inner)
		findings, _ := result.([]rule.Finding)
		for i, d := range said {
			d.Message += related(pass.Fset, d)
			d.Related = nil
			if i >= len(findings) || !safe(findings[i]) {
				d.SuggestedFixes = nil
			}
			pass.Report(d)
		}
		return result, err
	}
	return &out
}

func safe(f rule.Finding) bool {
	for _, fix := range f.Fixes {
		if !fix.Safe {
			return false
		}
	}
	return true
}

// related returns " (payment.go:61: its refusal comes back here)".
func related(fset *token.FileSet, d analysis.Diagnostic) string {
	var places []string
	for _, r := range d.Related {
		at := fset.Position(r.Pos)
		places = append(places, fmt.Sprintf("%s:%d: %s", filepath.Base(at.Filename), at.Line, r.Message))
	}
	if len(places) == 0 {
		return ""
	}
	return " (" + strings.Join(places, "; ") + ")"
}
