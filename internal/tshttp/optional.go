package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// Middleware that looks at credentials only where a request brings some, and
// lets the others on. A preflight brings none, so it is not refused.

// refusesOnlyBrought: whatever a function refuses, it refuses behind the question
// whether a credential was brought.
//
// Have: if (req.cookies.token) { … 401 … }; next()
func refusesOnlyBrought(fn syntax.Node) bool {
	for n := range fn.Descendants() {
		if !firstOf(n).OK() && refusesWith401.MatchString(n.Text()) && !broughtAt(n, fn) {
			return false
		}
	}
	return true
}

// broughtAt: only requests that brought a credential come to n.
func broughtAt(n, fn syntax.Node) bool {
	for child, p := n, n.Parent(); p.OK() && child != fn; child, p = p, p.Parent() {
		if p.Kind() == syntax.IfStatement {
			cond := p.Child(syntax.FieldCondition)
			if child == p.Child(syntax.FieldConsequence) && present(cond, true) || child == p.Child(syntax.FieldAlternative) && present(cond, false) {
				return true
			}
		}
		if p.Kind() == syntax.StatementBlock && slices.ContainsFunc(statementsBefore(p, child), letsPass) {
			return true
		}
	}
	return false
}

// letsPass: if (!token) return next().
func letsPass(s syntax.Node) bool {
	return s.Kind() == syntax.IfStatement && present(s.Child(syntax.FieldCondition), false) && leavesIn(s.Child(syntax.FieldConsequence))
}

// present: where a condition is what holds says, a credential was brought.
func present(cond syntax.Node, holds bool) bool {
	left, right := cond.Child(syntax.FieldLeft), cond.Child(syntax.FieldRight)
	switch cond.Kind() {
	case syntax.ParenthesizedExpression:
		return present(firstOf(cond), holds)
	case syntax.UnaryExpression:
		return cond.Operator() == "!" && present(cond.Child(syntax.FieldArgument), !holds)
	case syntax.Identifier, syntax.MemberExpression, syntax.SubscriptExpression, syntax.CallExpression:
		return holds && readsCredentials.MatchString(cond.Text())
	case syntax.BinaryExpression:
		switch op := cond.Operator(); {
		case op == "&&":
			return holds && (present(left, true) || present(right, true))
		case op == "||":
			return !holds && (present(left, false) || present(right, false))
		case strings.HasPrefix(op, "!="), strings.HasPrefix(op, "=="):
			empty := right.Is(syntax.Null, syntax.Undefined) || right.Kind() == syntax.String && len(right.Text()) == 2
			return empty && strings.HasPrefix(op, "!") == holds && readsCredentials.MatchString(left.Text())
		}
	}
	return false
}
