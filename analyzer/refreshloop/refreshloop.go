// Package refreshloop is the analyzer of refresh-loop.
package refreshloop

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/refreshloop"
)

// Analyzer is refresh-loop, for drivers of go/analysis.
var Analyzer = gopass.New(refreshloop.Rule)
