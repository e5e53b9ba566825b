// Package cleartextauth is the analyzer of cleartext-auth.
package cleartextauth

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/cleartextauth"
)

// Analyzer is cleartext-auth, for drivers of go/analysis.
var Analyzer = gopass.New(cleartextauth.Rule)
