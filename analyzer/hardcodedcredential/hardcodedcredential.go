// Package hardcodedcredential is the analyzer of hardcoded-credential.
package hardcodedcredential

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/hardcodedcredential"
)

// Analyzer is hardcoded-credential, for drivers of go/analysis.
var Analyzer = gopass.New(hardcodedcredential.Rule)
