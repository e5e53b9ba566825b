package suppress

import (
	"testing"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// Whatever a comment holds, places lie within the file.
func FuzzSet(f *testing.F) {
	for _, src := range []string{
		"// authlint:ignore missing-bearer -- raw\n!",
		"/*\n * authlint:ignore a,, b\r\n */ x",
		"<!-- authlint:ignore-file -- -- -->",
		"/* authlint:",
		"//authlint:ignore\x00,--",
	} {
		f.Add(src, 0, len(src))
	}
	f.Fuzz(func(t *testing.T, src string, start, end int) {
		if start < 0 || start >= end || end > len(src) {
			return // a comment stands in its file
		}
		c := Comment{At: source.Span{File: "f", Start: start, End: end}, Text: src[start:end]}
		set := New(src, []Comment{c}, known)
		set.Suppresses(&rule.Finding{Rule: "missing-bearer", At: source.Span{File: "f", Start: len(src) / 2}})
		for _, f := range set.Findings() {
			if f.At.Start < start || f.At.End > end || f.At.Start > f.At.End {
				t.Errorf("%q: %q at %d-%d, outside of %d-%d", src, f.Message, f.At.Start, f.At.End, start, end)
			}
		}
	})
}
