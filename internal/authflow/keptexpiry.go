package authflow

import "github.com/authlint/authlint/internal/source"

// A KeptExpiry stores when a token expires.
type KeptExpiry struct {
	At    source.Span
	Store string // as in StorageAccess
	Key   string
	// Read: the project names the key elsewhere than where it writes or removes it.
	Read Truth
	// Handled: somewhere the project does something about a refused or expired
	// token.
	Handled Truth
}
