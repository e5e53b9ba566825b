// Package corsmissingauthorization is the analyzer of cors-missing-authorization.
package corsmissingauthorization

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/corsmissingauthorization"
)

// Analyzer is cors-missing-authorization, for drivers of go/analysis.
var Analyzer = gopass.New(corsmissingauthorization.Rule)
