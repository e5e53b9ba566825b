package authflow

import "github.com/authlint/authlint/internal/source"

// Stage says when a client runs a handler.
type Stage uint8

const (
	BeforeRequest Stage = iota
	RequestFailed       // another handler of the request failed before
	OnAnswer            // the server answered, and the library calls that a success
	OnFailure           // the answer is a refusal, or there is none
	OnPage              // a server is asked for a page or a part of one: no client runs it
	OnTimer             // a timer has run down: no client runs it
)

// A Reentry is a request that a handler sends on its own through the client
// whose handler it is: the handler then runs for that request as well.
type Reentry struct {
	At source.Span // the call, in the handler's own file where a helper sends it
	// Sends is the call that sends, where that is not At.
	Sends   source.Span
	Call    string // how the code spells the call that sends
	Purpose Purpose
	Stage   Stage
	// Enters names the handler, EntersAt is its head.
	Enters   string
	EntersAt source.Span
	// Comes: when this request is refused too (or, before a request: when it is
	// sent), the handler comes to At again. It is No where something tells this
	// request from others: its URL, a mark on it.
	Comes Truth
	// Waits is the place where the handler, run for this request, waits for the
	// answer to this very request: a queue, a shared promise. Invalid if it
	// does not.
	Waits source.Span
	// Held: the client holds back what is sent while the handler runs, this
	// request too, which the handler waits for. EntersAt is what makes it so.
	Held bool
}

// Ends reports whether nothing is known to be wrong with the request.
func (r *Reentry) Ends() bool { return r.Comes != Yes && !r.Waits.Valid() && !r.Held }
