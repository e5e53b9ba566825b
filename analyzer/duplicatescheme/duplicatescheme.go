// Package duplicatescheme is the analyzer of duplicate-scheme.
package duplicatescheme

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/duplicatescheme"
)

// Analyzer is duplicate-scheme, for drivers of go/analysis.
var Analyzer = gopass.New(duplicatescheme.Rule)
