package authflow

import "github.com/authlint/authlint/internal/source"

// A Registration puts an interceptor on a client that was made before, so that
// it stays there beside all that were put on it earlier.
type Registration struct {
	At     source.Span // the call that registers
	Stage  string      // "request" or "response"
	Client string      // how the code calls the client
	When   Moment
	// By is what makes the code run: a component, hook or function; empty where it
	// has no name. ByAt is its head, or the effect.
	By   string
	ByAt source.Span
	// Root: it runs at the mount of what is mounted once for the application.
	Root bool
	// Captured is the token of the surrounding function that the handler uses; empty
	// where it reads the token when it runs, or none.
	Captured string
	// Removed: the interceptor is taken away again, or may be by code that was not
	// followed.
	Removed Truth
	// Fault is why code that is to take it away does not, at FaultAt.
	Fault   RemovalFault
	FaultAt source.Span
}

// RemovalFault is why the removal of an interceptor removes nothing.
type RemovalFault uint8

const (
	NoFault     RemovalFault = iota
	NoID                     // it does not say which
	OtherStage               // it is asked of the other stage's interceptors
	OtherClient              // it is asked of another client
)

// Piles reports whether interceptors pile up on the client: the code runs again
// and again, and what it registered before stays.
func (r *Registration) Piles() bool {
	return r.Removed == No && (r.When == EachMount || r.When == EachRender || r.When == EachCall)
}
