package tshttp

import (
	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// readPending reads new Promise((resolve, reject) => { … }) where a refused
// request or a refresh is handled: on each way one of the two must be called.
// What is returned there, and what an async function throws, goes nowhere.
func (r *reader) readPending(n syntax.Node) {
	fn := firstOf(n.Child(syntax.FieldArguments))
	if n.Child(syntax.FieldConstructor).Text() != "Promise" || !scope.IsFunction(fn) {
		return
	}
	settlers := map[*scope.Binding]bool{}
	for _, b := range r.file.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == fn {
			settlers[b] = true
		}
	}
	if len(settlers) == 0 || !r.aboutRefusal(n, fn) {
		return
	}
	settles := func(n syntax.Node) bool {
		return n.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier) && settlers[r.file.Scopes.Lookup(n)]
	}
	h := flow.Hold{
		Takes: func(syntax.Node) bool { return false },
		// A function that settles and is called, or handed to a function, does so.
		Gives: func(n syntax.Node) bool {
			return settles(n) || n.Kind() == syntax.CallExpression && settles(n.Child(syntax.FieldFunction)) ||
				n.Is(syntax.IfStatement, syntax.SwitchStatement) && anyBelow(n, loadsPage) || loadsPage(n)
		},
		GivesIn: settles,
		Fails:   func(n syntax.Node) (bool, bool) { return r.fails(r.file, n, nil, 0) },
	}
	for _, x := range h.Unreturned(fn) {
		if rejected := x.Kind == flow.Thrown && x.At.Child(syntax.FieldFunction).Text() == "Promise.reject"; !rejected && x.Kind != flow.Failed && (x.Kind != flow.Thrown || !fn.Has(syntax.Async)) {
			continue // it may be meant to stay so
		}
		r.out.pendings = append(r.out.pendings, &authflow.Pending{At: r.span(n.Child(syntax.FieldConstructor)), End: r.gateExit(x)})
		return
	}
}

// aboutRefusal: a promise is made where a request was refused, or it refreshes.
func (r *reader) aboutRefusal(n, fn syntax.Node) bool {
	for _, c := range flow.Conditions(n, r.file.Tree.Root()) {
		if anyBelow(c.Expr, refused) {
			return true
		}
	}
	return anyBelow(fn, func(m syntax.Node) bool {
		return m.Kind() == syntax.IfStatement && anyBelow(m.Child(syntax.FieldCondition), refused)
	}) || r.refreshesIn(r.file, fn, 1)
}
