package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// turnsAway finds where a refused request fails because a flag says that a
// refresh is under way:
//
//	if (isRefreshing) throw error
//
//	if (status === 401 && !isRefreshing) { isRefreshing = true … }
//	return Promise.reject(error)
func (r *reader) turnsAway(s *authflow.RefreshStart, f *module.File, n, top syntax.Node) {
	for _, c := range flow.Conditions(n, top) {
		flag, ok := heldFlag(f, c.Expr, n, top)
		if !ok {
			continue
		}
		branch := c.Expr.Parent()
		for branch.OK() && branch != top && branch.Kind() != syntax.IfStatement {
			branch = branch.Parent()
		}
		if branch.Kind() != syntax.IfStatement || !branch.Child(syntax.FieldCondition).Contains(c.Expr) {
			continue
		}
		var away []syntax.Node // what runs where the flag is set
		switch other := branch.Child(syntax.FieldAlternative); {
		case !branch.Child(syntax.FieldConsequence).Contains(n):
			away = []syntax.Node{branch.Child(syntax.FieldConsequence)}
		case other.OK():
			away = []syntax.Node{other}
		default:
			away = following(branch, top)
		}
		if at := rejection(away); at.OK() {
			s.Flag, s.TurnedAway = value.Spell(flag), f.Span(at)
		}
		return
	}
}

// heldFlag finds the flag in a condition that is set before the refresh n, set
// back somewhere, and asked for at no other place of the function.
func heldFlag(f *module.File, cond, n, top syntax.Node) (syntax.Node, bool) {
	var flag syntax.Node
	syntax.Walk(cond, func(m syntax.Node) bool {
		c, ok := cellOf(f, m)
		if !ok || flag.OK() {
			return !flag.OK()
		}
		set, freed, asked := false, false, 0
		for _, u := range c.uses() {
			right := u.Parent().Child(syntax.FieldRight)
			switch {
			case isWritten(u) && right.Kind() == syntax.True:
				set = set || top.Contains(u) && u.Start() < n.Start()
			case isWritten(u):
				freed = freed || right.Kind() == syntax.False
			case top.Contains(u):
				asked++
			}
		}
		if set && freed && asked == 1 {
			flag = m
		}
		return false
	})
	return flag, flag.OK()
}

// following lists the statements that follow one, up to the end of the function.
func following(n, top syntax.Node) []syntax.Node {
	var out []syntax.Node
	for ; n.OK() && n != top; n = n.Parent() {
		if !n.Parent().Is(syntax.StatementBlock, syntax.SwitchCase) {
			continue
		}
		for s := n.Next(); s.OK(); s = s.Next() {
			out = append(out, s)
			if s.Is(syntax.ReturnStatement, syntax.ThrowStatement) {
				return out
			}
		}
	}
	return out
}

// rejection returns where statements fail the request. It is none where they
// wait for something, or end in another way on some path.
func rejection(statements []syntax.Node) syntax.Node {
	var at syntax.Node
	rejects := true
	for _, s := range statements {
		syntax.Walk(s, func(m syntax.Node) bool {
			switch m.Kind() {
			case syntax.ReturnStatement:
				rejects = rejects && slices.Contains([]string{"reject", "throwError"}, calleeName(firstOf(m)))
				at = m
			case syntax.ThrowStatement:
				at = m
			case syntax.AwaitExpression, syntax.NewExpression:
				rejects = rejects && m.Parent().Kind() == syntax.ThrowStatement // throw new Error()
			}
			return rejects
		})
	}
	if !rejects {
		return syntax.Node{}
	}
	return at
}
