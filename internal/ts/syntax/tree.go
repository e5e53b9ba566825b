// Package syntax holds the tree of a TypeScript or JavaScript file as a flat
// table. The parser fills the table once; from then on nothing calls C, a tree
// can be read from many goroutines, and a node costs no allocation.
package syntax

import "sort"

// A Row is one node in a tree's table. Rows stand in preorder, so the subtree
// of row i is rows i to Next-1.
//
// The parser fills rows from C: the layout is part of the contract.
type Row struct {
	Kind  Kind
	Field Field
	Flags uint8
	// Start and End are byte offsets in the source.
	Start, End uint32
	// Parent is -1 for the root.
	Parent int32
	// Next is the index one past the subtree.
	Next int32
}

// Flags of a Row.
const (
	// FlagBroken marks a node that is or holds a syntax error.
	FlagBroken uint8 = 1 << iota
	// FlagCut marks a node whose children were left out, since it lies as
	// deep as the parser goes.
	FlagCut
)

// A Tree is the syntax of one file. It does not change once made, and may be
// used from several goroutines at once.
type Tree struct {
	src  string
	rows []Row
}

// NewTree returns the tree with these rows, which it keeps. Rows must be in
// preorder with the root first; the offsets are those of src.
func NewTree(src string, rows []Row) *Tree {
	return &Tree{src: src, rows: rows}
}

// Root returns the program node, or no node for a tree without rows.
func (t *Tree) Root() Node { return t.At(0) }

// Len returns the number of nodes; ids run from 0 to Len()-1.
func (t *Tree) Len() int {
	if t == nil {
		return 0
	}
	return len(t.rows)
}

// At returns the node with that id, or no node if there is none.
func (t *Tree) At(id int32) Node {
	if id < 0 || int(id) >= t.Len() {
		return Node{}
	}
	return Node{t, id}
}

// Source returns the text that the offsets refer to.
func (t *Tree) Source() string {
	if t == nil {
		return ""
	}
	return t.src
}

// Deepest returns the smallest node that covers the byte at offset, the root
// where no other does, and no node for an offset outside the source. The end
// of the source counts as inside, as an editor's cursor may stand there.
func (t *Tree) Deepest(offset int) Node {
	if offset < 0 || offset > len(t.Source()) || t.Len() == 0 {
		return Node{}
	}
	at := uint32(offset)
	// Preorder sorts by start: the node sought is the last that starts at or
	// before the offset, or one above it.
	i := int32(sort.Search(len(t.rows), func(i int) bool { return t.rows[i].Start > at })) - 1
	for i > 0 && t.rows[i].End <= at {
		i = t.rows[i].Parent
	}
	return Node{t, max(i, 0)}
}
