package authflow

import "github.com/authlint/authlint/internal/source"

// A LateWrite sets a header or credentials of a request at a time when that has
// no effect on it, or fails.
type LateWrite struct {
	At    source.Span
	What  string // how the code spells what is called or set: "xhr.setRequestHeader"
	Fault LateFault
	// Because is the place that comes too early or too late: open, send, or the
	// interceptor in which the configuration is merged already.
	Because source.Span
}

// LateFault is what is wrong with the time.
type LateFault uint8

const (
	BeforeOpen  LateFault = iota // XMLHttpRequest: it throws InvalidStateError
	AfterSend                    // the same, after the request has left
	Reopened                     // XMLHttpRequest: a later open drops it
	AfterMerged                  // the defaults of a client, changed while a request is under way
	AfterRead                    // the headers that a request was given, changed after it was sent
	NeverResent                  // the configuration of a request that failed, which is not sent again
	AfterSent                    // a request that was sent and is not sent again
	AfterAnswer                  // an answer whose headers have left
)
