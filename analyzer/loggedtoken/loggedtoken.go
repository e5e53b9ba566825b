// Package loggedtoken is the analyzer of logged-token.
package loggedtoken

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/loggedtoken"
)

// Analyzer is logged-token, for drivers of go/analysis.
var Analyzer = gopass.New(loggedtoken.Rule)
