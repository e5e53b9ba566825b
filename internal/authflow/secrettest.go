package authflow

import "github.com/authlint/authlint/internal/source"

// A SecretTest compares what a request brought with a secret that the server
// holds, by a means that stops at the first byte that differs.
type SecretTest struct {
	At     source.Span // the comparison
	By     string      // how the code spells the means: "==", "bytes.Equal"
	Given  string      // what the request brought, as the code spells it
	Secret string
	Kind   SecretKind
	// Mend are the edits that make the comparison take the same time for every
	// guess, nil where none are known, and MendBy says what they do.
	Mend   []Edit
	MendBy string
}

// SecretKind is where a server has a secret from.
type SecretKind uint8

const (
	ConfiguredSecret SecretKind = iota // the environment, a configuration, a field that was set at start
	ComputedMAC                        // computed from the request with a key
)
