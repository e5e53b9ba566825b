// Package discardedheaders is the analyzer of discarded-headers.
package discardedheaders

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/discardedheaders"
)

// Analyzer is discarded-headers, for drivers of go/analysis.
var Analyzer = gopass.New(discardedheaders.Rule)
