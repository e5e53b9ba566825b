package authflow

import "github.com/authlint/authlint/internal/source"

// A RefreshStart is a place that asks for a new token in code that runs for
// every request: because that was refused, or before it is sent.
type RefreshStart struct {
	At   source.Span // the call that refreshes, in the handler's own file
	Call string      // how the code spells what it calls
	// Stage is BeforeRequest, when the refusal is handled, or one that is no
	// client's: OnPage or OnTimer.
	Stage Stage
	// Enters names the handler: "the response interceptor of `api`", "`request`".
	Enters   string
	EntersAt source.Span
	// Beside is a lock in the same code that is not held while the token is
	// refreshed; invalid where there is none.
	Beside source.Span
	// Shared: who comes here while a refresh is under way waits for that one. It
	// is No only where all the way to the request was seen.
	Shared Truth
	// Lock is the variable or field that sees to that, invalid where it is none
	// or was not found.
	Lock source.Span
	// Flag is how the code spells a flag that turns away who comes meanwhile, and
	// TurnedAway where their requests fail for it.
	Flag       string
	TurnedAway source.Span
	// Sends are the requests that the refresh comes to.
	Sends []source.Span
	// Handler is, for a timer, that which sends the same refresh behind a lock
	// which the timer does not take.
	Handler *RefreshStart
	// SendsToken: the program itself hands the refresh token over. Else a cookie
	// does, of which nobody sees whether it is replaced.
	SendsToken bool
	// Rotates is where the refresh token of the answer replaces the one that was
	// sent, LogsOut where the session is given up when the refresh fails. Either
	// is invalid where none was seen.
	Rotates, LogsOut source.Span
}
