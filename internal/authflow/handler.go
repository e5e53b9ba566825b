package authflow

import "github.com/authlint/authlint/internal/source"

// A Handler is a function that a client runs on requests or answers, where what
// it returns is what the next one, and at last the caller, gets (axios).
type Handler struct {
	At     source.Span // its head
	Stage  Stage
	Client string // how the code calls the client
	// Empty are the places where it ends and returns nothing: a return without
	// a value, or the last code of a branch that runs out of the function.
	Empty []source.Span
	// Returns: on some other path it returns something, rejects or throws.
	Returns bool
}
