package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readRecursion reads a call of a function from inside itself: a fetch wrapper
// that calls itself again after it refreshed.
func (r *reader) readRecursion(n syntax.Node, callee value.Value) {
	if callee.Kind != value.Function || callee.File != r.file || !inside(n, callee.Node) || registered(n, callee.Node) || r.unsubscribed(n, callee.Node) {
		return
	}
	fn := callee.Node
	conds, trigger := r.refusal(n, fn, callee)
	if !trigger.Valid() || !r.requestIn(fn) {
		return // some other recursion: paging, a tree
	}
	res := &authflow.Resend{
		At: r.span(n), Trigger: trigger, Form: authflow.Recursion, Enters: functionName(fn), EntersAt: signature(r.file, fn), Reenters: authflow.Yes,
	}
	g := r.guardsOf(fn, callee)
	for _, c := range conds {
		res.Tests = append(res.Tests, c.states...)
		res.Opaque = res.Opaque || c.opaque
		res.Tests = append(res.Tests, r.parameterTests(fn, c.expr)...)
	}
	res.Sets = append(g.setsIn(fn), r.argumentSets(n, fn)...)
	for _, t := range res.Tests {
		res.Sets = append(res.Sets, r.writesOf(r.file, t)...)
	}
	r.out.resends = append(r.out.resends, res)
}

// registered: the place is in a handler that the function attaches to a client;
// it does not run while the function does.
func registered(n, fn syntax.Node) bool {
	for f := functionOf(n); f.OK() && f != fn; f = functionOf(f) {
		if calleeName(calledWith(f)) == "use" {
			return true
		}
	}
	return false
}

// unsubscribed: an interceptor of Angular hands out an observable, and one that
// nobody takes sends nothing.
func (r *reader) unsubscribed(n, fn syntax.Node) bool {
	_, angular := r.angularHandler(fn)
	return angular && n.Parent().Kind() == syntax.ExpressionStatement
}

// condition is a tested condition with its expression.
type condition struct {
	tested
	expr syntax.Node
}

func (r *reader) guardsOf(fn syntax.Node, handler value.Value) guards {
	return guards{w: &walk{r: r, handler: handler, visited: map[place]bool{}}, file: r.file, fn: fn}
}

// refusal reads the conditions on the way to n and the test of a refusal among
// them.
func (r *reader) refusal(n, fn syntax.Node, handler value.Value) ([]condition, source.Span) {
	var out []condition
	var trigger source.Span
	g := r.guardsOf(fn, handler)
	for _, c := range flow.Conditions(n, fn) {
		t := g.test(c.Expr)
		if slices.ContainsFunc(c.Cases, g.meansRefused) {
			t.trigger = r.span(c.Expr) // switch (res.status) { case 401: … }
		}
		if !trigger.Valid() && c.Holds {
			trigger = t.trigger
		} else if !trigger.Valid() && t.trigger.Valid() && negated(c.Expr) {
			trigger = t.trigger // if (status !== 401) return; what follows is the refusal
		}
		out = append(out, condition{t, c.Expr})
	}
	return out, trigger
}

// negated reports whether a condition compares with !== or !=.
func negated(n syntax.Node) bool {
	for m := range n.Descendants() {
		if m.Kind() == syntax.BinaryExpression && (m.Operator() == "!==" || m.Operator() == "!=") {
			return true
		}
	}
	return false
}

// requestIn reports whether a function sends a request itself, not through
// itself.
func (r *reader) requestIn(fn syntax.Node) bool {
	found := false
	syntax.Walk(fn, func(n syntax.Node) bool {
		if n.Kind() == syntax.CallExpression && !found {
			for _, c := range carried(r.value(n)) {
				if _, ok := r.sends(c); ok {
					found = true
				}
			}
		}
		return !found
	})
	return found
}

func functionName(fn syntax.Node) string {
	if name := fn.Child(syntax.FieldName); name.OK() {
		return name.Text()
	}
	if p := fn.Parent(); p.Is(syntax.VariableDeclarator, syntax.PublicFieldDefinition, syntax.FieldDefinition) {
		return p.Child(syntax.FieldName).Text()
	}
	return "the function"
}

// parameterTests finds the parameters that a condition tests, and properties of
// them: retried, options._retry.
func (r *reader) parameterTests(fn, cond syntax.Node) []authflow.State {
	var out []authflow.State
	syntax.Walk(cond, func(n syntax.Node) bool {
		b, name := r.parameterOf(fn, n)
		if b == nil {
			return true
		}
		s := authflow.State{At: r.span(n), Kind: authflow.Argument, Owner: ownerOf(r.file, b), Name: b.Name}
		if name != "" {
			s.Kind, s.Owner, s.Name = authflow.OnRequest, "", name
		}
		out = append(out, s)
		return false
	})
	return out
}

// parameterOf returns the parameter of fn that n names, and the property of it.
func (r *reader) parameterOf(fn, n syntax.Node) (*scope.Binding, string) {
	name := ""
	if n.Kind() == syntax.MemberExpression {
		name = n.Child(syntax.FieldProperty).Text()
		n = n.Child(syntax.FieldObject)
	}
	if n.Kind() != syntax.Identifier {
		return nil, ""
	}
	b := r.file.Scopes.Lookup(n)
	if b == nil || b.Kind != scope.Param || b.Func != fn {
		return nil, ""
	}
	if len(b.Path) > 0 && name == "" {
		name = b.Path[len(b.Path)-1].Name
	}
	return b, name
}

// argumentSets finds what a recursive call passes differently: another value
// for a parameter, a property in a literal.
func (r *reader) argumentSets(call, fn syntax.Node) []authflow.State {
	var out []authflow.State
	i := 0
	for a := range call.Child(syntax.FieldArguments).Elements() {
		for _, b := range r.file.Scopes.Bindings() {
			if b.Kind == scope.Param && b.Func == fn && b.Index == i && len(b.Path) == 0 && r.file.Scopes.Lookup(a) != b {
				out = append(out, authflow.State{At: r.span(a), Kind: authflow.Argument, Owner: ownerOf(r.file, b), Name: b.Name})
			}
		}
		if a.Kind() == syntax.Object {
			for m := range a.Elements() {
				if m.Kind() == syntax.Pair {
					out = append(out, authflow.State{At: r.span(m), Kind: authflow.OnRequest, Name: scope.PropertyName(m.Child(syntax.FieldKey))})
				}
			}
		}
		i++
	}
	return out
}

// setsIn lists what a function sets, its own parameters' properties included.
func (g guards) setsIn(fn syntax.Node) []authflow.State {
	var out []authflow.State
	for n := range fn.Descendants() {
		out = append(out, g.set(n)...)
		if n.Kind() != syntax.AssignmentExpression {
			continue
		}
		if b, name := g.w.r.parameterOf(fn, n.Child(syntax.FieldLeft)); b != nil && name != "" {
			out = append(out, authflow.State{At: g.file.Span(n), Kind: authflow.OnRequest, Name: name})
		}
	}
	return out
}

// readLoop reads a loop without a bound that sends a request and, when it is
// refused, goes round again.
func (r *reader) readLoop(n syntax.Node) {
	if !endless(n) || !r.requestIn(n) {
		return
	}
	fn := functionOf(n)
	if !fn.OK() {
		return
	}
	handler := value.Value{Kind: value.Function, File: r.file, Node: fn}
	for c := range n.Descendants() {
		if c.Kind() != syntax.ContinueStatement || loopOf(c) != n {
			continue
		}
		conds, trigger := r.refusal(c, n, handler)
		if !trigger.Valid() {
			continue
		}
		res := &authflow.Resend{At: trigger, Trigger: trigger, Form: authflow.Loop, Enters: functionName(fn), EntersAt: signature(r.file, n), Reenters: authflow.Yes}
		for _, t := range conds {
			res.Opaque = res.Opaque || t.opaque
			res.Tests = append(res.Tests, r.loopStates(n, t.expr)...)
		}
		for m := range n.Descendants() {
			if m.Is(syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression, syntax.UpdateExpression) {
				target := m.Child(syntax.FieldLeft)
				if !target.OK() {
					target = m.Child(syntax.FieldArgument)
				}
				res.Sets = append(res.Sets, r.loopStates(n, target)...)
			}
		}
		r.out.resends = append(r.out.resends, res)
	}
}

// endless: while (true), for (;;), do … while (true).
func endless(n syntax.Node) bool {
	cond := n.Child(syntax.FieldCondition)
	for cond.Kind() == syntax.ParenthesizedExpression {
		cond = firstOf(cond)
	}
	return !cond.OK() || cond.Is(syntax.True, syntax.EmptyStatement) || cond.Text() == "1"
}

func loopOf(n syntax.Node) syntax.Node {
	for n = n.Parent(); n.OK() && !scope.IsFunction(n); n = n.Parent() {
		if n.Is(syntax.WhileStatement, syntax.ForStatement, syntax.DoStatement, syntax.ForInStatement) {
			return n
		}
	}
	return syntax.Node{}
}

// loopStates are the variables in an expression that live longer than one turn
// of the loop.
func (r *reader) loopStates(loop, expr syntax.Node) []authflow.State {
	var out []authflow.State
	syntax.Walk(expr, func(n syntax.Node) bool {
		if n.Kind() != syntax.Identifier {
			return true
		}
		if b := r.file.Scopes.Lookup(n); b != nil && !loop.Child(syntax.FieldBody).Contains(b.Node) && b.Kind != scope.Function && b.Kind != scope.Import && len(b.Writes) > 0 {
			out = append(out, authflow.State{At: r.span(n), Kind: authflow.Outer, Owner: ownerOf(r.file, b), Name: b.Name})
		}
		return true
	})
	return out
}
