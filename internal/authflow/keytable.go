package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
)

// Stored returns the accesses that do one of the operations on a key, those of
// tests left out.
func (f *Facts) Stored(key string, ops ...StorageOp) []*StorageAccess {
	var out []*StorageAccess
	for _, a := range f.Storage {
		if a.Key == key && !a.Test && a.NoMethod == "" && slices.Contains(ops, a.Op) {
			out = append(out, a)
		}
	}
	return out
}

// MayDo reports whether any access at all may do one of the operations on a key,
// in whichever store, tests included: then nothing is missing for sure.
func (f *Facts) MayDo(key string, ops ...StorageOp) bool {
	return slices.ContainsFunc(f.Storage, func(a *StorageAccess) bool {
		return a.NoMethod == "" && slices.Contains(ops, a.Op) && a.MayBe(key)
	})
}

// MayEnd reports whether any code at all may remove what an access writes, or
// leaves it to a library.
func (f *Facts) MayEnd(w *StorageAccess) bool {
	return slices.ContainsFunc(f.Storage, func(a *StorageAccess) bool {
		ends := !a.Test && (a.Op == Remove || a.Op == Clear || a.Op == Hold)
		return ends && a.MayBe(w.Key) && a.MayShare(w)
	})
}

// weakKeyWords say nothing of whose token a key holds.
var weakKeyWords = []string{"access", "auth", "token", "tokens", "jwt", "bearer", "key", "api"}

// SameIntent reports whether two keys are names for one thing: they differ in
// case and separators alone, by a slip of the keyboard, or in words that all
// tokens have.
func SameIntent(a, b string) bool {
	if a == b || credential.NameOf(a) != credential.NameOf(b) {
		return false
	}
	x, y := credential.Words(a), credential.Words(b)
	if strings.Join(x, "") == strings.Join(y, "") {
		return true
	}
	isWeak := func(w string) bool { return slices.Contains(weakKeyWords, w) }
	x, y = slices.DeleteFunc(x, isWeak), slices.DeleteFunc(y, isWeak)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}
