// Package quotedtoken flags a token that is stored in one form and read in
// another: stringified and taken as it is, or the reverse.
package quotedtoken

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is quoted-token.
var Rule = &rule.Rule{ID: "quoted-token", Page: page, Run: run}

// A use is a place that takes what is stored under a key, in a form.
type use struct {
	at         source.Span
	key, store string
	form       authflow.Encoding
}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, u := range uses(p.Facts) {
		w, form := written(p.Facts, u)
		if w == nil || form == u.form || seen[u.at] {
			continue
		}
		seen[u.at] = true
		f := rule.Finding{
			At:      u.at,
			Message: fmt.Sprintf("`%s` is stored as JSON and taken here as it is, so that its quotes are sent along: `Bearer \"…\"`", u.key),
			Help:    "store the string itself; a token needs no JSON",
			Related: []rule.Related{{At: w.At, Message: "it is stored here"}},
		}
		if u.form == authflow.JSON {
			f.Message = fmt.Sprintf("`%s` is stored as it is, and JSON.parse throws on a token", u.key)
			f.Help = "take the string itself; a token needs no JSON"
		}
		p.Report(f)
	}
}

// uses lists the reads whose form is known: by the code around them, or because
// the value ends in a header.
func uses(facts *authflow.Facts) []use {
	var out []use
	for _, a := range facts.Storage {
		if a.Op == authflow.Read && !a.Test && a.Owner == "" && credential.IsCredentialName(a.Key) && (a.Encoding == authflow.Raw || a.Encoding == authflow.JSON) {
			out = append(out, use{a.At, a.Key, a.Store, a.Encoding})
		}
	}
	for _, h := range facts.Headers {
		if !h.IsAuthorization() {
			continue
		}
		for _, v := range h.Values {
			if len(v) == 0 {
				continue
			}
			o := v[len(v)-1].Hole
			if o != nil && o.Origin == credential.Storage && o.Key != "" && o.ReadAt.Valid() && !o.Parsed && !o.Reshaped && !decoded(facts, o.Key) {
				out = append(out, use{o.ReadAt, o.Key, o.Store, authflow.Raw})
			}
		}
	}
	return out
}

// decoded: some read of the key takes it from its form, a library's perhaps, and
// may be the one that leads to the header.
func decoded(facts *authflow.Facts, key string) bool {
	return slices.ContainsFunc(facts.Stored(key, authflow.Read), func(a *authflow.StorageAccess) bool {
		return a.Encoding == authflow.JSON || a.Encoding == authflow.Own
	})
}

// written returns a write of what is used, and the form that all writes have: a
// string, as it is or as JSON. It is nil where one of them is not known.
func written(facts *authflow.Facts, u use) (*authflow.StorageAccess, authflow.Encoding) {
	var found *authflow.StorageAccess
	for _, a := range facts.Storage {
		switch {
		case a.Op != authflow.Write && a.Op != authflow.Hold, a.Test, !a.MayBe(u.key), a.Store != "" && u.store != "" && a.Store != u.store:
			continue
		case a.Key == "", a.Store == "", a.Encoding != authflow.Raw && a.Encoding != authflow.JSON, a.Op == authflow.Write && a.Text != authflow.Yes:
			return nil, authflow.EncodingUnknown
		case found != nil && found.Encoding != a.Encoding:
			return nil, authflow.EncodingUnknown
		}
		found = a
	}
	if found == nil {
		return nil, authflow.EncodingUnknown
	}
	return found, found.Encoding
}
