package authflow

import "github.com/authlint/authlint/internal/source"

// A Handler is a function that a client runs on requests, answers or failures,
// where what it returns is what the next one, and at last the caller, gets.
type Handler struct {
	At      source.Span // its head
	Stage   Stage
	Library string // of the client: "axios", "HttpClient"
	Client  string // how the code calls the client
	Input   string // how the handler calls what it is given; empty if it does not
	// Exits are the ways in which it ends, in the order of its code; one that a
	// function which it calls ends in stands at that call.
	Exits []*Exit
	// Callers is what is done with the results of the client's requests, as far
	// as they were seen.
	Callers Callers
	// Mend are the edits that put a last return behind all that runs out of the
	// handler: of what it was given, or of a rejection.
	Mend []Edit
}

// An Exit is one way in which a handler ends.
type Exit struct {
	At    source.Span
	Gives Gives
	// Value is how the code spells what is handed on.
	Value string
	// Part leads from what the handler was given to what is handed on, where that
	// belongs to it: "response", "headers"; empty for the whole.
	Part string
	// Same: what is rejected or thrown is the very failure that came in.
	Same Truth
	// Cancelled: only a request that was cancelled ends so. Unloads: the page is
	// left before, so that nobody waits for what is handed on.
	Cancelled, Unloads bool
	// Unsent is a rejection before the exit that nobody gets, since it is neither
	// returned nor awaited.
	Unsent source.Span
	// Mend are the edits that hand on what should be.
	Mend []Edit
}

// Gives is what a handler hands on.
type Gives uint8

const (
	GivesUnknown   Gives = iota
	GivesNothing         // undefined
	GivesInput           // what it was given, a copy or a part of it; an error that it caught
	GivesAnswer          // the answer of a request that it sends
	GivesConstant        // false, null, a string or number
	GivesOther           // something that it makes
	GivesRejection       // it rejects or throws
	GivesNever           // a promise that never settles
	GivesEmpty           // an observable that completes without a value
)

// Callers says what is done with the results of a client's requests.
type Callers struct {
	// Seen are places that use a result and look at nothing before they do.
	Seen []source.Span
	// Look: somebody tests a result, or hands it to code that may.
	Look Truth
}
