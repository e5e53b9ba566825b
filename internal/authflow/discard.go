package authflow

import "github.com/authlint/authlint/internal/source"

// A Discard is a call that leaves its object as it is and returns a changed
// copy, which nobody takes.
type Discard struct {
	At      source.Span
	Object  string // how the code spells the object: "headers"
	Type    string // as its documentation calls it: "HttpHeaders"
	Call    string // how the code spells the function called: "headers.set"
	Unused  string // the variable that holds the copy and is never read; empty where none does
	Unsent  bool   // Unused is changed further, but handed on to nobody
	InOther bool   // the object is a read-only part of another: request.headers
	Mutable bool   // the object itself can be changed; only this call never does
	// Assign are the edits that assign the copy to the object.
	Assign []Edit
}
