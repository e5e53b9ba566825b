// Package flow says under which conditions a place in a function is reached.
// It reads the structure of the code, not a graph: enclosing branches, and
// statements before it that leave.
package flow

import (
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// A Condition is an expression that every way to a place has evaluated.
type Condition struct {
	Expr syntax.Node
	// Holds: the expression was true; else false.
	Holds bool
	// Cases are the values of which Expr had one, where a switch leads here.
	Cases []syntax.Node
}

// Conditions lists what has been tested on every way from the start of within
// to n, the innermost first. Functions inside within are taken to run where
// they stand: a callback is reached under the conditions of its call.
func Conditions(n, within syntax.Node) []Condition {
	var out []Condition
	add := func(x syntax.Node, holds bool) {
		if x.OK() && x.Kind() != syntax.EmptyStatement { // for (;;) tests nothing
			out = append(out, Condition{Expr: x, Holds: holds})
		}
	}
	for child, p := n, n.Parent(); p.OK() && child != within; child, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.IfStatement, syntax.TernaryExpression:
			switch cond := p.Child(syntax.FieldCondition); child {
			case p.Child(syntax.FieldConsequence):
				add(cond, true)
			case p.Child(syntax.FieldAlternative):
				add(cond, false)
			}
		case syntax.WhileStatement, syntax.ForStatement:
			if child == p.Child(syntax.FieldBody) {
				add(p.Child(syntax.FieldCondition), true)
			}
		case syntax.BinaryExpression:
			if child == p.Child(syntax.FieldRight) {
				switch p.Operator() {
				case "&&":
					add(p.Child(syntax.FieldLeft), true)
				case "||", "??":
					add(p.Child(syntax.FieldLeft), false)
				}
			}
		case syntax.SwitchCase:
			if subject := p.Parent().Parent().Child(syntax.FieldValue); child != p.Child(syntax.FieldValue) && subject.OK() {
				out = append(out, Condition{Expr: subject, Holds: true, Cases: cases(p)})
			}
		case syntax.AugmentedAssignmentExpression:
			if child == p.Child(syntax.FieldRight) {
				switch p.Operator() {
				case "&&=":
					add(p.Child(syntax.FieldLeft), true)
				case "||=", "??=":
					add(p.Child(syntax.FieldLeft), false)
				}
			}
		}
		if p.Is(syntax.StatementBlock, syntax.Program, syntax.SwitchCase, syntax.SwitchDefault) {
			out = append(out, left(p, child)...)
		}
	}
	return out
}

// cases returns the values that lead into a case: its own, and those of empty
// cases before it.
func cases(c syntax.Node) []syntax.Node {
	var before []syntax.Node
	for s := range c.Parent().Elements() {
		if s == c {
			break
		}
		before = append(before, s)
	}
	out := []syntax.Node{c.Child(syntax.FieldValue)}
	for i := len(before) - 1; i >= 0 && before[i].Kind() == syntax.SwitchCase && !before[i].Child(syntax.FieldBody).OK(); i-- {
		out = append(out, before[i].Child(syntax.FieldValue))
	}
	return out
}

// left lists the conditions of the statements before child in its block that
// leave when they hold: if (c) return.
func left(block, child syntax.Node) []Condition {
	var out []Condition
	for s := range block.Elements() {
		if s == child {
			break
		}
		if s.Kind() != syntax.IfStatement {
			continue
		}
		cond, alternative := s.Child(syntax.FieldCondition), s.Child(syntax.FieldAlternative)
		switch {
		case Leaves(s.Child(syntax.FieldConsequence)):
			out = append(out, Condition{Expr: cond})
		case alternative.OK() && Leaves(alternative):
			out = append(out, Condition{Expr: cond, Holds: true})
		}
	}
	return out
}

// Leaves reports whether a statement never completes normally: it returns,
// throws, breaks or continues on every way.
func Leaves(s syntax.Node) bool {
	switch s.Kind() {
	case syntax.ReturnStatement, syntax.ThrowStatement, syntax.BreakStatement, syntax.ContinueStatement:
		return true
	case syntax.StatementBlock:
		for c := range s.Elements() {
			if Leaves(c) {
				return true
			}
		}
	case syntax.ElseClause:
		for c := range s.Elements() {
			return Leaves(c)
		}
	case syntax.IfStatement:
		alt := s.Child(syntax.FieldAlternative)
		return alt.OK() && Leaves(alt) && Leaves(s.Child(syntax.FieldConsequence))
	case syntax.SwitchStatement:
		return switchLeaves(s.Child(syntax.FieldBody))
	case syntax.TryStatement:
		if f := s.Child(syntax.FieldFinalizer); f.OK() && Leaves(f.Child(syntax.FieldBody)) {
			return true
		}
		h := s.Child(syntax.FieldHandler)
		return Leaves(s.Child(syntax.FieldBody)) && (!h.OK() || Leaves(h.Child(syntax.FieldBody)))
	}
	return false
}

// switchLeaves: there is a default, no case breaks out of the switch, and the
// last one leaves, so that those which fall through do too.
func switchLeaves(body syntax.Node) bool {
	var last syntax.Node
	def := false
	for c := range body.Elements() {
		last, def = c, def || c.Kind() == syntax.SwitchDefault
		broken := false
		syntax.Walk(c, func(n syntax.Node) bool {
			broken = broken || n.Kind() == syntax.BreakStatement
			return !scope.IsFunction(n) && !n.Is(syntax.SwitchStatement, syntax.WhileStatement, syntax.ForStatement, syntax.ForInStatement, syntax.DoStatement)
		})
		if broken {
			return false
		}
	}
	if !def {
		return false
	}
	for c := range last.Elements() {
		if c.Field() != syntax.FieldValue && Leaves(c) {
			return true
		}
	}
	return false
}

// Own yields the nodes of a function that are not inside another function.
func Own(fn syntax.Node, yield func(syntax.Node) bool) {
	syntax.Walk(fn, func(n syntax.Node) bool {
		if n != fn && scope.IsFunction(n) {
			return false
		}
		return yield(n)
	})
}
