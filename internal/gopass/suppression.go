package gopass

import (
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/rules"
)

// Suppression returns the analyzer that reports misuse of authlint:ignore
// comments. It runs after the analyzers of all rules, so that it can tell which
// comments suppressed something.
func Suppression(all []*analysis.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:             suppress.RuleID,
		Doc:              "report authlint:ignore comments that do nothing\n\nA comment needs a rule that exists, a reason, and something to ignore.",
		URL:              "https://github.com/authlint/authlint#suppressing-a-finding",
		Requires:         append([]*analysis.Analyzer{Files}, all...),
		RunDespiteErrors: true,
		Run: func(pass *analysis.Pass) (any, error) {
			files := pass.ResultOf[Files].(FileSet)
			for _, name := range slices.Sorted(maps.Keys(files)) {
				file := files[name]
				if file.Generated || file.Test {
					continue // nothing is reported there, so nothing can be ignored
				}
				file.Suppress.Nearest = rules.Nearest
				file.Suppress.Ran = func(id string) bool {
					r, ok := rules.Lookup(id)
					return ok && slices.ContainsFunc(all, func(a *analysis.Analyzer) bool { return a.Name == r.Name() })
				}
				for _, f := range file.Suppress.Findings() {
					pass.Report(files.diagnostic(f))
				}
			}
			return nil, nil
		},
	}
}
