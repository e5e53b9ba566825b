package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// A LaxCheck is a call that verifies a token and takes more of them than it
// should.
type LaxCheck struct {
	At   source.Span // what makes it lax
	Call string      // how the code spells what verifies: "jwt.verify"
	// CallAt is the call, where At is in another place.
	CallAt source.Span
	Takes  Laxity
	Key    string // how the code spells the key; empty where it has nothing to do with it
}

// Laxity is what a check of a token takes that it should not.
type Laxity uint8

const (
	// TakesUnsigned: a token with no signature, whose algorithm is none; where Key
	// is not empty, only if it is.
	TakesUnsigned Laxity = iota
	// TakesAnyAlgorithm: what the token itself names as its algorithm.
	TakesAnyAlgorithm
	// TakesPublicAsSecret: a token signed with the public key as if it were a
	// shared secret.
	TakesPublicAsSecret
	// TakesExpired: a token that has expired, in what lets requests in.
	TakesExpired
	// Unpinned: the algorithm is not named beside a public key. The libraries of
	// today see by the key's type what may verify with it.
	Unpinned
)

// IsUnsigned reports whether an algorithm of a JWT is that of no signature
// (RFC 7518 section 3.6).
func IsUnsigned(algorithm string) bool { return strings.EqualFold(algorithm, "none") }

// IsPublicKey reports whether a text that is given as a key is surely the public
// half of a pair: by what it is, or by the name of where it comes from.
func IsPublicKey(key []credential.Shape) bool {
	for _, k := range key {
		if h := k.Sole(); h != nil && credential.NamesPublicKey(h.Name) || credential.IsPublicKeyText(k.Prefix()) {
			return true
		}
	}
	return false
}

// MayTakeExpired reports whether a name says that code looks at when a token
// expires, or that it is there for those that have: ExpiresAt, exp, refreshToken,
// logout. There a check may leave the time out.
func MayTakeExpired(name string) bool {
	return credential.SpeaksOfExpiry(name) || slices.ContainsFunc(credential.Words(name), func(w string) bool { return w == "refresh" || w == "renew" || w == "logout" })
}
