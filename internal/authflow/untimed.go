package authflow

import "github.com/authlint/authlint/internal/source"

// An UntimedToken is a token that could be refreshed but does not say when it
// expires, handed to what refreshes tokens that have expired.
type UntimedToken struct {
	At     source.Span // where it is made
	UsedAt source.Span // the call that takes it
	Call   string      // how the code spells that call
	// Only names what is filled in and means nothing to the library; empty where
	// nothing is.
	Only string
}
