// Package words looks for many words in one pass over a text. It is the byte
// prefilter of both languages, which sees every file of a project: looking for
// one word after another took nearly half of a run, since a search by a first
// letter as common as e or o stops at every tenth byte. Here each word is looked
// for by the rarest two neighbours among its letters.
package words

import (
	"bytes"
	"math/bits"
	"strings"
)

// A Finder looks for groups of words.
type Finder struct {
	pairs [1 << 10]uint64 // a bit for each pair of bytes that a word is known by
	words map[uint16][]sought
	all   uint64
}

type sought struct {
	text  []byte
	pivot int // where its pair stands in it
	group uint64
}

// New returns a finder of at most 64 groups of words, each word of two letters or
// more.
func New(groups ...[]string) *Finder {
	f := &Finder{words: map[uint16][]sought{}}
	for i, group := range groups {
		f.all |= 1 << i
		for _, w := range group {
			f.add(w, 1<<i)
		}
	}
	return f
}

func (f *Finder) add(w string, group uint64) {
	best, pivot := 1<<10, 0
	for i := range len(w) - 1 {
		if score := commonness(w[i]) + commonness(w[i+1]); score < best {
			best, pivot = score, i
		}
	}
	k := pairOf(w[pivot], w[pivot+1])
	f.pairs[k>>6] |= 1 << (k & 63)
	f.words[k] = append(f.words[k], sought{[]byte(w), pivot, group})
}

// rareness orders letters by how seldom they are in code; what is not listed is
// rarer than all.
const rareness = "zqjkXYZvwxyBGHbgMPDCNLUfpmhudlcsarinot e"

func commonness(c byte) int { return strings.IndexByte(rareness, c) + 1 }

func pairOf(a, b byte) uint16 { return uint16(a)<<8 | uint16(b) }

// Any reports whether one of the words stands in src.
func (f *Finder) Any(src []byte) bool { return f.find(src, 1) != 0 }

// Groups returns the groups of which a word stands in src, a bit each: the first
// group is bit 0.
func (f *Finder) Groups(src []byte) uint64 { return f.find(src, bits.OnesCount64(f.all)) }

// find looks until that many groups are found.
func (f *Finder) find(src []byte, enough int) (found uint64) {
	var last byte
	for i, c := range src {
		k := pairOf(last, c)
		last = c
		if f.pairs[k>>6]&(1<<(k&63)) == 0 {
			continue
		}
		for _, w := range f.words[k] {
			at := i - 1 - w.pivot
			if found&w.group != 0 || at < 0 || !bytes.HasPrefix(src[at:], w.text) {
				continue
			}
			if found |= w.group; bits.OnesCount64(found) >= enough {
				return found
			}
		}
	}
	return found
}
