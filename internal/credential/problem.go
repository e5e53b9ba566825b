package credential

import (
	"fmt"
	"strings"

	"github.com/authlint/authlint/internal/source"
)

// A Problem is a fault in the spacing of an Authorization value.
type Problem struct {
	Kind ProblemKind
	// At is where the fault stands, valid only where one place of the source
	// wrote it byte for byte; then Replacement mends it.
	At          source.Span
	Replacement string

	scheme, blanks, credentials string
}

// ProblemKind names a fault. Each has one message, one help and one fix title.
type ProblemKind uint8

const (
	NoSpace       ProblemKind = iota // "Bearer" + token
	ManySpaces                       // "Bearer  " + token
	WrongBlank                       // "Bearer\t" + token
	Colon                            // "Bearer: " + token
	LeadingBlank                     // " Bearer " + token
	TrailingBlank                    // "Bearer " + token + " "
	EndingNewline                    // "Bearer " + a file's content, not trimmed
)

// glued are the schemes that are recognised when a value follows with nothing
// or a colon in between. The others are everyday words, unless the project says
// that they are its schemes: "token" + id may be anything, and some APIs really
// want "Token: ".
var glued = map[string]bool{"bearer": true, "basic": true, "dpop": true}

func (own Schemes) glues(name string) bool { return glued[strings.ToLower(name)] || own.Has(name) }

// Spacing returns what is wrong with the blanks of an Authorization value.
// RFC 6750 section 2.1 writes "Bearer" 1*SP b64token, but what servers do is
// split at one space: a second one makes the token the empty string.
func (own Schemes) Spacing(s Shape) []Problem {
	v := own.Parse(s)
	if v.Scheme.text == "" || len(v.Credentials) == 0 {
		return nil
	}
	var out []Problem
	add := func(k ProblemKind, at source.Span, blanks, with string) {
		out = append(out, Problem{
			Kind: k, At: at, Replacement: with,
			scheme: v.Scheme.text, blanks: blanks, credentials: v.credentials(),
		})
	}
	if own.Known(v.Scheme.text) {
		if kind, bad := v.separatorFault(own.glues(v.Scheme.text)); bad {
			at := v.Separator.at
			if kind == NoSpace {
				at = after(v.Scheme.at)
			}
			add(kind, at, v.Separator.text, " ")
		}
		if v.Leading.text != "" {
			add(LeadingBlank, v.Leading.at, v.Leading.text, "")
		}
		if v.Trailing.text != "" {
			add(TrailingBlank, v.Trailing.at, v.Trailing.text, "")
		}
	}
	if last := v.Credentials[len(v.Credentials)-1].Hole; last != nil && last.EndsInNewline {
		add(EndingNewline, source.Span{}, "", "")
	}
	return out
}

// after returns the empty span behind s.
func after(s source.Span) source.Span {
	s.Start = s.End
	return s
}

func (v Value) separatorFault(glues bool) (ProblemKind, bool) {
	sep := v.Separator.text
	switch {
	case sep == " ":
		return 0, false
	case sep == "":
		return NoSpace, glues && !v.joinedByUnknown()
	case strings.Contains(sep, ":"):
		return Colon, glues
	case strings.Trim(sep, " ") == "":
		return ManySpaces, true
	}
	return WrongBlank, true
}

// joinedByUnknown reports whether what follows the scheme may itself be or hold
// the separator: "Bearer" + sep + token.
func (v Value) joinedByUnknown() bool {
	first := v.Credentials[0].Hole
	if first == nil || first.Reshaped {
		return true // "Bearer" and literal text are one word: not a scheme
	}
	return len(v.Credentials) > 1 && v.Credentials[1].Hole != nil
}

// credentials names what follows the scheme, for messages.
func (v Value) credentials() string {
	for _, p := range v.Credentials {
		if p.Hole != nil && p.Hole.Name != "" {
			return p.Hole.Name
		}
	}
	return "the credentials"
}

// Message says what is wrong and what follows from it.
func (p Problem) Message() string {
	switch p.Kind {
	case NoSpace:
		return fmt.Sprintf("no space between `%s` and %s, so the server sees one unknown word and answers 401", p.scheme, quote(p.credentials))
	case ManySpaces:
		return fmt.Sprintf("%d spaces between `%s` and %s; servers that split at one space read an empty token", len(p.blanks), p.scheme, quote(p.credentials))
	case WrongBlank:
		return fmt.Sprintf("%s between `%s` and %s where one space belongs; servers that split at a space find no token", blankName(p.blanks), p.scheme, quote(p.credentials))
	case Colon:
		return fmt.Sprintf("a colon after `%s`; the scheme is sent as `%s:`, which no server recognises", p.scheme, p.scheme)
	case LeadingBlank:
		return fmt.Sprintf("%s before `%s`; where neither client nor server trims the value, no scheme is found", blankName(p.blanks), p.scheme)
	case TrailingBlank:
		return fmt.Sprintf("%s after %s; where nothing trims the value, it counts as part of the credentials", blankName(p.blanks), quote(p.credentials))
	case EndingNewline:
		return fmt.Sprintf("%s is not trimmed; the newline at its end makes the header invalid and the request fails", quote(p.credentials))
	}
	return ""
}

// SyntaxOf names the section of the standard that says how credentials follow a
// scheme.
func SyntaxOf(scheme string) string {
	if strings.EqualFold(scheme, "Bearer") {
		return "RFC 6750 section 2.1"
	}
	return "RFC 9110 section 11.4"
}

// Help says what to do.
func (p Problem) Help() string {
	switch p.Kind {
	case LeadingBlank, TrailingBlank:
		return "remove the blank"
	case EndingNewline:
		return "trim the value when it is read"
	case Colon:
		return fmt.Sprintf("write `%s` and one space, without the colon", p.scheme)
	}
	return fmt.Sprintf("write `%s`, one space, then the credentials (%s)", p.scheme, SyntaxOf(p.scheme))
}

// FixTitle names the edit that Replacement makes.
func (p Problem) FixTitle() string {
	switch p.Kind {
	case LeadingBlank:
		return "Remove the blank before " + p.scheme
	case TrailingBlank:
		return "Remove the blank at the end"
	}
	return "Put one space after " + p.scheme
}

func blankName(blanks string) string {
	switch {
	case strings.Contains(blanks, "\t"):
		return "a tab"
	case strings.ContainsAny(blanks, "\r\n"):
		return "a line break"
	case strings.Contains(blanks, "\u00a0"):
		return "a no-break space"
	case strings.Trim(blanks, " ") == "":
		return "a blank"
	}
	return "a blank other than a space"
}

func quote(name string) string {
	if name == "the credentials" {
		return name
	}
	return "`" + name + "`"
}

// Bare reports whether s is a token with no scheme before it, and returns the
// part that is the token: the one hole that is the whole value, or a literal
// JSON Web Token (RFC 7519 section 3). Whether the hole really holds a token is
// for the caller to say, by its origin and name.
func Bare(s Shape) (Part, bool) {
	if len(s) != 1 {
		return Part{}, false
	}
	p := s[0]
	if p.Hole != nil {
		return p, !p.Hole.MayHaveScheme
	}
	return p, IsJWT(p.Text)
}

// HasScheme reports whether the value surely begins with a scheme and a blank.
func HasScheme(s Shape) bool {
	v := Parse(s)
	return v.Scheme.text != "" && len(v.Credentials) > 0
}

// SchemeOf returns the literal scheme of a value, empty where there is none.
func SchemeOf(s Shape) string { return Parse(s).Scheme.text }

// IsJWT reports whether text has the form of a signed JSON Web Token in compact
// serialization: a base64url JSON object, which begins "eyJ", and two more parts.
func IsJWT(text string) bool {
	return strings.HasPrefix(text, "eyJ") && strings.Count(text, ".") == 2
}
