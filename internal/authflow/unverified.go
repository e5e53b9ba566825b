package authflow

import (
	"slices"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// An UnverifiedToken is a JWT whose claims a server takes although its signature
// was not looked at.
type UnverifiedToken struct {
	At   source.Span // the call that decodes
	Call string      // how the code spells it: "jwt.decode"
	// SwitchedOff: the call would verify, were it not for the argument at Given.
	SwitchedOff bool
	// Given is where the claims become the identity of the request, To the place
	// that takes them: "req.user".
	Given source.Span
	To    string
	// Refuses: the same function refuses requests, so that it is the one that
	// decides who gets in, and none before it.
	Refuses bool
	// VerifiedElsewhere: other code of the project verifies tokens. It may run
	// before this.
	VerifiedElsewhere bool
}

// identityWords name what a request is known as.
var identityWords = []string{"user", "auth", "account", "session", "claims", "payload", "decoded", "role", "roles", "id", "uid", "email", "username",
	"permissions", "identity", "principal", "member", "admin", "jwt", "token", "customer", "currentuser", "userid"}

// NamesIdentity reports whether a property of a request names who sent it: user,
// userId, isAdmin, claims. A tenant or the key of a log is no identity.
func NamesIdentity(name string) bool {
	return slices.ContainsFunc(credential.Words(name), func(w string) bool { return slices.Contains(identityWords, w) })
}
