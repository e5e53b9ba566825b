// Package expiryunits is the analyzer of expiry-units.
package expiryunits

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/expiryunits"
)

// Analyzer is expiry-units, for drivers of go/analysis.
var Analyzer = gopass.New(expiryunits.Rule)
