package gohttp

import (
	"bytes"

	"github.com/authlint/authlint/internal/authflow"
)

// loginStems are in the names of what logs in or refreshes, and in many others:
// LastLogin, LoginRequest, refreshInterval.
var loginStems = []string{"ogin", "ignIn", "ignin", "ign-in", "efresh", "enew", "eissue", "uthenticate", "xchange("}

var loginStemBytes = func() [][]byte {
	var out [][]byte
	for _, s := range loginStems {
		out = append(out, []byte(s))
	}
	return out
}()

// logins returns how a file that has one of the stems speaks of logging in:
// speaksLogin where a path or the name of a function does, callsLogin where it
// calls such a function of a package or value.
func logins(src []byte) (m Mention) {
	for _, stem := range loginStemBytes {
		for at := 0; !m.has(callsLogin); {
			i := bytes.Index(src[at:], stem)
			if i < 0 {
				break
			}
			at += i
			m |= loginAt(src, at)
			at += len(stem)
		}
	}
	return m
}

// loginAt judges the word around a place: the name of a function, which "("
// follows, or a segment of a path, which "/" precedes.
func loginAt(src []byte, at int) Mention {
	start, end := at, at
	for start > 0 && isWordByte(src[start-1]) {
		start--
	}
	for end < len(src) && isWordByte(src[end]) {
		end++
	}
	if end < len(src) && src[end] == '(' {
		switch authflow.PurposeOfName(string(src[start:end])) {
		case authflow.Login, authflow.Refresh, authflow.Exchange:
			if start > 0 && src[start-1] == '.' {
				return speaksLogin | callsLogin
			}
			return speaksLogin
		}
	}
	for start > 0 && (isWordByte(src[start-1]) || src[start-1] == '-') {
		start--
	}
	if start > 0 && src[start-1] == '/' {
		return speaksLogin
	}
	return 0
}

func isWordByte(c byte) bool {
	return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= 0x80
}
