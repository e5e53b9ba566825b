package credential

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/authlint/authlint/internal/source"
)

// A Value is an Authorization value taken apart by the grammar of RFC 9110
// section 11.4: credentials = auth-scheme [ 1*SP ( token68 / #auth-param ) ].
// The parse is lenient: it names what stands between the parts instead of
// refusing it.
type Value struct {
	Leading   run // blanks before the scheme
	Scheme    run // empty where the value begins with a hole, or with text that is no scheme
	Separator run // what stands between the scheme and the credentials
	// Credentials is what follows the separator, trailing blanks included.
	Credentials Shape
	Trailing    run // blanks at the very end
}

// A run is literal text and the part of the source that wrote it. at is valid
// only where the text stands in one verbatim part.
type run struct {
	text string
	at   source.Span
}

// schemes are the authentication schemes that authlint knows to be schemes:
// those of the IANA registry (RFC 9110 section 16.4.1) and those that well-known
// APIs document. Others are respected but not judged.
var schemes = map[string]bool{
	"basic": true, "bearer": true, "digest": true, "dpop": true, "gnap": true,
	"hoba": true, "mutual": true, "negotiate": true, "ntlm": true, "privatetoken": true,
	"scram-sha-1": true, "scram-sha-256": true, "vapid": true, "hawk": true,
	"token": true, "bot": true, "jwt": true, "oauth": true, "apikey": true,
	"api-token": true, "geniekey": true, "splunk": true, "signature": true,
	"aws4-hmac-sha256": true,
}

// KnownScheme reports whether name is an authentication scheme in use; schemes
// are case-insensitive (RFC 9110 section 11.1).
func KnownScheme(name string) bool { return schemes[strings.ToLower(name)] }

// Schemes are those that a project has of its own, beside the ones in use. Where
// one of them begins an Authorization value it is meant as the scheme, even with
// nothing or a colon behind it. None knows those in use alone.
type Schemes []string

// Has reports whether name is one of them; schemes are case-insensitive.
func (own Schemes) Has(name string) bool {
	return slices.ContainsFunc(own, func(s string) bool { return strings.EqualFold(s, name) })
}

// Known reports whether name is a scheme in use, or one of the project.
func (own Schemes) Known(name string) bool { return KnownScheme(name) || own.Has(name) }

// IsScheme reports whether text has the form of a scheme: a token (RFC 9110
// sections 5.6.2 and 11.1).
func IsScheme(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !isToken(r) })
}

// CheckScheme reports what is wrong with a scheme that a project says to have.
func CheckScheme(text string) error {
	if !IsScheme(text) {
		return fmt.Errorf("%q is not an authentication scheme; write the one word before the blank, such as Token, without blank and colon (RFC 9110 section 11.1)", text)
	}
	return nil
}

// Parse takes a header value apart.
func Parse(s Shape) Value { return Schemes(nil).Parse(s) }

// Parse takes a header value apart.
func (own Schemes) Parse(s Shape) Value {
	c := cursor{shape: s}
	var v Value
	v.Leading = c.take(isBlank)
	start := c
	v.Scheme = c.take(isToken)
	if !own.Known(v.Scheme.text) && !c.atBlank() {
		// Text that is no scheme, such as a literal token or "key=": all of it is
		// credentials.
		v.Scheme = run{}
		c = start
	}
	if v.Scheme.text != "" {
		v.Separator = c.take(isSeparator)
	}
	v.Credentials = c.rest()
	v.Trailing = trailing(v.Credentials)
	return v
}

// isBlank reports whether r shows as blank. Only the space is one in the
// grammar (RFC 9110 section 11.4 has 1*SP); the others are what is found in its
// place: tabs, line breaks, the no-break and the zero-width space.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

func isSeparator(r rune) bool { return isBlank(r) || r == ':' }

// isToken reports whether r may stand in a token (RFC 9110 section 5.6.2).
func isToken(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' ||
		strings.ContainsRune("!#$%&'*+-.^_`|~", r)
}

// A cursor reads literal text across the parts of a shape.
type cursor struct {
	shape Shape
	part  int
	off   int
}

// skip moves past parts that are read to their end.
func (c *cursor) skip() {
	for c.part < len(c.shape) && c.shape[c.part].Hole == nil && c.off == len(c.shape[c.part].Text) {
		c.part, c.off = c.part+1, 0
	}
}

func (c *cursor) peek() (rune, int, bool) {
	c.skip()
	if c.part == len(c.shape) || c.shape[c.part].Hole != nil {
		return 0, 0, false
	}
	r, n := utf8.DecodeRuneInString(c.shape[c.part].Text[c.off:])
	return r, n, true
}

func (c *cursor) atBlank() bool {
	r, _, ok := c.peek()
	return ok && isBlank(r)
}

func (c *cursor) take(accept func(rune) bool) run {
	var out run
	for {
		r, n, ok := c.peek()
		if !ok || !accept(r) {
			return out
		}
		p := c.shape[c.part]
		out.add(p, c.off, n)
		c.off += n
	}
}

// add appends n bytes of p at off, and keeps the source range while it stays
// one contiguous piece of verbatim text.
func (r *run) add(p Part, off, n int) {
	at := source.Span{}
	if p.Verbatim && p.At.Valid() {
		at = source.Span{File: p.At.File, Start: p.At.Start + off, End: p.At.Start + off + n}
	}
	switch {
	case r.text == "":
		r.at = at
	case r.at.Valid() && at.Valid() && r.at.File == at.File && r.at.End == at.Start:
		r.at.End = at.End
	default:
		r.at = source.Span{}
	}
	r.text += p.Text[off : off+n]
}

func (c *cursor) rest() Shape {
	c.skip()
	if c.part == len(c.shape) {
		return nil
	}
	out := append(Shape(nil), c.shape[c.part:]...)
	if c.off > 0 {
		p := out[0]
		p.Text = p.Text[c.off:]
		if p.Verbatim {
			p.At.Start += c.off
		}
		out[0] = p
	}
	return out
}

// trailing returns the blanks that end a shape, across parts. Nothing but blanks
// is no ending: there are no credentials then.
func trailing(s Shape) run {
	part, off := len(s), 0
	for i := len(s) - 1; i >= 0 && s[i].Hole == nil; i-- {
		body := strings.TrimRightFunc(s[i].Text, isBlank)
		if len(body) < len(s[i].Text) {
			part, off = i, len(body)
		}
		if body != "" {
			break
		}
		if i == 0 {
			return run{}
		}
	}
	var out run
	for ; part < len(s); part, off = part+1, 0 {
		if n := len(s[part].Text) - off; n > 0 {
			out.add(s[part], off, n)
		}
	}
	return out
}
