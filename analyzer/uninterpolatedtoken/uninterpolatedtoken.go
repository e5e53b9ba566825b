// Package uninterpolatedtoken is the analyzer of uninterpolated-token.
package uninterpolatedtoken

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/uninterpolatedtoken"
)

// Analyzer is uninterpolated-token, for drivers of go/analysis.
var Analyzer = gopass.New(uninterpolatedtoken.Rule)
