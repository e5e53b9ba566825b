package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/cespare/xxhash/v2"
)

// Fingerprint gives each finding its fingerprint, if it has none, and returns
// them all. It is called while all findings are there: one keeps its ordinal when
// others are left out because they are known.
func (r *Run) Fingerprint() []string {
	out := r.fingerprints(r.texts())
	for i := range r.Findings {
		r.Findings[i].Fingerprint = out[i]
	}
	return out
}

// fingerprints returns one stable name for each finding.
func (r *Run) fingerprints(t texts) []string {
	out := make([]string, len(r.Findings))
	ids := r.identities(t)
	for i, f := range r.Findings {
		if out[i] = f.Fingerprint; out[i] == "" {
			out[i] = ids[i].In(r.Relative(f.At.File))
		}
	}
	return out
}

// An Identity is what tells a finding from the others: it does not depend on the
// line, nor on white space, so that it stays when code around it moves.
type Identity struct {
	rule, code string
	ordinal    int // among the findings of that rule and code in one file
}

// In returns the fingerprint of the finding in a file of that name.
func (id Identity) In(file string) string {
	key := strings.Join([]string{id.rule, file, id.code}, "\x00")
	return fmt.Sprintf("%016x", xxhash.Sum64String(fmt.Sprintf("%s\x00%d", key, id.ordinal)))
}

// Identities returns that of each finding. It is called while all are there.
func (r *Run) Identities() []Identity { return r.identities(r.texts()) }

func (r *Run) identities(t texts) []Identity {
	type place struct{ file, rule, code string }
	out := make([]Identity, len(r.Findings))
	seen := map[place]int{}
	for i, f := range r.Findings {
		code := strings.Map(func(c rune) rune {
			if unicode.IsSpace(c) {
				return -1
			}
			return c
		}, t.of(f.At.File).code(f.At))
		at := place{f.At.File, f.Rule, code}
		out[i] = Identity{f.Rule, code, seen[at]}
		seen[at]++
	}
	return out
}
