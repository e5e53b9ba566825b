package authflow

import (
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// A LogWrite writes a value that the running program knows to a log.
type LogWrite struct {
	At   source.Span // the value
	Call string      // how the code spells the call: "console.log"
	// Value is what is known of what is written, whole: a part of it, its length
	// and whether it is there are no LogWrite.
	Value credential.Hole
	// Text is the literal text around the value.
	Text string
	// Guarded: the call stands in a branch for development alone.
	Guarded bool
	// Tool: the file is a command or script, which may print a token on purpose.
	Tool bool
	// Remove is the edit that takes the call away, nil where it is no statement of
	// its own.
	Remove *Edit
}
