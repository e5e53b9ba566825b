// Package unverifiedjwt is the analyzer of unverified-jwt.
package unverifiedjwt

import (
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules/unverifiedjwt"
)

// Analyzer is unverified-jwt, for drivers of go/analysis.
var Analyzer = gopass.New(unverifiedjwt.Rule)
