package authflow

import (
	"strings"

	"github.com/authlint/authlint/internal/source"
)

// A HeaderParse takes a server's Authorization header apart where nothing before
// it has made sure that the header has the parts.
type HeaderParse struct {
	At     source.Span // the index, the slice, the call
	Code   string      // as the code spells it: "parts[1]"
	Header string      // what is taken apart: "h", "req.headers.authorization"
	Fault  ParseFault
	// Framework whose handler this is in, which decides what becomes of a panic;
	// empty where it is in none.
	Framework string
	// Async: the handler is asynchronous, and the framework leaves its rejections
	// to the process (Express 4).
	Async bool
	// Middleware: the code is part of one, so that it is the first to look at the
	// header. Elsewhere another may have looked before.
	Middleware bool
}

// ParseFault is what happens where the header is not as expected.
type ParseFault uint8

const (
	// PanicsShort: fewer parts, or fewer bytes, than are taken.
	PanicsShort ParseFault = iota
	// ThrowsMissing: a method of a header that is not there is called.
	ThrowsMissing
	// AnyScheme: nothing fails, and what follows any other scheme is taken for the
	// token.
	AnyScheme
	// EndsProcess: a bad token stops the whole server.
	EndsProcess
)

// LooksBefore reports whether middleware of the same language was seen that
// refuses requests before their handlers run.
func (e *Evidence) LooksBefore(l Language) bool {
	for _, at := range e.AuthMiddlewares {
		if strings.HasSuffix(at.File, ".go") == (l == Go) {
			return true
		}
	}
	return false
}
