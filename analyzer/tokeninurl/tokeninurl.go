// Package tokeninurl is the analyzer of token-in-url.
package tokeninurl

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/tokeninurl"
)

// Analyzer is token-in-url, for drivers of go/analysis.
var Analyzer = gopass.New(tokeninurl.Rule)
