package authflow

import "github.com/authlint/authlint/internal/source"

// A ClientSetup puts Authorization on all that a client sends: an assignment to
// its defaults, or an interceptor.
type ClientSetup struct {
	At          source.Span // the write of the header
	Client      *Client
	Interceptor bool
	// Idle: no request goes through the client, and no code gets hold of it that
	// was not followed. What is set up then reaches nothing.
	Idle bool
	// Missed are requests without credentials through other clients of the library,
	// one for each, that the setup does not reach: neither defaults that are set
	// after a client was made nor interceptors are handed on to it. Empty where
	// one of them is given credentials in another way.
	Missed []*Request
	// Redirect are the edits that set up the client of the only Missed instead.
	Redirect []Edit
}

// A ReplacedDefault assigns a whole map of a client's default headers, so that
// those which stood there are gone.
type ReplacedDefault struct {
	At     source.Span // the assignment
	Map    string      // how the code spells the map: "api.defaults.headers.common"
	Client *Client
	// Merge are the edits that put the new headers beside the others.
	Merge []Edit
}

// A LoginOnly puts Authorization among the defaults of a client out of the answer
// to a login, and no other code gives the client credentials: what the page sends
// after it was loaded anew has none, though the token was kept.
type LoginOnly struct {
	At     source.Span // the assignment
	Client *Client
	Kept   *StorageAccess // the write by which the token outlives the page
	Missed *Request       // one that is sent without; nil where none was seen
}
