// Package corswildcardcredentials is the analyzer of cors-wildcard-credentials.
package corswildcardcredentials

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/corswildcardcredentials"
)

// Analyzer is cors-wildcard-credentials, for drivers of go/analysis.
var Analyzer = gopass.New(corswildcardcredentials.Rule)
