package flow

import (
	"slices"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// A mode is what is done with a promise.
type mode uint8

const (
	dropped mode = iota
	awaited
	returned
)

// expr evaluates an expression whose promise, if it is one, nobody waits for.
func (h Hold) expr(n syntax.Node, in state) way { return h.use(n, in, dropped) }

func (h Hold) use(n syntax.Node, in state, m mode) way {
	w := way{falls: in}
	if !n.OK() || in == 0 || isFunction(n) {
		return w
	}
	switch n.Kind() {
	case syntax.ParenthesizedExpression, syntax.AsExpression, syntax.NonNullExpression, syntax.SatisfiesExpression:
		return h.use(elementOf(n), in, m)
	case syntax.AwaitExpression:
		x := unwrap(elementOf(n))
		w = h.use(x, in, awaited)
		w.falls = w.falls.waited()
		if x.Is(syntax.Identifier, syntax.MemberExpression) { // a promise that was kept
			if sure, known := h.Fails(x); sure || !known {
				w.fail(w.falls, Leak{At: x, Kind: Failed, maybe: !sure})
			}
		}
		return w
	case syntax.TernaryExpression:
		w = h.expr(n.Child(syntax.FieldCondition), in)
		b := either(h.use(n.Child(syntax.FieldConsequence), w.falls, m), h.use(n.Child(syntax.FieldAlternative), w.falls, m))
		w.join(b)
		return w
	case syntax.BinaryExpression:
		w = h.expr(n.Child(syntax.FieldLeft), in)
		right := h.use(n.Child(syntax.FieldRight), w.falls, m)
		if slices.Contains([]string{"&&", "||", "??"}, n.Operator()) {
			right = either(right, way{falls: w.falls})
		}
		w.join(right)
		return w
	case syntax.CallExpression, syntax.NewExpression:
		return h.promised(n, in, m)
	case syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression:
		w.join(h.expr(n.Child(syntax.FieldRight), w.falls))
		w.falls = h.after(n, w.falls)
		return w
	}
	for c := range n.Elements() {
		w.join(h.expr(c, w.falls))
	}
	w.falls = h.after(n, w.falls)
	return w
}

// result is what a function hands back: x, by the statement at.
func (h Hold) result(at, x syntax.Node, in state) way {
	w := h.use(x, in, returned)
	w.exit(w.falls, Leak{At: at, Kind: Returned})
	w.falls = 0
	return w
}

// after is the state once n itself was evaluated.
func (h Hold) after(n syntax.Node, in state) state {
	switch {
	case in == 0:
		return 0
	case h.Takes(n):
		return held
	case in.taken() != 0 && h.Gives(n):
		return free
	}
	return in
}

// promised evaluates a call, with what is chained to it, and what is done with
// its promise.
func (h Hold) promised(n syntax.Node, in state, m mode) way {
	l := h.link(n, in)
	w := way{falls: l.ok, exits: l.exits}
	refused := Leak{At: l.at, Kind: Failed, maybe: !l.sure}
	if rejection(l.at) {
		refused.Kind = Thrown
	}
	switch m {
	case awaited:
		w.fail(l.bad, refused)
	case returned:
		refused.passes = true
		if l.ok.taken() == 0 { // else it is the return itself that ends too early
			w.fail(l.bad, refused)
		}
	case dropped:
		if !l.async {
			break
		}
		if !h.givesBelow(n) {
			w.falls = in // nothing was handed over: who called goes on to hold
			break
		}
		refused.detached = true
		w.fail(l.bad, refused)
		w.fail(l.ok, Leak{At: l.at, Kind: Ended, detached: true})
		w.falls = free
	}
	return w
}

func unwrap(n syntax.Node) syntax.Node {
	for n.Kind() == syntax.ParenthesizedExpression {
		n = elementOf(n)
	}
	return n
}

// givesBelow reports whether anything in n gives back, functions in it included.
func (h Hold) givesBelow(n syntax.Node) bool {
	found := false
	syntax.Walk(n, func(m syntax.Node) bool {
		found = found || m.Is(syntax.AssignmentExpression, syntax.CallExpression) && h.Gives(m) ||
			m.Kind() == syntax.Identifier && m.Parent().Kind() == syntax.Arguments && h.GivesIn(m)
		return !found
	})
	return found
}

// givesBelowFunctions reports whether a function in n gives back.
func (h Hold) givesBelowFunctions(n syntax.Node) bool {
	found := false
	syntax.Walk(n, func(m syntax.Node) bool {
		if isFunction(m) {
			found = found || h.givesBelow(m)
			return false
		}
		return !found
	})
	return found
}
