package words

import (
	"bytes"
	"strings"
	"testing"
)

func TestAny(t *testing.T) {
	words := []string{"axios", "earer ", "$.ajax", "status === '4", "ab"}
	f := New(words)
	for _, w := range words {
		for _, src := range []string{w, "x" + w, w + "x", strings.Repeat(w, 2)} {
			if !f.Any([]byte(src)) {
				t.Errorf("%q is not found in %q", w, src)
			}
		}
	}
	for _, src := range []string{"", "a", "axio", "xios", "earer", "a b", "$.aja x"} {
		if f.Any([]byte(src)) {
			t.Errorf("found in %q", src)
		}
	}
}

func TestGroups(t *testing.T) {
	f := New([]string{"one", "eins"}, []string{"two"}, []string{"one more"})
	for src, want := range map[string]uint64{
		"": 0, "none here": 0b001, "eins": 0b001, "two": 0b010, "one more": 0b101, "one more, or two": 0b111, "on e": 0,
	} {
		if got := f.Groups([]byte(src)); got != want {
			t.Errorf("%q: groups %03b, want %03b", src, got, want)
		}
	}
}

// What it finds is what a search for one word after another finds.
func FuzzFinder(f *testing.F) {
	f.Add([]byte("import axios from 'axios'"), []byte("xi"), []byte("os"))
	f.Fuzz(func(t *testing.T, src, one, two []byte) {
		if len(one) < 2 || len(two) < 2 {
			return // words have two letters or more
		}
		var want uint64
		if bytes.Contains(src, one) {
			want |= 1
		}
		if bytes.Contains(src, two) {
			want |= 2
		}
		finder := New([]string{string(one)}, []string{string(two)})
		if got := finder.Groups(src); got != want {
			t.Errorf("%q and %q in %q: %02b, want %02b", one, two, src, got, want)
		}
		if got := finder.Any(src); got != (want != 0) {
			t.Errorf("%q or %q in %q: %v", one, two, src, got)
		}
	})
}
