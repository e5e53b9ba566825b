package authflow

import "github.com/authlint/authlint/internal/source"

// Moment says when code runs.
type Moment uint8

const (
	// Sometime: not known, or whenever somebody calls it.
	Sometime Moment = iota
	// AtLoad: once, when its module is loaded.
	AtLoad
	// AtStart: once for the application, when something is made that lives as
	// long as it does: a service.
	AtStart
	// EachMount: each time a component is put on the page, or one of the values
	// changes that an effect depends on.
	EachMount
	// EachRender: each time a component is rendered.
	EachRender
	// EachCall: each time something is done that happens again: a login, a
	// request.
	EachCall
)

// Once reports whether code runs a single time, before anybody does anything.
func (m Moment) Once() bool { return m == AtLoad || m == AtStart }

// A Snapshot is a token that is read once, when a module is loaded or a service
// made, and sent from then on, whoever logs in or out meanwhile.
type Snapshot struct {
	At    source.Span // the code that reads it
	Token string      // how the code spells what is read
	When  Moment
	// Keeper is what holds it: a client, a socket, a constant.
	Keeper KeeperKind
	// Holder is how the code calls the keeper; empty where it has no name.
	Holder string
	// SentAt is where the token is put into what is sent.
	SentAt source.Span
	// Renewed is a place that gives the keeper a token again: an assignment, an
	// interceptor. Invalid where none was seen.
	Renewed source.Span
}

// KeeperKind is what keeps a snapshot.
type KeeperKind uint8

const (
	KeptByConstant KeeperKind = iota
	KeptByClient              // its options or defaults
	KeptBySocket              // what it sends at each connection
	KeptBySource              // a source of tokens that never refreshes one
)
