package authflow

import "github.com/authlint/authlint/internal/source"

// A HeaderRead looks up the Authorization header of a request under a spelling
// that the platform does not keep it by, so that it never finds anything.
type HeaderRead struct {
	At      source.Span
	Spelled string // how the code spells the look-up: req.headers.Authorization
	KeyAt   source.Span
	// Key is the spelling under which it is kept: lower case in Node, canonical in
	// Go.
	Key string
}

// A NameRead is a server's reading of a header.
type NameRead struct {
	At   source.Span
	Name string
}
