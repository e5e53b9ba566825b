// Package unreturnedrejection is the analyzer of the rule unreturned-rejection.
package unreturnedrejection

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/unreturnedrejection"
)

// Analyzer flags a handler that refuses a request and goes on.
var Analyzer = gopass.New(unreturnedrejection.Rule)
