package authflow

import (
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// An Overwrite puts the refresh token out of the answer to a refresh where the
// old one is. A server may leave it out of the answer (RFC 6749 section 6), and
// what is written then is undefined.
type Overwrite struct {
	At    source.Span // the write
	Token string      // how the code spells what it writes: "data.refresh_token"
	// Request is the refresh that is answered.
	Request *Request
	// Tested: the code asks whether the answer has one, or keeps the old one.
	Tested bool
	// MayLack: the type of the answer says that it may have none, though it has an
	// access token, and OptionalAt where it does; or that it has one.
	MayLack    Truth
	OptionalAt source.Span
}

// omitting are the servers whose answer to a refresh has no refresh token, or
// not always.
var omitting = []string{
	"https://oauth2.googleapis.com/", "https://www.googleapis.com/oauth2/", "https://accounts.google.com/",
	"https://accounts.spotify.com/",
}

// OmitsRefresh returns the host of a server that is known to answer a refresh
// without a refresh token; empty for any other.
func OmitsRefresh(url credential.Shape) string {
	for _, o := range omitting {
		if strings.HasPrefix(url.Prefix(), o) {
			host, _, _ := strings.Cut(strings.TrimPrefix(o, "https://"), "/")
			return host
		}
	}
	return ""
}
