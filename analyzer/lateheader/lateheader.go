// Package lateheader is the analyzer of late-header.
package lateheader

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/lateheader"
)

// Analyzer is late-header, for drivers of go/analysis.
var Analyzer = gopass.New(lateheader.Rule)
