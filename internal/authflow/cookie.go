package authflow

import (
	"strings"

	"github.com/authlint/authlint/internal/source"
)

// A CookieWrite sets or clears a cookie in a browser (RFC 6265 section 4.1).
type CookieWrite struct {
	At source.Span // the call or the literal
	// Library whose options these are: "Express", "net/http", "gin".
	Library string
	// Name is the cookie's name; empty where it is not constant.
	Name string
	// Clears: the code means to take the cookie away.
	Clears bool
	// Lives is why the cookie is not taken away although the code means it;
	// NoSurvival where nothing is wrong.
	Lives Survival

	HTTPOnly Truth
	Secure   Truth
	SameSite SameSite
	// Domain and Path decide, with the name, which cookie is meant.
	Domain, Path Attribute

	// Credential: the cookie holds a session or token, by its name or by what is
	// put into it.
	Credential Truth
	// LateSameSite is a call that sets SameSite for later cookies, after this one
	// was written (gin); invalid where there is none.
	LateSameSite source.Span

	// Withheld: the library sends no such cookie, since it takes no connection of
	// this server for secure: it speaks plain http, and no proxy is trusted to say
	// otherwise (express-session).
	Withheld bool

	// SetSecure and SetHTTPOnly are the edits that turn these on.
	SetSecure, SetHTTPOnly []Edit
	// Root is the directory of the package or module that the code belongs to:
	// cookies of one name in different ones need not be the same.
	Root string
}

// Survival is why a cookie outlives its clearing.
type Survival uint8

const (
	NoSurvival Survival = iota
	// ZeroMaxAge: a Max-Age of zero is left out, so that an empty cookie is set
	// (net/http, gin).
	ZeroMaxAge
	// OwnMaxAge: the options have a maxAge, which wins over the date in the past
	// (Express 4).
	OwnMaxAge
)

// SameSite is the attribute of that name.
type SameSite uint8

const (
	SameSiteUnknown SameSite = iota
	SameSiteAbsent           // browsers then take Lax, or what comes near it
	SameSiteLax
	SameSiteStrict
	SameSiteNone
)

// An Attribute is the value of an attribute as far as it is known.
type Attribute struct {
	Known bool
	Value string // empty where the attribute is not sent
}

// differs reports whether two attributes surely have different values.
func (a Attribute) differs(b Attribute) bool {
	return a.Known && b.Known && a.Value != b.Value
}

// Misses is how a clearing cookie misses the cookie that it is meant for.
type Misses uint8

const (
	// MissesUnknown: an attribute of either is not known.
	MissesUnknown Misses = iota
	Hits
	MissesDomain
	MissesPath
	MissesSite // browsers refuse it where they took the cookie itself
)

// Misses says whether c, which clears, takes away what set sets. Only name,
// domain and path decide (RFC 6265 section 5.3), plus what keeps a browser from
// taking the clearing cookie at all: one from another site must say
// SameSite=None (RFC 6265bis section 5.7).
func (c *CookieWrite) Misses(set *CookieWrite) Misses {
	switch {
	case domain(c.Domain).differs(domain(set.Domain)):
		return MissesDomain
	case c.Path.differs(set.Path):
		return MissesPath
	case set.SameSite == SameSiteNone && set.Secure == Yes && c.SameSite != SameSiteUnknown && c.SameSite != SameSiteNone:
		return MissesSite
	case c.Domain.Known && set.Domain.Known && c.Path.Known && set.Path.Known && c.SameSite != SameSiteUnknown && set.SameSite != SameSiteUnknown:
		return Hits
	}
	return MissesUnknown
}

// domain leaves out a leading dot, which browsers ignore, and the case.
func domain(a Attribute) Attribute {
	a.Value = strings.ToLower(strings.TrimPrefix(a.Value, "."))
	return a
}
