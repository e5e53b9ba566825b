// Package missingbearer is the analyzer of missing-bearer.
package missingbearer

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/missingbearer"
)

// Analyzer is missing-bearer, for drivers of go/analysis.
var Analyzer = gopass.New(missingbearer.Rule)
