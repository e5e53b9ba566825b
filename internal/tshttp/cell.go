package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// A cell is a variable, a field or a property that outlives the call of the
// function which writes it: let isRefreshing, this.queue, state.refreshing.
type cell struct {
	file  *module.File
	root  *scope.Binding // what its name begins with; nil for a field of a class
	class syntax.Node    // the class of a field, or the object around a method
	name  string         // as it is spelled, without this and optional marks
}

// cellOf names the cell that an expression writes or reads. A variable of the
// function around is none: it is made anew in each call.
func cellOf(f *module.File, n syntax.Node) (cell, bool) {
	for n.Is(syntax.NonNullExpression, syntax.ParenthesizedExpression) {
		n = firstOf(n)
	}
	if !n.Is(syntax.Identifier, syntax.MemberExpression) {
		return cell{}, false
	}
	c := cell{file: f, name: stateName(n)}
	switch root := rootNode(n); root.Kind() {
	case syntax.This:
		c.class = enclosingClass(n)
		return c, n != root && c.class.OK()
	case syntax.Identifier:
		c.root = f.Scopes.Lookup(root)
		switch {
		case c.root == nil:
			return cell{}, false
		case n.Kind() == syntax.MemberExpression:
			return c, outlives(c.root, functionOf(n))
		case !slices.Contains([]scope.Kind{scope.Let, scope.Var, scope.Const}, c.root.Kind):
			return cell{}, false
		}
		return c, !functionOf(n).Contains(c.root.Node)
	}
	return cell{}, false
}

// outlives reports whether the object that a name stands for is there before a
// function is called: made outside, or handed out by a call (inject, useRef).
func outlives(root *scope.Binding, fn syntax.Node) bool {
	switch {
	case root.Kind == scope.Catch:
		return false
	case root.Kind == scope.Param:
		return !fn.Contains(root.Node) && len(root.Path) > 0 // of a function around, by name
	case root.Kind == scope.Import, root.Kind == scope.Class:
		return true
	}
	return root.Scope.Parent == nil || len(root.Path) == 0 && root.Init.Kind() == syntax.CallExpression || !fn.Contains(root.Node) && root.Init.Kind() == syntax.Object
}

// is reports whether an expression names the cell.
func (c cell) is(f *module.File, n syntax.Node) bool {
	last := n
	if n.Kind() == syntax.MemberExpression {
		last = n.Child(syntax.FieldProperty)
	}
	// The last name tells most of a file apart, and costs less than the spelling.
	if f != c.file || !n.Is(syntax.Identifier, syntax.MemberExpression) || !strings.HasSuffix(c.name, last.Text()) || stateName(n) != c.name {
		return false
	}
	root := rootNode(n)
	if c.root == nil {
		return root.Kind() == syntax.This && enclosingClass(n) == c.class
	}
	return root.Kind() == syntax.Identifier && f.Scopes.Lookup(root) == c.root
}

// uses lists the places that name the cell, in its file.
func (c cell) uses() []syntax.Node {
	var out []syntax.Node
	for n := range c.file.Tree.Root().Descendants() {
		if c.is(c.file, n) {
			out = append(out, n)
		}
	}
	return out
}

// onlyFrom: a variable of the module that is read behind one assignment alone, in
// the same function: nobody else finds what is assigned there.
func (c cell) onlyFrom(assignment, fn syntax.Node) bool {
	if c.root == nil || c.root.Kind != scope.Let || c.root.Node.Kind() != syntax.Identifier || c.name != c.root.Name || assignment.Kind() != syntax.AssignmentExpression {
		return false
	}
	if _, ok := c.file.Export(c.name); ok {
		return false
	}
	block := assignment.Parent().Parent() // no read is reached without the assignment
	for _, n := range c.uses() {
		if n == c.root.Node || isWritten(n) {
			continue
		}
		if !fn.Contains(n) || !block.Contains(n) || n.Start() < assignment.End() {
			return false
		}
	}
	return true
}

// isWritten: the place is the target of an assignment.
func isWritten(n syntax.Node) bool {
	p := n.Parent()
	return p.Is(syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression) && p.Child(syntax.FieldLeft) == n
}

// isTested: the place is a condition, or a part of one.
func isTested(n syntax.Node) bool {
	n = reading(n)
	for p := n.Parent(); p.OK() && !scope.IsFunction(p); n, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.IfStatement, syntax.TernaryExpression, syntax.WhileStatement:
			return p.Child(syntax.FieldCondition) == n
		case syntax.AugmentedAssignmentExpression:
			return p.Child(syntax.FieldLeft) == n && (p.Operator() == "??=" || p.Operator() == "||=")
		case syntax.BinaryExpression:
			if op := p.Operator(); (op == "&&" || op == "||" || op == "??") && p.Child(syntax.FieldLeft) == n {
				return true
			}
		case syntax.ParenthesizedExpression, syntax.UnaryExpression:
		default:
			return false
		}
	}
	return false
}
