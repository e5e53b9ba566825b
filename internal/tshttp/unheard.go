package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// unheard returns the empty handler that a failure of a write ends in: one of the
// calls that lead to it, save(t).catch(() => {}), or a call of the function around
// that does nothing but store. An empty catch around what does not wait is left
// out: pages write so where web storage may be switched off.
func (l *linker) unheard(way []value.Operand) source.Span {
	for _, o := range way {
		if h := silencer(o.Node); h.OK() {
			return o.File.Span(h)
		}
	}
	if len(way) == 0 {
		return source.Span{}
	}
	outer := way[len(way)-1]
	fn := functionOf(outer.Node)
	for _, c := range l.invocations(placeOf(outer.File, fn)) {
		if h := silencer(c.call.Node); h.OK() && !l.reader.sendsBelow(outer.File, fn) {
			return c.call.File.Span(h)
		}
	}
	return source.Span{}
}

// sendsBelow: a function sends a request, whose failure its callers may mean.
func (r *reader) sendsBelow(f *module.File, fn syntax.Node) bool {
	return anyBelow(fn, func(n syntax.Node) bool {
		return n.Kind() == syntax.CallExpression && len(r.answered(r.eval.Eval(f, n, nil))) > 0
	})
}

// silencer returns the handler that swallows what a call is refused with.
func silencer(call syntax.Node) syntax.Node {
	n := call
	for n.Parent().Kind() == syntax.MemberExpression && n.Parent().Parent().Kind() == syntax.CallExpression {
		outer := n.Parent().Parent()
		handler := firstOf(outer.Child(syntax.FieldArguments))
		switch calleeName(outer) {
		case "then":
			if handler.Next().OK() {
				return syntax.Node{} // it has a handler of its own
			}
		case "finally":
		case "catch":
			if doesNothing(handler) {
				return handler
			}
			return syntax.Node{}
		default:
			return syntax.Node{}
		}
		n = outer
	}
	if p := n.Parent(); p.Kind() != syntax.AwaitExpression || p.Parent().Kind() != syntax.ExpressionStatement {
		return syntax.Node{}
	}
	block := n.Parent().Parent().Parent()
	try := block.Parent()
	if try.Kind() != syntax.TryStatement || try.Child(syntax.FieldBody) != block || firstOf(block) != n.Parent().Parent() {
		return syntax.Node{} // what stands before it may fail as well
	}
	if h := try.Child(syntax.FieldHandler); h.OK() && !firstOf(h.Child(syntax.FieldBody)).OK() {
		return h
	}
	return syntax.Node{}
}

// doesNothing: () => {}, () => null, noop.
func doesNothing(fn syntax.Node) bool {
	if !scope.IsFunction(fn) {
		return fn.OK() && slices.Contains([]string{"noop", "_.noop"}, fn.Text())
	}
	body := fn.Child(syntax.FieldBody)
	if body.Kind() == syntax.StatementBlock {
		return !firstOf(body).OK()
	}
	return body.Is(syntax.Null, syntax.Undefined, syntax.False, syntax.True) || body.Text() == "undefined" || body.Text() == "void 0"
}
