// Package authlint is the analyzer that reads what all rules judge, for drivers
// of go/analysis. It reports nothing; its flags say what a project's code does
// not show.
package authlint

import "github.com/authlint/authlint/internal/gohttp"

// Analyzer is the one that the analyzers of all rules require.
var Analyzer = gohttp.Analyzer
