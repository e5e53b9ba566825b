// Package missingcredentials is the analyzer of missing-credentials.
package missingcredentials

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/missingcredentials"
)

// Analyzer is missing-credentials, for drivers of go/analysis.
var Analyzer = gopass.New(missingcredentials.Rule)
