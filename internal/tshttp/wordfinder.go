package tshttp

import (
	"bytes"
	"strings"
)

// A wordFinder looks for many words in one pass over a text. Nearly half of a
// run went into looking for one after another: a search by a first letter as
// common as e or o stops at every tenth byte. Here each word is looked for by
// the rarest two neighbours among its letters.
type wordFinder struct {
	pairs [1 << 10]uint64 // a bit for each pair of bytes that a word is known by
	words map[uint16][]soughtWord
}

type soughtWord struct {
	text  []byte
	pivot int // where its pair stands in it
}

// rareness orders letters by how seldom they are in code; what is not listed is
// rarer than all.
const rareness = "zqjkXYZvwxyBGHbgMPDCNLUfpmhudlcsarinot e"

func newWordFinder(words [][]byte) *wordFinder {
	f := &wordFinder{words: map[uint16][]soughtWord{}}
	for _, w := range words {
		best, pivot := 1<<10, 0
		for i := range len(w) - 1 {
			if score := commonness(w[i]) + commonness(w[i+1]); score < best {
				best, pivot = score, i
			}
		}
		k := pairOf(w[pivot], w[pivot+1])
		f.pairs[k>>6] |= 1 << (k & 63)
		f.words[k] = append(f.words[k], soughtWord{w, pivot})
	}
	return f
}

func commonness(c byte) int { return strings.IndexByte(rareness, c) + 1 }

func pairOf(a, b byte) uint16 { return uint16(a)<<8 | uint16(b) }

// in reports whether one of the words stands in src.
func (f *wordFinder) in(src []byte) bool {
	var last byte
	for i, c := range src {
		k := pairOf(last, c)
		last = c
		if f.pairs[k>>6]&(1<<(k&63)) == 0 {
			continue
		}
		for _, w := range f.words[k] {
			if at := i - 1 - w.pivot; at >= 0 && bytes.HasPrefix(src[at:], w.text) {
				return true
			}
		}
	}
	return false
}
