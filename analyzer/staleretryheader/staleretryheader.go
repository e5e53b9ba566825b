// Package staleretryheader is the analyzer of stale-retry-header.
package staleretryheader

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/staleretryheader"
)

// Analyzer is stale-retry-header, for drivers of go/analysis.
var Analyzer = gopass.New(staleretryheader.Rule)
