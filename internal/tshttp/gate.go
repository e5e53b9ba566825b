package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readGate reads isRefreshing = true and refreshing = refresh(), where what is
// set is tested somewhere and a refresh follows.
func (r *reader) readGate(n syntax.Node) {
	left, right, ok := putInto(n)
	if ok && (n.Kind() != syntax.CallExpression || right.Kind() == syntax.True) {
		r.gateAt(n, left, right)
	}
}

// gateAt reads a node that gives a place another value.
func (r *reader) gateAt(n, left, right syntax.Node) {
	form := authflow.FlagGate
	if right.Kind() != syntax.True {
		if !right.Is(syntax.CallExpression, syntax.NewExpression) {
			return
		}
		form = authflow.PromiseGate
	}
	fn := functionOf(n)
	c, ok := cellOf(r.file, left)
	if !ok || !fn.OK() {
		return
	}
	uses := c.uses()
	if !slices.ContainsFunc(uses, isTested) || form == authflow.PromiseGate && !slices.ContainsFunc(uses, isHandedOut) {
		return
	}
	if form == authflow.PromiseGate && !r.startsRefresh(right) || form == authflow.FlagGate && !r.refreshesIn(r.file, fn, 0) {
		return
	}
	g := &authflow.Gate{At: r.span(n), Name: value.Spell(left), Form: form}
	opens := r.opening(c, n)
	if form == authflow.PromiseGate || !r.opensWhenFound(c, opens, fn, n) {
		g.Stays = r.stays(opens, fn, n)
	}
	if form == authflow.FlagGate {
		r.readWaiting(g, c, fn, n)
	}
	r.out.gates = append(r.out.gates, g)
}

// startsRefresh: the promise that is kept is that of a refresh.
func (r *reader) startsRefresh(right syntax.Node) bool {
	return anyBelow(right, func(n syntax.Node) bool { return n.Kind() == syntax.CallExpression && r.refreshes(r.file, n, 1) })
}

// opensWhenFound reports whether who finds the gate closed opens it: the branch
// that closes it is left out, and what is behind it sets the flag back.
func (r *reader) opensWhenFound(c cell, o *opening, fn, taken syntax.Node) bool {
	for n := taken.Parent(); n.OK() && n != fn; n = n.Parent() {
		if n.Kind() != syntax.IfStatement || !anyBelow(n.Child(syntax.FieldCondition), func(m syntax.Node) bool { return c.is(r.file, m) }) {
			continue
		}
		found := false
		flow.Own(fn, func(m syntax.Node) bool {
			found = found || m.Start() > n.End() && o.gives(r.file, m) || n.Child(syntax.FieldAlternative).Contains(m) && o.gives(r.file, m)
			return !found
		})
		return found
	}
	return false
}

// isHandedOut: the promise in the place is returned or awaited.
func isHandedOut(n syntax.Node) bool {
	for n.Parent().Is(syntax.NonNullExpression, syntax.ParenthesizedExpression, syntax.AsExpression) {
		n = n.Parent()
	}
	p := n.Parent()
	return p.Is(syntax.ReturnStatement, syntax.AwaitExpression) ||
		p.Kind() == syntax.MemberExpression && p.Child(syntax.FieldProperty).Text() == "then"
}

// addGates leaves out what several readings of one place say alike.
func (l *linker) addGates(sh *sheet) {
	for _, g := range sh.gates {
		if forgets := len(g.Forgotten) > 0; forgets && slices.ContainsFunc(sh.gates, func(o *authflow.Gate) bool { return o != g && o.Waits == g.Waits && len(o.Stays) > 0 }) {
			continue // two flags with one queue
		}
		if !slices.ContainsFunc(l.facts.Gates, func(o *authflow.Gate) bool { return o.At == g.At }) {
			l.facts.Gates = append(l.facts.Gates, g)
		}
	}
	for _, p := range sh.pendings {
		if !slices.ContainsFunc(l.facts.Pendings, func(o *authflow.Pending) bool { return o.At == p.At }) {
			l.facts.Pendings = append(l.facts.Pendings, p)
		}
	}
}

func anyBelow(n syntax.Node, is func(syntax.Node) bool) bool {
	found := false
	syntax.Walk(n, func(m syntax.Node) bool {
		found = found || is(m)
		return !found
	})
	return found
}
