package flow

import (
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// A walker follows control through statements. What expressions do is a matter
// of the hold that it asks about; without one they do nothing.
type walker struct {
	hold    *Hold
	targets []*target // loops, switches and labels around, the innermost last
	finals  int       // finally blocks around
}

// stmt follows one statement from a state; nothing leads to it where that is 0.
func (w *walker) stmt(n syntax.Node, in state) way {
	switch {
	case in == 0 || !n.OK():
		return way{falls: in}
	case w.hold != nil && in.taken() != 0 && branches(n) && w.hold.Gives(n):
		return way{falls: free, ends: []syntax.Node{n}}
	}
	switch n.Kind() {
	case syntax.StatementBlock, syntax.ElseClause:
		return w.sequence(n, in)
	case syntax.IfStatement:
		out := w.expr(n.Child(syntax.FieldCondition), in)
		other := way{falls: out.falls, ends: []syntax.Node{n}}
		if alternative := n.Child(syntax.FieldAlternative); alternative.OK() {
			other = w.stmt(alternative, out.falls)
		}
		out.join(either(w.stmt(n.Child(syntax.FieldConsequence), out.falls), other))
		return out
	case syntax.WhileStatement, syntax.ForStatement, syntax.ForInStatement, syntax.DoStatement:
		return w.loop(n, in)
	case syntax.LabeledStatement:
		t := w.push(n.Child(syntax.FieldLabel).Text(), false)
		out := w.stmt(n.Child(syntax.FieldBody), in)
		w.pop()
		return either(out, t.broken)
	case syntax.SwitchStatement:
		return w.choice(n, in)
	case syntax.TryStatement:
		return w.try(n, in)
	case syntax.BreakStatement, syntax.ContinueStatement:
		w.jump(n, in)
		return way{}
	case syntax.ReturnStatement:
		return w.result(n, in)
	case syntax.ThrowStatement:
		out := w.expr(elementOf(n), in)
		out.exit(out.falls, Leak{At: n, Kind: Thrown})
		out.falls = 0
		return out
	case syntax.FunctionDeclaration, syntax.GeneratorFunctionDeclaration, syntax.ClassDeclaration, syntax.AbstractClassDeclaration:
		return way{falls: in, ends: []syntax.Node{n}}
	}
	x := n
	if n.Kind() == syntax.ExpressionStatement {
		x = elementOf(n)
	}
	out := w.expr(x, in)
	if out.falls != 0 {
		out.ends = []syntax.Node{n}
	}
	return out
}

func branches(n syntax.Node) bool {
	return n.Kind() == syntax.IfStatement || isLoopOrSwitch(n)
}

func isLoopOrSwitch(n syntax.Node) bool {
	return n.Is(syntax.WhileStatement, syntax.ForStatement, syntax.ForInStatement, syntax.DoStatement, syntax.SwitchStatement)
}

func (w *walker) expr(n syntax.Node, in state) way {
	if w.hold == nil {
		return way{falls: in}
	}
	return w.hold.expr(n, in)
}

func (w *walker) result(n syntax.Node, in state) way {
	if w.hold != nil {
		return w.hold.result(n, elementOf(n), in)
	}
	var out way
	out.exit(in, Leak{At: n, Kind: Returned})
	return out
}

// sequence follows the statements of a block or case.
func (w *walker) sequence(block syntax.Node, in state) way {
	out := way{falls: in, ends: []syntax.Node{block}}
	for s := range block.Elements() {
		if s.Field() == syntax.FieldValue {
			continue // what a case compares with
		}
		if out.falls == 0 {
			break
		}
		out.join(w.stmt(s, out.falls))
		if len(out.ends) == 1 && s.Contains(out.ends[0]) && !branches(out.ends[0]) && !out.ends[0].Is(syntax.StatementBlock, syntax.BreakStatement) {
			out.ends[0] = block
		}
	}
	return out
}

func (w *walker) loop(n syntax.Node, in state) way {
	do := n.Kind() == syntax.DoStatement
	out := way{falls: in}
	for c := range n.Elements() {
		if f := c.Field(); f != syntax.FieldBody && f != syntax.FieldLeft && f != syntax.FieldIncrement && !do {
			out.join(w.expr(c, out.falls))
		}
	}
	before := out.falls
	t := w.push("", true)
	body := w.stmt(n.Child(syntax.FieldBody), before)
	w.pop()
	out.exits = append(out.exits, body.exits...)
	out.falls, out.ends = t.broken.falls, t.broken.ends
	cond := n.Child(syntax.FieldCondition)
	turned := body.falls | t.continued
	if !do {
		turned |= before
	} else {
		tested := w.expr(cond, turned)
		out.exits = append(out.exits, tested.exits...)
		turned = tested.falls
	}
	if turned != 0 && !forever(n, cond) {
		out.falls, out.ends = out.falls|turned, append(out.ends, n)
	}
	return out
}

func (w *walker) choice(n syntax.Node, in state) way {
	out := w.expr(n.Child(syntax.FieldValue), in)
	before, def := out.falls, false
	var through way
	t := w.push("", false)
	for c := range n.Child(syntax.FieldBody).Elements() {
		def = def || c.Kind() == syntax.SwitchDefault
		through = w.sequence(c, before|through.falls)
		out.exits = append(out.exits, through.exits...)
	}
	w.pop()
	out.falls, out.ends = t.broken.falls|through.falls, append(t.broken.ends, through.ends...)
	if !def {
		out.falls, out.ends = out.falls|before, append(out.ends, n)
	}
	return out
}

func (w *walker) try(n syntax.Node, in state) way {
	body := w.stmt(n.Child(syntax.FieldBody), in)
	out := way{falls: body.falls, ends: body.ends}
	if handler := n.Child(syntax.FieldHandler); handler.OK() {
		caught := free
		for _, x := range body.exits {
			if x.detached || x.passes || x.Kind == Returned {
				out.exit(x.with, x)
			} else {
				caught |= x.with
			}
		}
		out = either(out, w.stmt(handler.Child(syntax.FieldBody), caught))
	} else {
		out.exits = body.exits
	}
	if last := n.Child(syntax.FieldFinalizer).Child(syntax.FieldBody); last.OK() {
		return w.finally(last, out)
	}
	return out
}

// finally follows what runs last, whichever way the code before it ended.
func (w *walker) finally(last syntax.Node, before way) way {
	var abrupt state
	for _, x := range before.exits {
		if !x.detached {
			abrupt |= x.with
		}
	}
	left, normal := w.last(last, abrupt, before.falls)
	out := way{falls: before.falls, ends: before.ends}
	for _, x := range before.exits {
		switch {
		case x.detached:
		case left.falls == 0:
			continue // it has the last word
		case left.falls.taken() == 0:
			x.with = free
		}
		out.exit(x.with, x)
	}
	if out.falls = normal.falls; out.falls == 0 {
		out.ends = nil
	}
	out.merge(left.exits)
	out.merge(normal.exits)
	return out
}

// last follows the code of a finally after an early end, and after none. One
// inside many others is followed once for both, or each would double the work.
func (w *walker) last(code syntax.Node, abrupt, falls state) (left, normal way) {
	w.finals++
	defer func() { w.finals-- }()
	if w.finals <= maxFinals {
		return w.stmt(code, abrupt), w.stmt(code, falls)
	}
	left = w.stmt(code, abrupt|falls)
	if falls != 0 {
		normal = left
	}
	return left, normal
}

const maxFinals = 4

func elementOf(n syntax.Node) syntax.Node {
	for c := range n.Elements() {
		return c
	}
	return syntax.Node{}
}

// isFunction reports whether n is a function that stands as a value.
func isFunction(n syntax.Node) bool { return scope.IsFunction(n) }
