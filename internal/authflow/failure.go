package authflow

import "github.com/authlint/authlint/internal/source"

// A ResponseRead reads something of the response of a request that failed. A
// request that got no answer at all (no network, a timeout, cancelled, refused by
// CORS) fails without one.
type ResponseRead struct {
	At source.Span
	// Text is how the code spells the read, Error how it calls the failure, or its
	// response where that is all that it names.
	Text, Error string
	// Owner is where that name is declared: reads of one failure have the same.
	Owner source.Span
	// Source is what can fail without an answer: the request, or the handler that
	// is run for all of a client's failures; invalid where the type alone says what
	// the failure is.
	Source source.Span
	// Exists: every way to the read has made sure that there is a response. Caught:
	// the code around it takes what the read throws.
	Exists, Caught Truth
	// Mend are the edits that read it only where there is a response; none where no
	// such spelling is known. Safe: in no case does the code around fare worse.
	Mend []Edit
	Safe bool
}
