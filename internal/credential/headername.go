package credential

import (
	"strings"

	"github.com/authlint/authlint/internal/nearest"
)

// HeaderKind says what the name of a request header has to do with the one that
// carries credentials.
type HeaderKind uint8

const (
	OtherHeader         HeaderKind = iota
	AuthorizationHeader            // RFC 9110 sections 11.6.2 and 11.7.2
	MisspeltHeader                 // Authorisation, Autorization
	PunctuatedHeader               // "Authorization:"
	MistakenHeader                 // Authentication, Auth: another name, where a value with a scheme makes it a mistake
	SchemeHeader                   // Bearer: the scheme where the name belongs
)

// KindOfHeader classifies a header's name. Own headers that merely contain the
// word (X-Authorization, Authorization-Token, Authentication-Results) are other
// ones.
func KindOfHeader(name string) HeaderKind {
	const right = "authorization"
	if len(name) < len("auth") || len(name) > len("proxy-authorization")+1 {
		return OtherHeader // most names are told so
	}
	lower := strings.ToLower(name)
	switch {
	case lower == right || lower == "proxy-"+right:
		return AuthorizationHeader
	case lower == right+":":
		return PunctuatedHeader
	case lower == "authentication" || lower == "auth" || lower == "authenticate" || lower == "authenticaton":
		return MistakenHeader
	case lower == "bearer":
		return SchemeHeader
	case lower[0] == 'a' && isLetters(lower) && nearest.Distance(lower, right) <= 2:
		return MisspeltHeader
	}
	return OtherHeader
}

func isLetters(s string) bool { return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" }

// MistakenName reports whether a header of that name and value was meant to be
// the Authorization header, and what is wrong with its name. Text alone under a
// misspelt name may be prose, and other names may be right unless what they hold
// has a scheme.
func (own Schemes) MistakenName(name string, value Shape) (HeaderKind, bool) {
	kind := KindOfHeader(name)
	v := own.Parse(value)
	schemed := own.Known(v.Scheme.text) && v.Separator.text != "" && len(v.Credentials) > 0
	hole := value.Sole()
	switch kind {
	case MisspeltHeader, PunctuatedHeader:
		_, constant := value.Constant()
		return kind, schemed || !constant
	case MistakenHeader:
		return kind, schemed
	case SchemeHeader:
		return kind, schemed || hole != nil && (IsCredentialName(hole.Name) || IsCredentialName(hole.Key))
	}
	return kind, false
}
