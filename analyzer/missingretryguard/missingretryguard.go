// Package missingretryguard is the analyzer of missing-retry-guard.
package missingretryguard

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/missingretryguard"
)

// Analyzer is missing-retry-guard, for drivers of go/analysis.
var Analyzer = gopass.New(missingretryguard.Rule)
