package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// What code sets where it marks that a request was sent again.

// set reads a node that may set a state.
func (g guards) set(n syntax.Node) []authflow.State {
	switch n.Kind() {
	case syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression:
		return append(g.target(n.Child(syntax.FieldLeft)), g.part(n)...)
	case syntax.UpdateExpression:
		return g.target(n.Child(syntax.FieldArgument))
	case syntax.CallExpression:
		return g.setCall(n)
	}
	return nil
}

// part reads config.data = { ...config.data, retried: true }: the marks in a part
// of the request that is replaced.
func (g guards) part(n syntax.Node) []authflow.State {
	right := n.Child(syntax.FieldRight)
	if right.Kind() != syntax.Object {
		return nil
	}
	path, ok := g.w.subject(g.eval(n.Child(syntax.FieldLeft)))
	if !ok || len(path) != 1 {
		return nil
	}
	var out []authflow.State
	for m := range right.Elements() {
		if full := append(path, scope.PropertyName(m.Child(syntax.FieldKey))); m.Kind() == syntax.Pair && marks(full) {
			out = append(out, authflow.State{At: g.file.Span(m), Kind: authflow.OnRequest, Name: strings.Join(full, ".")})
		}
	}
	return out
}

func (g guards) target(left syntax.Node) []authflow.State {
	switch left.Kind() {
	case syntax.MemberExpression, syntax.SubscriptExpression:
		// A flag is put on the object that holds it: evaluate that object, then
		// name the property.
		return g.member(left).states
	case syntax.Identifier:
		b := g.file.Scopes.Lookup(left)
		switch {
		case b == nil, b.Kind == scope.Param:
		case g.local(b):
			return []authflow.State{{At: g.file.Span(left), Kind: authflow.Inner, Owner: ownerOf(g.file, b), Name: b.Name}}
		default:
			return []authflow.State{{At: g.file.Span(left), Kind: authflow.Outer, Owner: ownerOf(g.file, b), Name: b.Name}}
		}
	}
	return nil
}

// setCall reads map.set(key, …), set.add(key), headers.set('X-Retry', …) and
// Object.assign(config, { _retry: true }).
func (g guards) setCall(n syntax.Node) []authflow.State {
	fn := n.Child(syntax.FieldFunction)
	if fn.Kind() != syntax.MemberExpression {
		return nil
	}
	switch name := calleeName(n); name {
	case "setItem":
		if s, ok := g.storedFlag(n, name, "setItem"); ok {
			return []authflow.State{s}
		}
	case "set", "add", "push", "next":
		if s, ok := g.onRequestKey(n, fn.Child(syntax.FieldObject)); ok {
			return []authflow.State{s} // req.context.set(RETRIED, true)
		}
		if held, _, ok := putInto(n); ok {
			return g.target(held)
		}
		if s, ok := g.collection(n, fn.Child(syntax.FieldObject)); ok {
			return []authflow.State{s}
		}
	case "assign":
		args := n.Child(syntax.FieldArguments)
		if g.w.derived(g.eval(args.First())) && args.First().Next().Kind() == syntax.Object {
			return g.w.literalStates(g.eval(args.First().Next()))
		}
	}
	return nil
}

// writesOf finds every assignment, in the file of the handler, of an outer
// state that is tested: a flag is often set in the function that refreshes.
func (r *reader) writesOf(f *module.File, t authflow.State) []authflow.State {
	if t.Kind != authflow.Outer {
		return nil
	}
	var out []authflow.State
	set := func(n syntax.Node) {
		s := t
		s.At = f.Span(n)
		out = append(out, s)
	}
	for n := range f.Tree.Root().Descendants() {
		left, _, ok := putInto(n)
		if n.Kind() == syntax.UpdateExpression {
			left, ok = n.Child(syntax.FieldArgument), true
		}
		if !ok {
			continue
		}
		root := rootNode(left)
		if stateName(left) != t.Name {
			continue
		}
		if root.Kind() == syntax.This && t.Owner == "this" {
			set(n)
		} else if b := f.Scopes.Lookup(root); b != nil && ownerOf(f, b) == t.Owner {
			set(n)
		}
	}
	return out
}
