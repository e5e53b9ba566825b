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

// fingerprints returns one stable name for each finding: it does not depend on
// the line, nor on white space, so that a finding keeps it when code around it
// moves. Findings with the same code in one file are told apart by their
// ordinal.
func (r *Run) fingerprints(t texts) []string {
	out := make([]string, len(r.Findings))
	seen := map[string]int{}
	for i, f := range r.Findings {
		if out[i] = f.Fingerprint; out[i] != "" {
			continue
		}
		code := strings.Map(func(c rune) rune {
			if unicode.IsSpace(c) {
				return -1
			}
			return c
		}, t.of(f.At.File).code(f.At))
		key := strings.Join([]string{f.Rule, r.Relative(f.At.File), code}, "\x00")
		out[i] = fmt.Sprintf("%016x", xxhash.Sum64String(fmt.Sprintf("%s\x00%d", key, seen[key])))
		seen[key]++
	}
	return out
}
