package flow

import (
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// A Hold is something that code takes and has to give back: a flag that is set
// while work is under way, a promise that has to be settled.
type Hold struct {
	// Takes and Gives report whether a node, once it was evaluated, takes or
	// gives back. Gives is asked of statements that branch or loop too: where it
	// says yes, giving in some turn of it is enough.
	Takes, Gives func(n syntax.Node) bool
	// GivesIn reports whether a function that is handed over by its name gives
	// back when it is called.
	GivesIn func(fn syntax.Node) bool
	// Fails says whether what a call, or a name, promises can be refused: surely,
	// or not known.
	Fails func(n syntax.Node) (sure, known bool)
}

// A Leak is a way on which code ends while it holds.
type Leak struct {
	At   syntax.Node // the return, throw, call or function that it ends with
	Kind LeakKind
	// Late: others had time to run since it was taken: something was awaited.
	Late bool
	// maybe: only if a call fails of which that is not known; detached: nobody
	// waits for it, so no catch or finally around it sees it.
	maybe, detached bool
	// passes: a promise that is returned, which a finally around it sees, a catch not.
	passes bool
}

// LeakKind says how.
type LeakKind uint8

const (
	Returned LeakKind = iota
	Thrown
	Failed // what a call promised was refused
	Ended  // the last statement was reached
)

// Leaks lists the ways on which a function ends and still holds what it took.
func (h Hold) Leaks(fn syntax.Node) []Leak { return h.from(fn, free) }

// Unreturned is Leaks for a function that holds from its beginning.
func (h Hold) Unreturned(fn syntax.Node) []Leak { return h.from(fn, held) }

// Handed lists the ways on which work that an expression starts, and nobody
// waits for, ends without giving back.
func (h Hold) Handed(expr syntax.Node) []Leak { return sure(h.use(expr, held, dropped).exits) }

func (h Hold) from(fn syntax.Node, in state) []Leak {
	body := fn.Child(syntax.FieldBody)
	if body.Kind() != syntax.StatementBlock {
		return sure(h.result(body, body, in).exits)
	}
	w := h.stmt(body, in)
	w.add(w.falls, Leak{At: fn, Kind: Ended})
	return sure(w.exits)
}

// sure leaves out what happens only if something fails of which that is not
// known.
func sure(exits []Leak) []Leak {
	var out []Leak
	for _, x := range exits {
		if !x.maybe {
			out = append(out, x)
		}
	}
	return out
}

// state is a set of what may be the case at a place.
type state uint8

const (
	free state = 1 << iota
	held
	late // held, and time passed
)

// waited is the state behind an await.
func (s state) waited() state {
	if s&held != 0 {
		s = s&^held | late
	}
	return s
}

// taken is the state in which it is held.
func (s state) taken() state { return s & (held | late) }

// A way is what becomes of control behind a piece of code.
type way struct {
	falls  state // it goes on; 0 where it never does
	breaks state // it leaves the loop or switch around
	quits  state // it returns
	exits  []Leak
}

// add notes an exit where the state holds.
func (w *way) add(s state, x Leak) {
	if s.taken() == 0 {
		return
	}
	x.Late = s&late != 0
	w.exits = append(w.exits, x)
}

// join goes on with what w leads to.
func (w *way) join(o way) {
	w.falls, w.breaks, w.quits = o.falls, w.breaks|o.breaks, w.quits|o.quits
	w.exits = append(w.exits, o.exits...)
}

// either joins two branches.
func either(a, b way) way {
	return way{falls: a.falls | b.falls, breaks: a.breaks | b.breaks, quits: a.quits | b.quits, exits: append(a.exits[:len(a.exits):len(a.exits)], b.exits...)}
}

func (h Hold) stmt(n syntax.Node, in state) way {
	if in == 0 || !n.OK() {
		return way{falls: in}
	}
	switch n.Kind() {
	case syntax.IfStatement, syntax.WhileStatement, syntax.ForStatement, syntax.ForInStatement, syntax.DoStatement, syntax.SwitchStatement:
		if in.taken() != 0 && h.Gives(n) {
			return way{falls: free}
		}
	}
	switch n.Kind() {
	case syntax.StatementBlock:
		w := way{falls: in}
		for c := range n.Elements() {
			w.join(h.stmt(c, w.falls))
		}
		return w
	case syntax.ElseClause:
		return h.stmt(elementOf(n), in)
	case syntax.IfStatement:
		w := h.expr(n.Child(syntax.FieldCondition), in)
		b := either(h.stmt(n.Child(syntax.FieldConsequence), w.falls), h.stmt(n.Child(syntax.FieldAlternative), w.falls))
		w.join(b)
		return w
	case syntax.WhileStatement, syntax.ForStatement, syntax.ForInStatement, syntax.DoStatement, syntax.LabeledStatement:
		return h.loop(n, in)
	case syntax.SwitchStatement:
		return h.choice(n, in)
	case syntax.TryStatement:
		return h.try(n, in)
	case syntax.BreakStatement, syntax.ContinueStatement:
		return way{breaks: in}
	case syntax.ReturnStatement:
		return h.result(n, elementOf(n), in)
	case syntax.ThrowStatement:
		w := h.expr(elementOf(n), in)
		w.add(w.falls, Leak{At: n, Kind: Thrown})
		w.falls = 0
		return w
	case syntax.ExpressionStatement:
		return h.use(elementOf(n), in, dropped)
	case syntax.FunctionDeclaration, syntax.GeneratorFunctionDeclaration, syntax.ClassDeclaration, syntax.AbstractClassDeclaration:
		return way{falls: in}
	}
	return h.expr(n, in)
}

// result is what a function hands back: x, by the statement at.
func (h Hold) result(at, x syntax.Node, in state) way {
	w := h.use(x, in, returned)
	w.add(w.falls, Leak{At: at, Kind: Returned})
	w.quits |= w.falls
	w.falls = 0
	return w
}

func (h Hold) loop(n syntax.Node, in state) way {
	w := way{falls: in}
	for c := range n.Elements() {
		if f := c.Field(); f == syntax.FieldBody || f == syntax.FieldLeft || f == syntax.FieldIncrement {
			continue
		}
		w.join(h.expr(c, w.falls))
	}
	body := h.stmt(n.Child(syntax.FieldBody), w.falls)
	w.exits = append(w.exits, body.exits...)
	w.falls |= body.falls | body.breaks
	w.quits |= body.quits
	return w
}

func (h Hold) choice(n syntax.Node, in state) way {
	w := h.expr(n.Child(syntax.FieldValue), in)
	before, through, out, def := w.falls, state(0), state(0), false
	for c := range n.Child(syntax.FieldBody).Elements() {
		def = def || c.Kind() == syntax.SwitchDefault
		in := way{falls: before | through}
		for s := range c.Elements() {
			if s.Field() != syntax.FieldValue {
				in.join(h.stmt(s, in.falls))
			}
		}
		through = in.falls
		out |= in.breaks
		w.quits |= in.quits
		w.exits = append(w.exits, in.exits...)
	}
	w.falls = out | through
	if !def {
		w.falls |= before
	}
	return w
}

func (h Hold) try(n syntax.Node, in state) way {
	body := h.stmt(n.Child(syntax.FieldBody), in)
	w := way{falls: body.falls, breaks: body.breaks, quits: body.quits}
	handler := n.Child(syntax.FieldHandler)
	caught := free
	for _, x := range body.exits {
		switch {
		case !handler.OK() || x.detached || x.passes || x.Kind == Returned:
			w.exits = append(w.exits, x)
		case x.Late:
			caught |= late
		default:
			caught |= held
		}
	}
	if handler.OK() {
		b := h.stmt(handler.Child(syntax.FieldBody), caught)
		w = either(w, b)
	}
	last := n.Child(syntax.FieldFinalizer).Child(syntax.FieldBody)
	if !last.OK() {
		return w
	}
	if f := h.stmt(last, late); f.falls.taken() == 0 {
		var kept []Leak
		for _, x := range w.exits {
			if x.detached {
				kept = append(kept, x)
			}
		}
		w.exits, w.quits = kept, w.quits&free
		if w.quits == 0 && body.quits != 0 {
			w.quits = free
		}
	}
	w.join(h.stmt(last, w.falls))
	return w
}

func elementOf(n syntax.Node) syntax.Node {
	for c := range n.Elements() {
		return c
	}
	return syntax.Node{}
}

// isFunction reports whether n is a function that stands as a value.
func isFunction(n syntax.Node) bool { return scope.IsFunction(n) }
