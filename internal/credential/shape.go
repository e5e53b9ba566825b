// Package credential is the ground floor of authlint: what can be known of a
// string without running the program (its [Shape]), the grammar of the
// Authorization header's value, and the words for what is wrong with it.
//
// It is pure: it knows no language, no library and no file, so Go and
// TypeScript that ask it the same question get the same answer.
package credential

import (
	"strings"

	"github.com/authlint/authlint/internal/source"
)

// A Shape is what is known of a string: literal text with holes, in order.
// `"Bearer " + token` has the shape of a literal part and a hole. The empty
// Shape is the empty string.
type Shape []Part

// A Part is literal text, or a hole where Hole is set.
type Part struct {
	Text string
	Hole *Hole
	// At is the place that wrote this part. For text it is byte for byte the
	// text itself where Verbatim is set, so that a fix can edit inside it.
	At       source.Span
	Verbatim bool
}

// A Hole stands for a value that only the running program knows.
type Hole struct {
	// Name is how the user's code spells the value: "accessToken",
	// "localStorage.getItem('token')".
	Name string
	// Origin says where the value comes from, as far as it was followed, and
	// Key under which key, name or field it was found there.
	Origin Origin
	Key    string
	// ReadAt is the code that reads a stored value; where a function of the
	// project does, the outermost call of it that was seen.
	ReadAt source.Span
	// Store is where it is kept, where Origin is Storage: "localStorage".
	Store string
	// MayBeNull: the value is null or undefined when nobody is logged in;
	// Undefined says which of the two.
	MayBeNull, Undefined bool
	// Tested: the code on the way to this use tests the value, or stands where
	// somebody is logged in for sure.
	Tested bool
	// Encodes is what the value is the base64 of, where that was seen.
	Encodes Shape
	// Promise: the value is a promise that nobody awaited.
	Promise bool
	// EndsInNewline: the value was read from a file or a command and not trimmed.
	EndsInNewline bool
	// MayHaveScheme: the value may be a whole header value, scheme included,
	// such as a header that is passed on or the result of an unseen helper.
	MayHaveScheme bool
	// FromURL: the value comes out of the query of the page's own URL.
	FromURL bool
	// Parsed: the value is what JSON.parse makes of what was stored.
	Parsed bool
	// Reshaped: the value is what a method of strings made of another, so that
	// it may begin with a blank: token.replace('"', ' ').
	Reshaped bool
}

// Origin is where the value in a hole comes from.
type Origin uint8

const (
	Unknown  Origin = iota
	Variable        // a variable or field whose value was not seen
	Param           // a parameter; what callers pass was not seen
	Storage         // read from storage under Key
	Store           // a state store, context or session object
	Env             // an environment variable, Key its name
	Answer          // a field of the answer to a login or refresh
	Header          // a header of a request or response
	Call            // the result of a function that was not seen
	File            // the content of a file
)

// Text returns the shape of literal text.
func Text(text string, at source.Span, verbatim bool) Shape {
	return Shape{{Text: text, At: at, Verbatim: verbatim}}
}

// Of returns the shape that is one hole.
func Of(h Hole, at source.Span) Shape {
	return Shape{{Hole: &h, At: at}}
}

// Join concatenates shapes, leaving out empty text.
func Join(shapes ...Shape) Shape {
	var out Shape
	for _, s := range shapes {
		for _, p := range s {
			if p.Hole == nil && p.Text == "" {
				continue
			}
			out = append(out, p)
		}
	}
	return out
}

// Constant returns the string where the shape has no holes.
func (s Shape) Constant() (string, bool) {
	var b strings.Builder
	for _, p := range s {
		if p.Hole != nil {
			return "", false
		}
		b.WriteString(p.Text)
	}
	return b.String(), true
}

// Prefix returns the literal text before the first hole.
func (s Shape) Prefix() string {
	var b strings.Builder
	for _, p := range s {
		if p.Hole != nil {
			break
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// Sole returns the hole where the shape is one hole and nothing else.
func (s Shape) Sole() *Hole {
	if len(s) == 1 {
		return s[0].Hole
	}
	return nil
}

// String renders the shape for people and tests: holes as ‹name›.
func (s Shape) String() string {
	var b strings.Builder
	for _, p := range s {
		if p.Hole == nil {
			b.WriteString(p.Text)
			continue
		}
		b.WriteString("‹" + p.Hole.Name + "›")
	}
	return b.String()
}

// TrimPrefix returns the shape without n leading bytes of literal text; fewer
// where a hole comes first.
func (s Shape) TrimPrefix(n int) Shape {
	for len(s) > 0 && n > 0 && s[0].Hole == nil {
		p := s[0]
		if len(p.Text) > n {
			p.Text = p.Text[n:]
			if p.Verbatim {
				p.At.Start += n
			}
			return append(Shape{p}, s[1:]...)
		}
		n -= len(p.Text)
		s = s[1:]
	}
	return s
}

// Limits of what is kept of one string. Nobody writes a header value of more
// parts, and what is judged stands at the beginning.
const (
	MaxAlternatives = 8
	maxParts        = 256
)

// Product joins every alternative of a with every one of b, up to
// MaxAlternatives. None at all stands for a part of no known value, which leaves
// the other as it is.
func Product(a, b []Shape) []Shape {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0 || len(a[0]) >= maxParts:
		return a
	}
	var out []Shape
	for _, s := range a {
		for _, t := range b {
			if len(out) < MaxAlternatives {
				out = append(out, Join(s, t))
			}
		}
	}
	return out
}
