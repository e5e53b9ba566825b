package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readGate reads isRefreshing = true and refreshing = refresh(), where what is
// set is tested somewhere and a refresh follows.
func (r *reader) readGate(n syntax.Node) {
	r.gateAt(n, n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight))
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

// An opening is what gives back something that a gate holds: in the code, and
// in the functions that it calls.
type opening struct {
	r *reader
	// takes is where it is taken, gives whether a node alone gives back, in any
	// file of the project.
	takes syntax.Node
	gives func(f *module.File, n syntax.Node) bool
	known map[place]bool // of functions
	// kept is what holds a promise that is waited for.
	kept *cell
}

// opening is that of a flag or a promise: it is set to something else.
func (r *reader) opening(c cell, takes syntax.Node) *opening {
	return &opening{r: r, takes: takes, kept: &c, known: map[place]bool{}, gives: func(f *module.File, n syntax.Node) bool {
		return n.Kind() == syntax.AssignmentExpression && n != takes && c.is(f, n.Child(syntax.FieldLeft)) && n.Child(syntax.FieldRight).Kind() != syntax.True
	}}
}

// hold makes what package flow asks of it.
func (o *opening) hold(f *module.File) flow.Hold {
	return flow.Hold{
		Takes: func(n syntax.Node) bool { return n == o.takes && !o.below(f, n) },
		Gives: func(n syntax.Node) bool { return o.at(f, n, 0) },
		GivesIn: func(n syntax.Node) bool {
			for _, c := range o.r.eval.Eval(f, n, nil).Alternatives() {
				if c.Kind == value.Function && o.in(c, 0) {
					return true
				}
			}
			return false
		},
		Fails: func(n syntax.Node) (bool, bool) {
			if o.kept != nil && o.kept.is(f, n) {
				n = o.takes.Child(syntax.FieldRight)
			}
			return o.r.fails(f, n, nil, 0)
		},
	}
}

// below reports whether functions in a node give back.
func (o *opening) below(f *module.File, n syntax.Node) bool {
	for m := range n.Descendants() {
		if scope.IsFunction(m) && o.within(f, m, 0) {
			return true
		}
	}
	return false
}

// at reports whether a node gives back, or ends the page and all that it holds.
func (o *opening) at(f *module.File, n syntax.Node, depth int) bool {
	switch n.Kind() {
	case syntax.CallExpression:
		return o.gives(f, n) || loadsPage(n) || o.called(f, n, depth)
	case syntax.AssignmentExpression:
		return o.gives(f, n) || loadsPage(n)
	case syntax.IfStatement:
		return anyBelow(n, loadsPage)
	case syntax.ForStatement, syntax.ForInStatement, syntax.WhileStatement, syntax.DoStatement:
		return o.gives(f, n) || anyBelow(n, func(m syntax.Node) bool { return o.gives(f, m) })
	}
	return o.gives(f, n)
}

func (o *opening) called(f *module.File, n syntax.Node, depth int) bool {
	callee := o.r.eval.Eval(f, n.Child(syntax.FieldFunction), nil)
	seen := false
	for _, c := range callee.Alternatives() {
		if c.Kind == value.Function {
			seen = true
			if o.in(c, depth+1) {
				return true
			}
		}
	}
	// What logs out in code that was not seen may load the page anew.
	return !seen && authflow.PurposeOfName(calleeName(n)) == authflow.Logout
}

// in reports whether a function gives back when it is called.
func (o *opening) in(fn value.Value, depth int) bool { return o.within(fn.File, fn.Node, depth) }

func (o *opening) within(f *module.File, fn syntax.Node, depth int) bool {
	if depth > 3 {
		return false
	}
	at := placeOf(f, fn)
	if known, ok := o.known[at]; ok {
		return known
	}
	o.known[at] = false // while it is asked: it may call itself
	found := false
	for n := range fn.Child(syntax.FieldBody).Descendants() {
		if n.Is(syntax.AssignmentExpression, syntax.CallExpression, syntax.ForInStatement, syntax.VariableDeclarator) && o.at(f, n, depth) {
			found = true
			break
		}
	}
	if body := fn.Child(syntax.FieldBody); body.Kind() != syntax.StatementBlock && o.at(f, body, depth) {
		found = true
	}
	o.known[at] = found
	return found
}

func anyBelow(n syntax.Node, is func(syntax.Node) bool) bool {
	found := false
	syntax.Walk(n, func(m syntax.Node) bool {
		found = found || is(m)
		return !found
	})
	return found
}

// loadsPage reports whether a node loads the page anew, which ends all state of
// its scripts: location.href = …, location.reload().
func loadsPage(n syntax.Node) bool {
	target := n.Child(syntax.FieldLeft)
	if n.Kind() == syntax.CallExpression {
		fn := n.Child(syntax.FieldFunction)
		if !slices.Contains([]string{"assign", "replace", "reload"}, fn.Child(syntax.FieldProperty).Text()) {
			return false
		}
		target = fn.Child(syntax.FieldObject)
	} else if n.Kind() != syntax.AssignmentExpression {
		return false
	}
	for ; target.Kind() == syntax.MemberExpression; target = target.Child(syntax.FieldObject) {
		if target.Child(syntax.FieldProperty).Text() == "location" {
			return true
		}
	}
	return target.Text() == "location"
}

// stays lists how a function ends with what an opening has not given back. It is
// empty where other code gives it back: who knows when that runs.
func (r *reader) stays(o *opening, fn, taken syntax.Node) []authflow.GateExit {
	h := o.hold(r.file)
	exits := h.Leaks(fn)
	if o.below(r.file, taken) {
		exits = h.Handed(taken.Child(syntax.FieldRight))
	}
	if len(exits) == 0 || r.elsewhere(o, fn) {
		return nil
	}
	var out []authflow.GateExit
	for _, x := range exits {
		out = append(out, r.gateExit(x))
	}
	return out
}

func (r *reader) gateExit(x flow.Leak) authflow.GateExit {
	e := authflow.GateExit{At: r.span(x.At), Fails: x.Kind == flow.Thrown || x.Kind == flow.Failed || afterFailure(x.At)}
	if x.Kind == flow.Failed && x.At.Kind() == syntax.CallExpression {
		e.Call = value.Spell(x.At.Child(syntax.FieldFunction))
	}
	if scope.IsFunction(x.At) {
		e.At = signature(r.file, x.At)
	}
	return e
}

// afterFailure: the place is in a catch.
func afterFailure(n syntax.Node) bool {
	for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
		switch {
		case p.Kind() == syntax.CatchClause:
			return true
		case scope.IsFunction(n) && p.Kind() == syntax.Arguments:
			if name := calleeName(p.Parent()); name == "catch" || name == "catchError" {
				return true
			}
		case scope.IsFunction(n):
			return false
		}
	}
	return false
}

// elsewhere reports whether code outside a function gives back too: code that
// is no part of a function which only this one calls.
func (r *reader) elsewhere(o *opening, fn syntax.Node) bool {
	for n := range r.file.Tree.Root().Descendants() {
		if n.Is(syntax.AssignmentExpression, syntax.CallExpression, syntax.ForInStatement) && o.gives(r.file, n) && r.reachedOutside(n, fn, 0) {
			return true
		}
	}
	return false
}

// reachedOutside reports whether a place is reached by other code than fn.
func (r *reader) reachedOutside(n, fn syntax.Node, depth int) bool {
	if fn.Contains(n) {
		return false
	}
	around := functionOf(n)
	for around.Parent().Is(syntax.Arguments) && functionOf(around).OK() {
		around = functionOf(around) // a callback
	}
	name := ""
	if around.OK() {
		name = functionName(around)
	}
	if name == "" || name == "constructor" || depth > 3 {
		return true
	}
	called := false
	for c := range r.file.Tree.Root().Descendants() {
		if c.Kind() != syntax.CallExpression || calleeName(c) != name && !passesName(c, name) {
			continue
		}
		called = true
		if !around.Contains(c) && r.reachedOutside(c, fn, depth+1) {
			return true
		}
	}
	return !called
}

// passesName: a call is given the function by its name.
func passesName(call syntax.Node, name string) bool {
	for a := range call.Child(syntax.FieldArguments).Elements() {
		if a.Text() == name || a.Kind() == syntax.MemberExpression && a.Child(syntax.FieldProperty).Text() == name {
			return true
		}
	}
	return false
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
