package flow

import "github.com/authlint/authlint/internal/ts/syntax"

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
	with state // what may be the case there
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
func (h Hold) Handed(expr syntax.Node) []Leak { return leaks(h.use(expr, held, dropped)) }

func (h Hold) from(fn syntax.Node, in state) []Leak {
	w := h.body(fn, in)
	w.exit(w.falls, Leak{At: fn, Kind: Ended})
	return leaks(w)
}

// body evaluates the code of a function.
func (h Hold) body(fn syntax.Node, in state) way {
	body := fn.Child(syntax.FieldBody)
	if body.Kind() != syntax.StatementBlock {
		return h.result(body, body, in)
	}
	return (&walker{hold: &h}).stmt(body, in)
}

// leaks lists the ends of a way at which something is held. What happens only if
// something fails of which that is not known is left out.
func leaks(w way) []Leak {
	var out []Leak
	for _, x := range w.exits {
		if x.Late = x.with&late != 0; x.with.taken() != 0 && !x.maybe {
			out = append(out, x)
		}
	}
	return out
}
