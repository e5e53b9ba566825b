package authflow

import "github.com/authlint/authlint/internal/source"

// A Repeat is a request, or the stream that is its body, that is sent a second
// time after the server refused it: as the same object, or as a copy that shares
// the body.
type Repeat struct {
	At      source.Span // the call that sends it again
	First   source.Span // the call that sent it; At itself where a loop comes back
	Trigger source.Span // the test for the refusal
	Object  string      // how the code spells what is sent: "req", "body"
	// Stream: the object is the body, not the request.
	Stream bool
	// Body: the request has one.
	Body Truth
	// Restored: between the sendings the body is put back or made anew, or the way
	// to the second one is only taken where there is none.
	Restored Truth
}
