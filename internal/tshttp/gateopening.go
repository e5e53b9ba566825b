package tshttp

import (
	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

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
		left, right, ok := putInto(n)
		return ok && n.Kind() != syntax.AugmentedAssignmentExpression && n != takes && c.is(f, left) && right.Kind() != syntax.True
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
