package tshttp

import (
	"bytes"
	"testing"
)

func TestWordFinder(t *testing.T) {
	words := wordList("axios", "earer ", "$.ajax", "status === '4", "ab")
	f := newWordFinder(words)
	for _, w := range words {
		for _, src := range [][]byte{w, append([]byte("x"), w...), append(bytes.Clone(w), 'x'), bytes.Repeat(w, 2)} {
			if !f.in(src) {
				t.Errorf("%q is not found in %q", w, src)
			}
		}
	}
	for _, src := range []string{"", "a", "axio", "xios", "earer", "a b", "$.aja x"} {
		if f.in([]byte(src)) {
			t.Errorf("found in %q", src)
		}
	}
}

// What it finds is what a search for one word after another finds.
func FuzzWordFinder(f *testing.F) {
	f.Add([]byte("import axios from 'axios'"), []byte("xi"))
	f.Fuzz(func(t *testing.T, src, word []byte) {
		if len(word) < 2 {
			t.Skip("a word has two letters")
		}
		if got, want := newWordFinder([][]byte{word}).in(src), bytes.Contains(src, word); got != want {
			t.Errorf("%q in %q: %v, want %v", word, src, got, want)
		}
	})
}
