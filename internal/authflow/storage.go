package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// A StorageAccess reads, writes or removes a value that outlives the code which
// handles it: in web storage, a cookie, the storage of a device. The call of a
// wrapper is an access of its own, with the key that this call passes.
type StorageAccess struct {
	At source.Span
	// Store is where the value lives, as its platform calls it: "localStorage",
	// "sessionStorage", "cookie", "AsyncStorage". It is empty where the code does
	// not show which store it is.
	Store string
	Op    StorageOp
	// Key is the constant key; empty where it is not constant, or where all keys
	// are meant.
	Key string
	// Keys is what is known of a key that is not constant. An access with neither
	// may be about any key.
	Keys []credential.Shape
	// KeyAt is the literal of the key where it stands in the access itself, quotes
	// excluded.
	KeyAt source.Span
	Value []credential.Shape // what is written
	// Encoding is how a write encodes the value, or how the code around a read decodes
	// it.
	Encoding Encoding
	// Text: what is written is a string before it is encoded, not an object.
	Text Truth
	// Cipher is how what is written is encrypted; nil where that was not seen.
	Cipher *Cipher
	// In is the function that the access stands in; invalid at module level. Two
	// reads in one function may be two places that are tried one after the other.
	In source.Span
	// Owner is the library that writes this key by itself; empty for a key of the
	// project's own.
	Owner string
	// EndsSession: a function around is named after logging out.
	EndsSession bool
	// Via is the access inside a wrapper that this call leads to.
	Via source.Span
	// Unheard is the empty handler that a failure to write ends in; invalid where
	// none was seen.
	Unheard source.Span
	// Unasked is the login or refresh out of whose answer a token is written though
	// it may have been refused, which nothing asks; nil where something does, or
	// none was seen.
	Unasked *Request
	// NoMethod is the method called that Web Storage does not have.
	NoMethod string
	// Test: the access stands in a test, or in what is made for tests.
	Test bool
}

// StorageOp is what is done with stored values.
type StorageOp uint8

const (
	Read StorageOp = iota
	Write
	Remove
	// Clear removes all keys of the store.
	Clear
	// Hold: a library or a hook reads and writes the key by itself.
	Hold
)

func (o StorageOp) String() string {
	return [...]string{"read", "write", "remove", "clear", "hold"}[o]
}

// Encoding is how a value is put into a store, which keeps text.
type Encoding uint8

const (
	EncodingUnknown Encoding = iota
	Raw                      // as it is
	JSON                     // by JSON.stringify, and back by JSON.parse
	Own                      // by a library, in a form that only it reads
)

// MayBe reports whether an access may be about a key: it is, or its own is not
// constant and what is known of it does not rule the key out.
func (a *StorageAccess) MayBe(key string) bool {
	switch {
	case a.Op == Clear:
		return true
	case a.Key != "":
		return a.Key == key
	case len(a.Keys) == 0:
		return true
	}
	for _, s := range a.Keys {
		if matches(s, key) {
			return true
		}
	}
	return false
}

// matches reports whether a shape can be a text: its literal parts stand in it
// in their order, the first and the last at the ends.
func matches(s credential.Shape, text string) bool {
	for i, p := range s {
		if p.Hole != nil {
			continue
		}
		at := strings.Index(text, p.Text)
		if i == len(s)-1 && strings.HasSuffix(text, p.Text) {
			at = len(text) - len(p.Text)
		}
		if at < 0 || i == 0 && at > 0 || i == len(s)-1 && at+len(p.Text) != len(text) {
			return false
		}
		text = text[at+len(p.Text):]
	}
	return len(s) > 0
}

// MayShare reports whether two accesses may be of one store.
func (a *StorageAccess) MayShare(b *StorageAccess) bool {
	return a.Store == "" || b.Store == "" || a.Store == b.Store
}

// IsWebStorage reports whether the store is one that any script of the page
// reads (HTML "Web storage").
func (a *StorageAccess) IsWebStorage() bool {
	return a.Store == "localStorage" || a.Store == "sessionStorage"
}

// Token returns the name of the token that is stored, by what is written or else
// by its key; empty where neither is named like one.
func (a *StorageAccess) Token() string {
	if credential.IsCredentialName(a.Key) {
		return a.Key
	}
	values := a.Value
	if a.Cipher != nil {
		values = slices.Concat(a.Cipher.Plain, values)
	}
	for _, v := range values {
		h := v.Sole()
		if h == nil || h.Origin == credential.Call || strings.ContainsAny(h.Name, " ([") {
			continue // computed from a token, perhaps
		}
		if credential.IsCredentialName(h.Name[strings.LastIndexByte(h.Name, '.')+1:]) {
			return h.Name
		}
	}
	return ""
}
