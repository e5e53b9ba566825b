// Package storagekeymismatch flags a token that is read or cleared under
// another key, or in another store, than it is written.
package storagekeymismatch

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is storage-key-mismatch.
var Rule = &rule.Rule{ID: "storage-key-mismatch", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, a := range p.Facts.Storage {
		if a.NoMethod != "" && !a.Test && a.IsWebStorage() {
			noMethod(p, a)
		}
		if a.Test || a.NoMethod != "" || !a.IsWebStorage() || a.Owner != "" || !credential.IsCredentialName(a.Key) {
			continue // the server sets cookies, libraries their keys
		}
		switch a.Op {
		case authflow.Read:
			if !neverWritten(p, a) {
				otherStore(p, a)
			}
		case authflow.Remove:
			clearedOther(p, a)
		}
	}
}

// noMethod: localStorage.get('token'). Storage has four methods, and a call of
// another throws (HTML "The Storage interface").
func noMethod(p *rule.Pass, a *authflow.StorageAccess) {
	p.Report(rule.Finding{
		At:      a.At,
		Message: fmt.Sprintf("%s has no method `%s`, so this call throws a TypeError", a.Store, a.NoMethod),
		Help:    "call getItem, setItem or removeItem",
	})
}

// neverWritten: the key is written nowhere, and the same token is under another.
func neverWritten(p *rule.Pass, read *authflow.StorageAccess) bool {
	if p.Facts.MayDo(read.Key, authflow.Write, authflow.Hold) {
		return false
	}
	w := sameToken(p.Facts, read)
	if w == nil || triedToo(p.Facts, read, w.Key, read.Store) || len(p.Facts.Stored(read.Key, authflow.Remove)) > 0 {
		return false // an older key, read until all have moved
	}
	report(p, read, w, fmt.Sprintf("`%s` is read from %s, but the token is written under `%s`, so the read finds nothing", read.Key, read.Store, w.Key))
	return true
}

// otherStore: the key is written to one web storage alone and read from the
// other.
func otherStore(p *rule.Pass, read *authflow.StorageAccess) {
	writes := p.Facts.Stored(read.Key, authflow.Write)
	for _, w := range writes {
		if !w.IsWebStorage() || w.Store == read.Store {
			return
		}
	}
	if len(writes) == 0 || p.Facts.MayDo(read.Key, authflow.Hold) || unsureWrite(p.Facts, read.Key) || triedToo(p.Facts, read, read.Key, writes[0].Store) {
		return
	}
	p.Report(rule.Finding{
		At:      read.At,
		Message: fmt.Sprintf("`%s` is read from %s, but is written to %s alone, so the read finds nothing", read.Key, read.Store, writes[0].Store),
		Help:    "read it from " + writes[0].Store,
		Related: []rule.Related{{At: writes[0].At, Message: "it is written here"}},
	})
}

// clearedOther: a key that nobody uses is removed, and that of the token never.
func clearedOther(p *rule.Pass, remove *authflow.StorageAccess) {
	if p.Facts.MayDo(remove.Key, authflow.Write, authflow.Hold) || len(p.Facts.Stored(remove.Key, authflow.Read)) > 0 {
		return
	}
	w := sameToken(p.Facts, remove)
	if w == nil || p.Facts.MayDo(w.Key, authflow.Remove, authflow.Clear) {
		return // an older key, cleaned up beside the new one
	}
	report(p, remove, w, fmt.Sprintf("`%s` is removed, but the token is written under `%s`, which stays in %s", remove.Key, w.Key, w.Store))
}

// sameToken returns a write of the token that an access means, in its store;
// nil where several keys could be meant.
func sameToken(facts *authflow.Facts, a *authflow.StorageAccess) *authflow.StorageAccess {
	var found *authflow.StorageAccess
	for _, w := range facts.Storage {
		if w.Op != authflow.Write || w.Test || w.Store != a.Store || !authflow.SameIntent(w.Key, a.Key) {
			continue
		}
		if found != nil && found.Key != w.Key {
			return nil
		}
		found = w
	}
	return found
}

// triedToo: the function also reads the other place, so that this read is one
// of several that are tried.
func triedToo(facts *authflow.Facts, a *authflow.StorageAccess, key, store string) bool {
	return slices.ContainsFunc(facts.Storage, func(o *authflow.StorageAccess) bool {
		return o.Op == authflow.Read && o.Key == key && o.Store == store && o.In == a.In
	})
}

// unsureWrite: a write whose key or store was not seen may be the missing one.
func unsureWrite(facts *authflow.Facts, key string) bool {
	return slices.ContainsFunc(facts.Storage, func(a *authflow.StorageAccess) bool {
		return a.Op == authflow.Write && (a.Key == "" || a.Store == "") && a.MayBe(key)
	})
}

func report(p *rule.Pass, a, w *authflow.StorageAccess, message string) {
	f := rule.Finding{
		At: a.At, Message: message, Help: fmt.Sprintf("use one key, `%s`, everywhere; best a constant", w.Key),
		Related: []rule.Related{{At: w.At, Message: "it is written here"}},
	}
	if a.KeyAt.Valid() {
		f.Fixes = []rule.Fix{{Message: fmt.Sprintf("Use the key %s", w.Key), Edits: []authflow.Edit{{At: a.KeyAt, Text: w.Key}}}}
	}
	p.Report(f)
}
