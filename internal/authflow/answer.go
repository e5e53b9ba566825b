package authflow

import "github.com/authlint/authlint/internal/source"

// A TokenAnswer is the answer to a login, refresh or exchange, and what becomes
// of it.
type TokenAnswer struct {
	At      source.Span // the call that yields it
	Purpose Purpose
	Call    string // how the code spells the call
	// Request is the request that is answered; nil where a library sends it.
	Request *Request
	// Yields are the token fields that the answer is known to have, by its type
	// or by other code that reads them, and YieldsAt the place that says so.
	Yields   []string
	YieldsAt source.Span
	Fate     Fate
	// Kept are the token fields that the code takes from the answer.
	Kept []string
	// KeepsWhole: the whole answer is passed on, so that nothing is lost.
	KeepsWhole bool
}

// Fate is what becomes of an answer.
type Fate uint8

const (
	FateUnknown Fate = iota
	// Dropped: on no path is the answer, or anything of it, assigned, returned,
	// passed on or stored.
	Dropped
	// Ignored: the answer is looked at (its status, a message) but the token in
	// it is not.
	Ignored
	// Kept: the token goes somewhere.
	Kept
)
