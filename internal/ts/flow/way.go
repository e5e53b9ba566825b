package flow

import (
	"slices"

	"github.com/authlint/authlint/internal/ts/syntax"
)

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
	falls state         // it goes on; 0 where it never does
	ends  []syntax.Node // the statements behind which it goes on, as Exit.Node says
	exits []Leak        // it leaves the function
}

// exit notes that control leaves the function where a state is the case.
func (w *way) exit(s state, x Leak) {
	if s != 0 {
		x.with = s
		w.exits = append(w.exits, x)
	}
}

// fail notes an exit by a promise, of which nothing is asked where nothing is held.
func (w *way) fail(s state, x Leak) {
	if s.taken() != 0 {
		w.exit(s, x)
	}
}

// join goes on with what w leads to.
func (w *way) join(o way) {
	w.falls, w.ends = o.falls, o.ends
	w.exits = append(w.exits, o.exits...)
}

// merge adds the exits of code that was followed before, from another state.
func (w *way) merge(exits []Leak) {
	for _, x := range exits {
		known := slices.IndexFunc(w.exits, func(o Leak) bool { return o.At == x.At && o.Kind == x.Kind && o.maybe == x.maybe })
		if known < 0 {
			w.exits = append(w.exits, x)
		} else {
			w.exits[known].with |= x.with
		}
	}
}

// either joins two branches.
func either(a, b way) way {
	return way{falls: a.falls | b.falls, ends: slices.Concat(a.ends, b.ends), exits: slices.Concat(a.exits, b.exits)}
}
