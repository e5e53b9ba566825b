// Package unstoredtoken is the analyzer of unstored-token.
package unstoredtoken

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/unstoredtoken"
)

// Analyzer is unstored-token, for drivers of go/analysis.
var Analyzer = gopass.New(unstoredtoken.Rule)
