// Package timingunsafecompare is the analyzer of timing-unsafe-compare.
package timingunsafecompare

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/timingunsafecompare"
)

// Analyzer is timing-unsafe-compare, for drivers of go/analysis.
var Analyzer = gopass.New(timingunsafecompare.Rule)
