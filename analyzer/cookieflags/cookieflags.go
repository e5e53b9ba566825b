// Package cookieflags is the analyzer of cookie-flags.
package cookieflags

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/cookieflags"
)

// Analyzer is cookie-flags, for drivers of go/analysis.
var Analyzer = gopass.New(cookieflags.Rule)
