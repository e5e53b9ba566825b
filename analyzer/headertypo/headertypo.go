// Package headertypo is the analyzer of header-typo.
package headertypo

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/headertypo"
)

// Analyzer is header-typo, for drivers of go/analysis.
var Analyzer = gopass.New(headertypo.Rule)
