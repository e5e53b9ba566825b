package authflow

import (
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// A Connection is opened once for the calls to come: that of gRPC, or a
// WebSocket's.
type Connection struct {
	At   source.Span // the call that opens it
	Call string      // how the code spells the function called: "grpc.NewClient"
	// Targets are all that it can lead to, a host and port with or without a
	// scheme; TargetAt is where the call names it.
	Targets  []credential.Shape
	TargetAt source.Span
	// Encrypted: all that goes over it is, whatever its target; unknown where the
	// target's scheme decides. PlainAt is what says that it is not.
	Encrypted Truth
	PlainAt   source.Span
	// TokenAt are the credentials that go over it; invalid where none were seen.
	TokenAt source.Span
}

// resolvers are the schemes of gRPC after which a name of the internet's stands.
var resolvers = []string{"dns:///", "passthrough:///"}

// PublicTarget returns the literal public host that a connection leads to; empty
// where it is local or not known, a socket of the machine or a service that a
// registry knows.
func PublicTarget(target credential.Shape) string {
	text := target.Prefix()
	for _, r := range resolvers {
		text = strings.TrimPrefix(text, r)
	}
	_, whole := target.Constant()
	return publicHost(text, whole)
}
