// Package refreshrace is the analyzer of refresh-race.
package refreshrace

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/refreshrace"
)

// Analyzer is refresh-race, for drivers of go/analysis.
var Analyzer = gopass.New(refreshrace.Rule)
