package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readWaiting finds what those wait for who find a flag set: a list of callbacks
// or a subject, and whether everybody in it hears of the end.
func (r *reader) readWaiting(g *authflow.Gate, c cell, fn, taken syntax.Node) {
	for _, use := range c.uses() {
		if !isTested(use) {
			continue
		}
		around := functionOf(use)
		if !around.OK() {
			continue
		}
		q, at, subject, ok := r.waitedFor(around)
		if !ok {
			continue
		}
		g.Waits, g.Queue = r.span(at), q.name
		o := &opening{r: r, takes: taken, known: map[place]bool{}, gives: q.drained}
		if subject {
			o.gives = q.told
		}
		if len(g.Stays) > 0 {
			return // one mistake: what is never opened tells nobody
		}
		h := o.hold(r.file)
		for _, x := range h.Leaks(fn) {
			if x.Late { // before, nobody else ran
				g.Forgotten = append(g.Forgotten, r.gateExit(x))
			}
		}
		if len(g.Forgotten) > 0 && r.elsewhere(o, fn) {
			g.Forgotten = nil
		}
		return
	}
}

// waitedFor finds the queue or subject that a function waits with.
func (r *reader) waitedFor(fn syntax.Node) (q cell, at syntax.Node, subject, ok bool) {
	for n := range fn.Descendants() {
		if n.Kind() != syntax.CallExpression {
			continue
		}
		if c, ok := r.pushed(r.file, n); ok && inPromise(n) {
			return c, n, false, true
		}
		if c, ok := r.awaitedSubject(n); ok {
			return c, n, true, true
		}
		for _, f := range r.eval.Eval(r.file, n.Child(syntax.FieldFunction), nil).Alternatives() {
			if f.Kind != value.Function {
				continue
			}
			for m := range f.Node.Descendants() {
				if c, ok := r.pushed(f.File, m); ok && (inPromise(n) || inPromise(m)) {
					return c, n, false, true
				}
			}
		}
	}
	return cell{}, syntax.Node{}, false, false
}

// pushed reads queue.push(…).
func (r *reader) pushed(f *module.File, n syntax.Node) (cell, bool) {
	if n.Kind() != syntax.CallExpression || !slices.Contains([]string{"push", "unshift", "add"}, calleeName(n)) || n.Child(syntax.FieldFunction).Kind() != syntax.MemberExpression {
		return cell{}, false
	}
	return cellOf(f, n.Child(syntax.FieldFunction).Child(syntax.FieldObject))
}

// inPromise: the place is in the function given to new Promise.
func inPromise(n syntax.Node) bool {
	for p := n.Parent(); p.OK(); p = p.Parent() {
		if p.Kind() == syntax.NewExpression && p.Child(syntax.FieldConstructor).Text() == "Promise" {
			return true
		}
	}
	return false
}

// awaitedSubject reads subject.pipe(filter(…), take(1)).
func (r *reader) awaitedSubject(n syntax.Node) (cell, bool) {
	fn := n.Child(syntax.FieldFunction)
	if calleeName(n) != "pipe" || fn.Kind() != syntax.MemberExpression {
		return cell{}, false
	}
	ops := map[string]bool{}
	for op := range n.Child(syntax.FieldArguments).Elements() {
		ops[calleeName(op)] = true
	}
	if !ops["filter"] && !ops["skipWhile"] && !ops["first"] && (!ops["take"] || len(ops) < 3) {
		return cell{}, false
	}
	object := fn.Child(syntax.FieldObject)
	v := r.eval.Eval(r.file, object, nil)
	if v.Kind != value.Call || !v.New || !strings.HasSuffix(v.Base.Name, "Subject") {
		return cell{}, false
	}
	return cellOf(r.file, object)
}

// drained reports whether a node takes what is in a queue: it goes over it, or
// hands it to something else.
func (q cell) drained(f *module.File, n syntax.Node) bool {
	if f != q.file {
		return false
	}
	switch n.Kind() {
	case syntax.CallExpression:
		fn := n.Child(syntax.FieldFunction)
		if fn.Kind() == syntax.MemberExpression && q.is(f, fn.Child(syntax.FieldObject)) {
			name := fn.Child(syntax.FieldProperty).Text()
			return !slices.Contains([]string{"push", "unshift", "add", "clear"}, name) && (name != "splice" || n.Parent().Kind() != syntax.ExpressionStatement)
		}
		return slices.ContainsFunc(elements(n.Child(syntax.FieldArguments)), func(a syntax.Node) bool { return q.is(f, a) })
	case syntax.ForInStatement:
		return anyBelow(n.Child(syntax.FieldRight), func(m syntax.Node) bool { return q.is(f, m) })
	case syntax.VariableDeclarator:
		return anyBelow(n.Child(syntax.FieldValue), func(m syntax.Node) bool {
			return q.is(f, m) && m.Parent().Child(syntax.FieldProperty).Text() != "length"
		})
	}
	return false
}

// told reports whether a node sends something to those who wait for a subject.
func (q cell) told(f *module.File, n syntax.Node) bool {
	fn := n.Child(syntax.FieldFunction)
	if n.Kind() != syntax.CallExpression || fn.Kind() != syntax.MemberExpression || !q.is(f, fn.Child(syntax.FieldObject)) {
		return false
	}
	switch fn.Child(syntax.FieldProperty).Text() {
	case "error", "complete", "unsubscribe":
		return true
	case "next":
		arg := firstOf(n.Child(syntax.FieldArguments))
		return !arg.Is(syntax.Null, syntax.Undefined) && arg.Text() != "undefined"
	}
	return false
}

func elements(n syntax.Node) []syntax.Node {
	var out []syntax.Node
	for c := range n.Elements() {
		out = append(out, c)
	}
	return out
}
