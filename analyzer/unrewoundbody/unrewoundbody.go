// Package unrewoundbody is the analyzer of unrewound-body.
package unrewoundbody

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/unrewoundbody"
)

// Analyzer is unrewound-body, for drivers of go/analysis.
var Analyzer = gopass.New(unrewoundbody.Rule)
