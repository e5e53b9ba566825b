package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/source"
)

// The headers of an answer that a hand-written policy is read from.
const (
	AllowOriginHeader      = "access-control-allow-origin"
	AllowCredentialsHeader = "access-control-allow-credentials"
	AllowHeadersHeader     = "access-control-allow-headers"
)

// CORSHeader returns the name of a header in lower case if a hand-written policy
// is read from it, and nothing if not.
func CORSHeader(name string) string {
	if len(name) < len(AllowOriginHeader) {
		return ""
	}
	name = strings.ToLower(name)
	if name == AllowOriginHeader || name == AllowCredentialsHeader || name == AllowHeadersHeader {
		return name
	}
	return ""
}

// A HandOrigin is an Access-Control-Allow-Origin that code writes by hand.
type HandOrigin struct {
	At      source.Span
	Origins Origins // what this one value lets in
}

// HandCredentials is an Access-Control-Allow-Credentials that code writes by hand.
type HandCredentials struct {
	At source.Span
	On Truth
	// Apart says for each origin, by its index, that no way through the code sends
	// both. May be nil: all are sent together.
	Apart []bool
}

// HandPolicy puts together what one function, or one object, writes into an
// answer; nil where no origin is among it, since it is then answered elsewhere.
func HandPolicy(origins []HandOrigin, credentials []HandCredentials) *CORSPolicy {
	if len(origins) == 0 {
		return nil
	}
	p := &CORSPolicy{At: origins[0].At, Credentials: No}
	var all []int
	for i := range origins {
		all = append(all, i)
	}
	for _, c := range credentials {
		switch c.On {
		case Yes:
			// What matters are the origins that are sent beside it.
			beside := slices.DeleteFunc(slices.Clone(all), func(i int) bool { return c.Apart != nil && c.Apart[i] })
			if len(beside) > 0 {
				p.Credentials, p.CredentialsAt, all = Yes, c.At, beside
			}
		case Unknown:
			if p.Credentials == No {
				p.Credentials = Unknown
			}
		}
	}
	p.Origins = origins[all[0]].Origins
	for _, i := range all[1:] {
		p.Origins = eitherOrigin(p.Origins, origins[i].Origins)
	}
	if p.Origins != OriginsDecided {
		p.OriginsAt = origins[all[0]].At
	}
	return p
}

// eitherOrigin: code that sends one or the other lets in any origin only if both do.
func eitherOrigin(a, b Origins) Origins {
	lets := func(o Origins) bool { return o == AnyOrigin || o == EchoedOrigin }
	switch {
	case a == b:
		return a
	case lets(a) && lets(b):
		return EchoedOrigin
	}
	return OriginsDecided
}
