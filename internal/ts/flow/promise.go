package flow

import (
	"slices"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// A link is a promise in a chain: what holds where it is kept, and where it is
// refused.
type link struct {
	at      syntax.Node // the call that the chain begins with
	ok, bad state
	sure    bool // that it can be refused is known
	async   bool // handlers are chained to it
	exits   []Leak
}

// link evaluates a call as a link of a chain.
func (h Hold) link(n syntax.Node, in state) link {
	callee := n.Child(syntax.FieldFunction)
	args := arguments(n)
	if callee.Kind() == syntax.MemberExpression {
		if name := callee.Child(syntax.FieldProperty).Text(); chained(name) && len(args) > 0 {
			l := h.base(callee.Child(syntax.FieldObject), in)
			l.async = true
			h.chain(&l, name, args)
			return l
		} else if slices.Contains(seenThrough, name) {
			return h.base(callee.Child(syntax.FieldObject), in)
		}
	}
	if n.Kind() == syntax.NewExpression {
		return h.executor(n, args, in)
	}
	if len(args) > 0 && slices.Contains(wraps, callee.Text()) {
		return h.base(args[0], in)
	}
	return h.call(n, args, in)
}

// base evaluates what handlers are chained to.
func (h Hold) base(n syntax.Node, in state) link {
	for n.Is(syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression) {
		n = elementOf(n)
	}
	if n.Is(syntax.CallExpression, syntax.NewExpression) {
		return h.link(n, in)
	}
	w := h.expr(n, in)
	return link{at: n, ok: w.falls.waited(), bad: w.falls.waited(), exits: w.exits}
}

// call evaluates a call that is no chain.
func (h Hold) call(n syntax.Node, args []syntax.Node, in state) link {
	l := link{at: n}
	w := way{falls: in}
	if rejection(n) {
		l.bad, l.sure = in, true
		return l
	}
	callee := n.Child(syntax.FieldFunction)
	if fn := unwrap(callee); isFunction(fn) { // (async () => { … })()
		l.ok, l.bad = h.run(fn, in, &l.exits)
		l.sure, l.async = true, true
		return l
	}
	w.join(h.expr(callee, w.falls))
	for _, a := range args {
		w.join(h.expr(a, w.falls))
		// A function that is handed to code that was not seen runs at some time.
		if in.taken() != 0 && h.givesBelowFunctions(a) {
			w.falls = free
		}
	}
	before := w.falls
	l.exits, l.ok = w.exits, h.after(n, w.falls)
	if l.ok == before || l.ok.taken() != 0 {
		sure, known := h.Fails(n)
		if l.sure = sure; sure || !known {
			l.bad = l.ok.waited()
		}
	}
	return l
}

// rejection: the call makes a promise or observable that fails.
func rejection(n syntax.Node) bool {
	name := n.Child(syntax.FieldFunction).Text()
	return name == "Promise.reject" || name == "throwError"
}

// executor evaluates new Promise((resolve, reject) => { … }), whose function
// runs at once; any other constructor is a call.
func (h Hold) executor(n syntax.Node, args []syntax.Node, in state) link {
	if n.Child(syntax.FieldConstructor).Text() != "Promise" || len(args) != 1 || !isFunction(args[0]) {
		w := way{falls: in}
		for _, a := range args {
			w.join(h.expr(a, w.falls))
		}
		return link{at: n, ok: h.after(n, w.falls), exits: w.exits}
	}
	l := link{at: n}
	ok, bad := h.run(args[0], in, &l.exits)
	l.ok = ok | bad
	return l
}

// run evaluates a function that is called where it stands: what holds when its
// result is kept, and when it is refused.
func (h Hold) run(fn syntax.Node, in state, exits *[]Leak) (ok, bad state) {
	if in == 0 {
		return 0, 0
	}
	if !isFunction(fn) {
		if in.taken() != 0 && h.GivesIn(fn) {
			return free, 0
		}
		return in, 0
	}
	w := h.body(fn, in)
	ok = w.falls
	for _, x := range w.exits {
		switch {
		case x.detached:
			*exits = append(*exits, x)
		case x.Kind == Returned:
			ok |= x.with
		case !x.maybe:
			bad |= x.with.taken()
		}
	}
	return ok, bad
}

func arguments(call syntax.Node) []syntax.Node {
	var out []syntax.Node
	for a := range call.Child(syntax.FieldArguments).Elements() {
		out = append(out, a)
	}
	return out
}
