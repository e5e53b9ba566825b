package authflow

import "github.com/authlint/authlint/internal/source"

// A DefaultCredential is an Authorization header that code puts among the
// defaults of a client while the program runs, after a login for example. It
// stays in memory until somebody takes it away, or the page is loaded anew.
type DefaultCredential struct {
	At   source.Span
	Name string // how the code spells the header: "api.defaults.headers.common.Authorization"
	// Dropped: some code of the project takes such a header away, or may.
	Dropped bool
}
