package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// waits returns where the handler waits for what the flag stands for, in the
// branch that a set flag leads to.
func (x *reentry) waits(s step) source.Span {
	file := s.g.file
	for n := s.Expr; n.OK() && n != s.g.fn; n = n.Parent() {
		p := n.Parent()
		if p.Is(syntax.AugmentedAssignmentExpression, syntax.BinaryExpression) && p.Child(syntax.FieldLeft) == n && slices.Contains([]string{"??=", "||=", "??", "||"}, p.Operator()) {
			return file.Span(n) // promise ??= refresh(): who finds it there waits for it
		}
		if p.Kind() != syntax.IfStatement {
			continue
		}
		then, other := p.Child(syntax.FieldConsequence), p.Child(syntax.FieldAlternative)
		if flagLeadsTo(s.Expr) {
			return x.waitsIn(s, then)
		}
		if other.OK() {
			return x.waitsIn(s, other)
		}
		for next := p.Next(); next.OK(); next = next.Next() {
			if at := x.waitsIn(s, next); at.Valid() {
				return at
			}
		}
		return source.Span{}
	}
	return source.Span{}
}

// flagLeadsTo reports whether a condition holds when its flag is set.
func flagLeadsTo(n syntax.Node) bool {
	for {
		switch {
		case n.Kind() == syntax.ParenthesizedExpression:
			n = firstOf(n)
		case n.Kind() == syntax.UnaryExpression:
			return false
		case n.Kind() == syntax.BinaryExpression:
			switch n.Operator() {
			case "&&", "||":
				if !flagLeadsTo(n.Child(syntax.FieldLeft)) {
					return false
				}
				n = n.Child(syntax.FieldRight)
			case "===", "==":
				return !n.Child(syntax.FieldRight).Is(syntax.False, syntax.Null, syntax.Undefined)
			default:
				return n.Child(syntax.FieldRight).Is(syntax.False, syntax.Null, syntax.Undefined)
			}
		default:
			return true
		}
	}
}

// waitsIn finds a queue, a shared promise or a subject that is waited for.
func (x *reentry) waitsIn(s step, branch syntax.Node) source.Span {
	var at source.Span
	syntax.Walk(branch, func(n syntax.Node) bool {
		if at.Valid() {
			return false
		}
		switch n.Kind() {
		case syntax.NewExpression:
			if n.Child(syntax.FieldConstructor).Text() == "Promise" {
				at = s.g.file.Span(n)
			}
		case syntax.AwaitExpression, syntax.ReturnStatement:
			if c := rootNode(firstOf(n)); c.Is(syntax.Identifier, syntax.This) && sharesPromise(x, s, firstOf(n)) {
				at = s.g.file.Span(n)
			}
		case syntax.CallExpression:
			fn := n.Child(syntax.FieldFunction)
			object := fn.Child(syntax.FieldObject)
			switch name := calleeName(n); {
			case name == "pipe" && strings.Contains(n.Child(syntax.FieldArguments).Text(), "filter("),
				name == "then" && sharesPromise(x, s, object):
				at = s.g.file.Span(n)
			default:
				for _, v := range s.g.eval(n).Alternatives() {
					if v.Kind == value.Call && v.New && v.Base.IsGlobal("Promise") {
						at = s.g.file.Span(n)
					}
				}
			}
		}
		return !at.Valid()
	})
	return at
}

// sharesPromise: n is what the condition tests, and holds a promise.
func sharesPromise(x *reentry, s step, n syntax.Node) bool {
	if !n.Is(syntax.Identifier, syntax.MemberExpression) || !strings.Contains(stateName(s.Expr), stateName(n)) {
		return false
	}
	owner := "this"
	if root := rootNode(n); root.Kind() == syntax.Identifier {
		b := s.g.file.Scopes.Lookup(root)
		if b == nil {
			return false
		}
		owner = ownerOf(s.g.file, b)
	}
	for _, w := range x.w.r.assignments(s.g, authflow.State{Owner: owner, Name: stateName(n)}) {
		if _, right, _ := putInto(w); !right.Is(syntax.True, syntax.False, syntax.Null, syntax.Undefined) {
			return true
		}
	}
	return false
}
