// Package incompletelogout flags what of a session is left behind where the
// rest of it is removed.
package incompletelogout

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is incomplete-logout.
var Rule = &rule.Rule{ID: "incomplete-logout", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[string]bool{}
	for _, w := range p.Facts.Storage {
		key := w.Store + " " + w.Key
		if w.Op != authflow.Write || !isKept(w) || seen[key] || p.Facts.MayEnd(w) {
			continue
		}
		seen[key] = true
		if r := removal(p.Facts, w); r != nil {
			p.Report(rule.Finding{
				At:      r.At,
				Message: fmt.Sprintf("`%s` is removed and `%s` stays in %s for good, for whoever uses the browser next", r.Key, w.Key, w.Store),
				Help:    fmt.Sprintf("remove `%s` as well", w.Key),
				Related: []rule.Related{{At: w.At, Message: "it is written here, and nothing removes it"}},
			})
		}
	}
	end := anyRemoval(p.Facts)
	if end == nil {
		return
	}
	for _, d := range p.Facts.Defaults {
		if d.Dropped {
			continue
		}
		p.Report(rule.Finding{
			At:      end.At,
			Message: fmt.Sprintf("`%s` is removed and the header stays among the client's defaults, so that requests after the logout still carry it", end.Key),
			Help:    fmt.Sprintf("`delete %s` as well", d.Name),
			Related: []rule.Related{{At: d.At, Message: "it is set here, and nothing takes it away"}},
		})
		return // one mistake: the logout
	}
}

// isKept: the access is about a token under one key, in a store that the code
// alone is in charge of. Servers clear cookies too.
func isKept(a *authflow.StorageAccess) bool {
	return a.Store != "" && a.Store != "cookie" && !a.Test && a.Owner == "" && a.NoMethod == "" && credential.IsCredentialName(a.Key)
}

// removal returns one of another token of the session whose token w writes: both
// are written by one function, or w is of the refresh token beside the access
// token.
func removal(facts *authflow.Facts, w *authflow.StorageAccess) *authflow.StorageAccess {
	var found *authflow.StorageAccess
	for _, r := range facts.Storage {
		if r.Op != authflow.Remove || !isKept(r) || r.Key == w.Key {
			continue
		}
		for _, o := range facts.Stored(r.Key, authflow.Write) {
			together := o.In == w.In && o.In.Valid()
			pair := credential.NameOf(w.Key) == credential.NameRefresh && credential.NameOf(r.Key) == credential.NameToken && o.Store == w.Store
			if (together || pair) && (found == nil || rank(r, w) > rank(found, w)) {
				found = r
			}
		}
	}
	return found
}

// rank prefers a removal in a function that is named after logging out, and one
// from the same store.
func rank(r, w *authflow.StorageAccess) int {
	n := 0
	if r.EndsSession {
		n++
	}
	if r.Store == w.Store {
		n += 2
	}
	return n
}

// anyRemoval returns a removal of a token that was written, best in a function
// that is named after logging out.
func anyRemoval(facts *authflow.Facts) *authflow.StorageAccess {
	var found *authflow.StorageAccess
	for _, r := range facts.Storage {
		if r.Op == authflow.Remove && isKept(r) && len(facts.Stored(r.Key, authflow.Write)) > 0 && (found == nil || !found.EndsSession && r.EndsSession) {
			found = r
		}
	}
	return found
}
