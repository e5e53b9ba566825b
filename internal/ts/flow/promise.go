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
				w.add(w.falls, Leak{At: x, Kind: Failed, maybe: !sure})
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
		w.add(l.bad, refused)
	case returned:
		refused.passes = true
		if l.ok.taken() == 0 { // else it is the return itself that ends too early
			w.add(l.bad, refused)
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
		w.add(l.bad, refused)
		w.add(l.ok, Leak{At: l.at, Kind: Ended, detached: true})
		w.falls = free
	}
	return w
}

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
	var w way
	if body := fn.Child(syntax.FieldBody); body.Kind() == syntax.StatementBlock {
		w = h.stmt(body, in)
	} else {
		w = h.result(body, body, in)
	}
	for _, x := range w.exits {
		switch {
		case x.detached:
			*exits = append(*exits, x)
		case x.Kind != Returned && !x.maybe && x.Late:
			bad |= late
		case x.Kind != Returned && !x.maybe:
			bad |= held
		}
	}
	return w.falls | w.quits, bad
}

// chained are the methods that hand a promise or observable to handlers.
func chained(name string) bool {
	return slices.Contains([]string{"then", "catch", "finally", "pipe", "subscribe"}, name)
}

var (
	// seenThrough are methods whose result stands for the same promise.
	seenThrough = []string{"toPromise", "unwrap", "json", "asObservable"}
	// wraps are functions that hand on the promise or observable they are given.
	wraps = []string{"from", "firstValueFrom", "lastValueFrom", "Promise.resolve", "defer"}
	// mapping are the operators of rxjs that run a function on what comes.
	mapping = []string{"switchMap", "mergeMap", "concatMap", "exhaustMap", "flatMap", "map"}
)

// chain applies the handlers of one link.
func (h Hold) chain(l *link, name string, args []syntax.Node) {
	second := syntax.Node{}
	if len(args) > 1 {
		second = args[1]
	}
	switch name {
	case "then":
		h.then(l, args[0], second)
	case "catch":
		h.rescue(l, args[0])
	case "finally":
		h.always(l, args[0])
	case "subscribe":
		h.observe(l, args[0], second)
	case "pipe":
		for _, op := range args {
			h.operator(l, op)
		}
	}
}

func (h Hold) then(l *link, kept, refused syntax.Node) {
	ok, bad := h.run(kept, l.ok.waited(), &l.exits)
	rescued := state(0)
	if refused.OK() && !refused.Is(syntax.Null, syntax.Undefined) {
		if l.bad == 0 {
			l.bad = l.ok.waited()
		}
		l.ok = 0
		h.rescue(l, refused)
		rescued = l.ok
	}
	l.ok = ok | rescued
	if bad != 0 {
		l.bad, l.sure = l.bad|bad, true
	}
}

// rescue handles a refusal; that it was thought of says that it can come.
func (h Hold) rescue(l *link, fn syntax.Node) {
	if l.bad == 0 {
		l.bad = l.ok.waited()
	}
	ok, bad := h.run(fn, l.bad.waited(), &l.exits)
	l.ok, l.bad, l.sure = l.ok|ok, bad, true
}

func (h Hold) always(l *link, fn syntax.Node) {
	var none []Leak
	l.ok, _ = h.run(fn, l.ok.waited(), &l.exits)
	if l.bad != 0 {
		l.bad, _ = h.run(fn, l.bad.waited(), &none)
	}
}

// observe reads tap and subscribe: functions, or an object of them.
func (h Hold) observe(l *link, next, failed syntax.Node) {
	last := syntax.Node{}
	if next.Kind() == syntax.Object {
		next, failed, last = member(next, "next"), member(next, "error"), member(next, "finalize")
	}
	if next.OK() {
		ok, bad := h.run(next, l.ok.waited(), &l.exits)
		l.ok = ok
		if bad != 0 {
			l.bad, l.sure = l.bad|bad, true
		}
	}
	if failed.OK() && !failed.Is(syntax.Null, syntax.Undefined) {
		if l.bad == 0 {
			l.bad = l.ok.waited()
		}
		ok, bad := h.run(failed, l.bad.waited(), &l.exits)
		l.bad, l.sure = ok|bad, true
	}
	if last.OK() {
		h.always(l, last)
	}
}

// operator applies one operator of rxjs.
func (h Hold) operator(l *link, op syntax.Node) {
	args := arguments(op)
	switch name := op.Child(syntax.FieldFunction).Text(); {
	case len(args) == 0:
	case name == "catchError":
		h.rescue(l, args[0])
	case name == "finalize":
		h.always(l, args[0])
	case slices.Contains(mapping, name):
		h.then(l, args[0], syntax.Node{})
	case name == "tap":
		second := syntax.Node{}
		if len(args) > 1 {
			second = args[1]
		}
		h.observe(l, args[0], second)
	default:
		if h.givesBelow(op) {
			l.ok, l.bad = free, 0 // not followed
		}
	}
}

func member(object syntax.Node, name string) syntax.Node {
	for m := range object.Elements() {
		switch {
		case m.Kind() == syntax.Pair && m.Child(syntax.FieldKey).Text() == name:
			return m.Child(syntax.FieldValue)
		case m.Kind() == syntax.MethodDefinition && m.Child(syntax.FieldName).Text() == name:
			return m
		}
	}
	return syntax.Node{}
}

func arguments(call syntax.Node) []syntax.Node {
	var out []syntax.Node
	for a := range call.Child(syntax.FieldArguments).Elements() {
		out = append(out, a)
	}
	return out
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
