// Package corsorder is the analyzer of cors-order.
package corsorder

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/corsorder"
)

// Analyzer is cors-order, for drivers of go/analysis.
var Analyzer = gopass.New(corsorder.Rule)
