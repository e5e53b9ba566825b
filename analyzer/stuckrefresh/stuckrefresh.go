// Package stuckrefresh is the analyzer of stuck-refresh.
package stuckrefresh

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/stuckrefresh"
)

// Analyzer is stuck-refresh, for drivers of go/analysis.
var Analyzer = gopass.New(stuckrefresh.Rule)
