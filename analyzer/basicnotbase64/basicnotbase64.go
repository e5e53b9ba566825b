// Package basicnotbase64 is the analyzer of basic-not-base64.
package basicnotbase64

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/basicnotbase64"
)

// Analyzer is basic-not-base64, for drivers of go/analysis.
var Analyzer = gopass.New(basicnotbase64.Rule)
