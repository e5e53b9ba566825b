// Package corswildcardcredentials is the analyzer of the rule cors-wildcard-credentials.
package corswildcardcredentials

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/corswildcardcredentials"
)

// Analyzer is the Go half of cors-wildcard-credentials.
var Analyzer = gopass.New(corswildcardcredentials.Rule)
