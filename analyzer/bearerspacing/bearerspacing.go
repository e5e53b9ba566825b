// Package bearerspacing is the analyzer of bearer-spacing.
package bearerspacing

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/bearerspacing"
)

// Analyzer is bearer-spacing, for drivers of go/analysis.
var Analyzer = gopass.New(bearerspacing.Rule)
