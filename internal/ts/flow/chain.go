package flow

import (
	"slices"

	"github.com/authlint/authlint/internal/ts/syntax"
)

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
