package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/source"
)

// A CORSPolicy is what a server answers to browsers that ask from another
// origin (Fetch standard, "CORS protocol"), as the library really applies what
// its options say: defaults are filled in, and where a library makes something
// else of an option than its name says, the policy holds what it makes of it.
type CORSPolicy struct {
	At source.Span // the call, literal or header write that makes it
	// Library as its documentation calls it: "cors", "gin-contrib/cors". Empty
	// where the headers are written by hand.
	Library string

	Origins Origins
	// OriginsAt is what says so; invalid where a default of the library does.
	OriginsAt source.Span
	// OriginList are the literal origins of OriginsListed.
	OriginList []string
	// Unset is what Origins becomes where the setting that it is read from is not
	// given: process.env.ORIGIN || '*'. OriginsUnknown where there is no such.
	Unset Origins

	Credentials   Truth
	CredentialsAt source.Span

	Headers AllowedHeaders
	// HeaderList are the names of HeadersListed, as written; HeadersAt is the
	// list, invalid where a default of the library says so.
	HeaderList []string
	HeadersAt  source.Span
	// AddAuthorization are the edits that put Authorization on the list.
	AddAuthorization []Edit

	// Development: the code around it runs on developers' machines only.
	Development bool
	// Covers is the directory or file whose handlers it is for; empty where that
	// is not known.
	Covers string
}

// Origins are the origins that a policy lets in.
type Origins uint8

const (
	OriginsUnknown Origins = iota
	OriginsListed          // a list of literal origins, or none at all
	OriginsDecided         // a function, a pattern or a setting tells one from another
	// AnyOrigin: the answer is the literal "*", which browsers do not take for a
	// request with credentials.
	AnyOrigin
	// EchoedOrigin: whatever origin asks is sent back, as if it were on a list.
	EchoedOrigin
)

// AllowedHeaders are the request headers that a policy lets in.
type AllowedHeaders uint8

const (
	HeadersUnknown AllowedHeaders = iota
	HeadersListed
	HeadersEchoed // whatever the preflight asks for
	// HeadersStar: the answer is the literal "*", which does not cover
	// Authorization (Fetch standard, "CORS non-wildcard request-header name").
	HeadersStar
)

// AllowsAuthorization reports whether a browser may send an Authorization header.
func (p *CORSPolicy) AllowsAuthorization() Truth {
	switch p.Headers {
	case HeadersEchoed:
		return Yes
	case HeadersStar:
		return No
	case HeadersListed:
		return TruthOf(slices.ContainsFunc(p.HeaderList, func(h string) bool {
			return strings.EqualFold(strings.TrimSpace(h), "Authorization")
		}))
	}
	return Unknown
}
