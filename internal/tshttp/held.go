package tshttp

import "github.com/authlint/authlint/internal/ts/syntax"

// A flag need not be a variable: a signal of Angular holds it, busy.set(true)
// and busy(), and so does a subject of RxJS, busy.next(true) and busy.value.

// putInto returns what a node sets, and to what: that of an assignment, or that
// of a call which gives an object the one value that it holds.
func putInto(n syntax.Node) (left, right syntax.Node, ok bool) {
	switch n.Kind() {
	case syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression:
		return n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight), true
	case syntax.CallExpression:
		fn := n.Child(syntax.FieldFunction)
		args := elements(n.Child(syntax.FieldArguments))
		if fn.Kind() == syntax.MemberExpression && len(args) == 1 {
			name := calleeName(n)
			return fn.Child(syntax.FieldObject), args[0], name == "set" || name == "next"
		}
	}
	return syntax.Node{}, syntax.Node{}, false
}

// heldIn returns the object whose value a node reads.
func heldIn(n syntax.Node) (object syntax.Node, ok bool) {
	switch n.Kind() {
	case syntax.MemberExpression:
		return n.Child(syntax.FieldObject), n.Child(syntax.FieldProperty).Text() == "value"
	case syntax.CallExpression:
		if firstOf(n.Child(syntax.FieldArguments)).OK() {
			return syntax.Node{}, false
		}
		fn := n.Child(syntax.FieldFunction)
		if calleeName(n) == "getValue" && fn.Kind() == syntax.MemberExpression {
			return fn.Child(syntax.FieldObject), true
		}
		return fn, fn.Is(syntax.Identifier, syntax.MemberExpression)
	}
	return syntax.Node{}, false
}

// reading returns the node that reads what n holds: busy() of busy, and n itself
// where nothing does.
func reading(n syntax.Node) syntax.Node {
	for _, p := range []syntax.Node{n.Parent(), n.Parent().Parent()} {
		if o, ok := heldIn(p); ok && o == n {
			return p
		}
	}
	return n
}
