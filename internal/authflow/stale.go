package authflow

import "github.com/authlint/authlint/internal/source"

// A StaleResend is a request that is sent again after a 401 with the
// Authorization header of the first time, although its token was refreshed.
type StaleResend struct {
	At     source.Span // the call that sends it again
	Client string      // how the code calls the client that it is sent through
	// Written is what put the header on the request.
	Written source.Span
	How     Staleness
}

// Staleness is why the header stays.
type Staleness uint8

const (
	FromDefaults Staleness = iota // the defaults are merged into a request once
	WhenAbsent                    // an interceptor that fills the header only where there is none
	ElsewhereSet                  // an interceptor of the first client sets it, the second has none
	BuiltBefore                   // what is sent was made before the refresh
	SameRequest                   // it is put on the request before the first sending alone
	AddedAgain                    // each sending adds a value, and the old one stays first
)
