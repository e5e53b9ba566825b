// Package staletoken is the analyzer of stale-token.
package staletoken

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/staletoken"
)

// Analyzer is stale-token, for drivers of go/analysis.
var Analyzer = gopass.New(staletoken.Rule)
