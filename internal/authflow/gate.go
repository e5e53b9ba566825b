package authflow

import "github.com/authlint/authlint/internal/source"

// A Gate keeps the refresh of a token to one at a time: a flag or a promise that
// is set while one is under way, on which others wait or are turned away.
type Gate struct {
	At   source.Span // what closes it: isRefreshing = true
	Name string      // how the code calls it
	Form GateForm
	// Stays are the ways on which code ends and leaves it closed.
	Stays []GateExit
	// Waits is where others wait for the refresh; invalid where none do, or where
	// they wait for the promise that the gate is.
	Waits source.Span
	// Queue is what they wait in, a list of callbacks or a subject, and Forgotten
	// the ways on which code ends and tells nothing to those in it.
	Queue     string
	Forgotten []GateExit
}

// GateForm is what stands for a refresh that is under way.
type GateForm uint8

const (
	FlagGate GateForm = iota
	PromiseGate
	LockGate    // a mutex
	ChannelGate // closed when the refresh is done
)

// A GateExit is one way on which code ends.
type GateExit struct {
	At source.Span
	// Fails: the refresh, or something on the way to it, has failed.
	Fails bool
	// Call is the call whose failure ends it; empty where the code itself does.
	Call string
}

// A Pending is a promise that on some way is neither resolved nor rejected,
// made while a refused request is handled.
type Pending struct {
	At  source.Span // new Promise
	End GateExit    // the way
}
