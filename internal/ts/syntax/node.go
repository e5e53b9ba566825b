package syntax

import "iter"

// A Node is one node of a tree. Nodes of a tree compare equal when they are
// the same node. The zero Node means "no node": every method may be called on
// it and answers with nothing, so a chain such as
// n.Child(FieldFunction).Child(FieldProperty).Text() needs no checks.
type Node struct {
	tree *Tree
	id   int32
}

// none is what the rows of no node look like.
var none = Row{Parent: -1}

func (n Node) row() *Row {
	if n.tree == nil {
		return &none
	}
	return &n.tree.rows[n.id]
}

// OK reports whether there is a node.
func (n Node) OK() bool { return n.tree != nil }

// ID returns the node's index in its tree, -1 for no node. Ids are in source
// order, a parent before its children.
func (n Node) ID() int32 {
	if n.tree == nil {
		return -1
	}
	return n.id
}

// Tree returns the tree the node belongs to, nil for no node.
func (n Node) Tree() *Tree { return n.tree }

// Kind returns what the node is, Invalid for no node.
func (n Node) Kind() Kind { return n.row().Kind }

// Is reports whether the node is of one of the kinds.
func (n Node) Is(kinds ...Kind) bool {
	if n.tree == nil {
		return false
	}
	k := n.row().Kind
	for _, want := range kinds {
		if k == want {
			return true
		}
	}
	return false
}

// Field returns which part of its parent the node is.
func (n Node) Field() Field { return n.row().Field }

// Start returns the byte offset of the node's first byte.
func (n Node) Start() int { return int(n.row().Start) }

// End returns the byte offset one past the node's last byte.
func (n Node) End() int { return int(n.row().End) }

// Text returns the node's source without copying it.
func (n Node) Text() string {
	if n.tree == nil {
		return ""
	}
	r := n.row()
	return n.tree.src[r.Start:r.End]
}

// Parent returns the node above, none for the root.
func (n Node) Parent() Node { return n.tree.At(n.row().Parent) }

// First returns the first child. It may be a comment.
func (n Node) First() Node {
	if n.tree == nil || n.row().Next == n.id+1 {
		return Node{}
	}
	return Node{n.tree, n.id + 1}
}

// Next returns the next sibling. It may be a comment.
func (n Node) Next() Node {
	r := n.row()
	// What follows the subtree is a sibling only within the parent's subtree.
	if r.Parent < 0 || r.Next >= n.tree.rows[r.Parent].Next {
		return Node{}
	}
	return Node{n.tree, r.Next}
}

// Child returns the first child in that field.
func (n Node) Child(f Field) Node {
	for c := n.First(); c.OK(); c = c.Next() {
		if c.row().Field == f {
			return c
		}
	}
	return Node{}
}

// Children yields the children in source order, comments and keywords
// included.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for c := n.First(); c.OK(); c = c.Next() {
			if !yield(c) {
				return
			}
		}
	}
}

// Elements yields the children that are neither comments nor keywords: the
// arguments of a call, the elements of an array, the statements of a block.
func (n Node) Elements() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for c := n.First(); c.OK(); c = c.Next() {
			if k := c.Kind(); k == Comment || k == HTMLComment || k.Keyword() {
				continue
			}
			if !yield(c) {
				return
			}
		}
	}
}

// ChildrenOf yields the children in that field: a field may hold several, as
// the decorators of a class do.
func (n Node) ChildrenOf(f Field) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for c := n.First(); c.OK(); c = c.Next() {
			if c.row().Field == f && !yield(c) {
				return
			}
		}
	}
}

// Descendants yields the subtree without n itself, in preorder. It is a
// contiguous range of ids.
func (n Node) Descendants() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for i, end := n.id+1, n.row().Next; i < end; i++ {
			if !yield(Node{n.tree, i}) {
				return
			}
		}
	}
}

// Has reports whether a direct child is of that kind: Async on a function,
// Static on a method, OptionalChain on a member access.
func (n Node) Has(k Kind) bool {
	for c := n.First(); c.OK(); c = c.Next() {
		if c.row().Kind == k {
			return true
		}
	}
	return false
}

// Operator returns the operator of a unary, binary, update, assignment or
// augmented assignment expression, and "in" or "of" of a for statement over
// them; "" for any other node.
func (n Node) Operator() string {
	if n.Kind() == AssignmentExpression {
		// The grammar has no field for it, as there is only one.
		return "="
	}
	return n.Child(FieldOperator).Text()
}

// Contains reports whether m is n or lies below it.
func (n Node) Contains(m Node) bool {
	return n.tree != nil && n.tree == m.tree && n.id <= m.id && m.id < n.row().Next
}

// Broken reports whether n is or holds a syntax error.
func (n Node) Broken() bool { return n.row().Flags&FlagBroken != 0 }

// Cut reports whether what lies below n was left out for its depth.
func (n Node) Cut() bool { return n.row().Flags&FlagCut != 0 }

// Walk calls enter for n and each node below it, in preorder. It skips what is
// below a node for which enter returns false. It does not recurse, so depth
// costs no stack.
func Walk(n Node, enter func(Node) bool) {
	for i, end := n.id, n.row().Next; i < end; {
		if m := (Node{n.tree, i}); enter(m) {
			i++
		} else {
			i = m.row().Next
		}
	}
}
