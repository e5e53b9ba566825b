// Package unsafeheaderparse is the analyzer of unsafe-header-parse.
package unsafeheaderparse

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/unsafeheaderparse"
)

// Analyzer is unsafe-header-parse, for drivers of go/analysis.
var Analyzer = gopass.New(unsafeheaderparse.Rule)
