// Package uncheckedexpiry is the analyzer of unchecked-expiry.
package uncheckedexpiry

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/uncheckedexpiry"
)

// Analyzer is unchecked-expiry, for drivers of go/analysis.
var Analyzer = gopass.New(uncheckedexpiry.Rule)
