package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A course is what the statements of a function do on the way to its exits, besides
// what is handed on.
type course struct {
	fn       value.Value
	unsent   []syntax.Node // Promise.reject(e); as a statement
	thrown   []syntax.Node // await Promise.reject(e); fail(e), where fail always throws
	unloaded []syntax.Node // location.href = '/login'
}

func courseOf(r *reader, fn value.Value, env *value.Env) course {
	p := course{fn: fn}
	flow.Own(fn.Node, func(n syntax.Node) bool {
		if n.Kind() != syntax.ExpressionStatement {
			return true
		}
		x := firstOf(n)
		switch {
		case r.rejects(fn, x, env):
			p.unsent = append(p.unsent, n)
		case x.Kind() == syntax.AwaitExpression && r.rejects(fn, firstOf(x), env), r.alwaysThrows(fn, x, env):
			p.thrown = append(p.thrown, n)
		case r.unloads(fn, x, env, 0):
			p.unloaded = append(p.unloaded, n)
		}
		return true
	})
	return p
}

// rejects reports whether an expression is a promise that is rejected.
func (r *reader) rejects(fn value.Value, n syntax.Node, env *value.Env) bool {
	if n.Kind() != syntax.CallExpression {
		return false
	}
	name := calleeName(n)
	if name != "reject" && name != "throwError" {
		return false // the cheap test first
	}
	callee := r.eval.Eval(fn.File, n.Child(syntax.FieldFunction), env)
	return isPromise(callee, "reject") || fromRxjs(callee) && callee.Name == "throwError"
}

// unloads reports whether a statement leaves the page, itself or in a function of
// the project that it calls.
func (r *reader) unloads(fn value.Value, n syntax.Node, env *value.Env, depth int) bool {
	if n.Kind() == syntax.AwaitExpression {
		n = firstOf(n)
	}
	switch n.Kind() {
	case syntax.AssignmentExpression:
		left := r.eval.Eval(fn.File, n.Child(syntax.FieldLeft), env)
		return left.IsGlobal("location") || left.Kind == value.Member && left.Name == "href" && left.Base.IsGlobal("location")
	case syntax.CallExpression:
		callee := r.eval.Eval(fn.File, n.Child(syntax.FieldFunction), env)
		if unloads(callee) {
			return true
		}
		if callee.Kind != value.Function || depth > 2 {
			return false
		}
		found := false
		flow.Own(callee.Node, func(m syntax.Node) bool {
			found = found || m.Kind() == syntax.ExpressionStatement && r.unloads(callee, firstOf(m), callee.Env, depth+1)
			return !found
		})
		return found
	}
	return false
}

// mark notes what happens on the way to an exit.
func (p course) mark(exit *authflow.Exit, e flow.Exit) {
	for _, s := range p.unsent {
		if !exit.Unsent.Valid() && leadsTo(s, e) {
			exit.Unsent = p.fn.File.Span(firstOf(s))
			exit.Mend = []authflow.Edit{{At: before(p.fn.File.Span(s)), Text: "return "}}
		}
	}
	exit.Unloads = exit.Unloads || slices.ContainsFunc(p.unloaded, func(s syntax.Node) bool { return passes(s, e) })
	for _, c := range e.Conditions(p.fn.Node) {
		exit.Cancelled = exit.Cancelled || aboutCancelling(c.Expr)
	}
}

// alwaysThrows reports whether an expression is the call of a function of the
// project that does nothing but throw in the end.
func (r *reader) alwaysThrows(fn value.Value, n syntax.Node, env *value.Env) bool {
	awaited := n.Kind() == syntax.AwaitExpression
	if awaited {
		n = firstOf(n)
	}
	if n.Kind() != syntax.CallExpression {
		return false
	}
	callee := r.eval.Eval(fn.File, n.Child(syntax.FieldFunction), env)
	if callee.Kind != value.Function || callee.Node.Has(syntax.Async) && !awaited {
		return false
	}
	exits := flow.Exits(callee.Node)
	return len(exits) > 0 && !slices.ContainsFunc(exits, func(e flow.Exit) bool { return e.Kind != flow.Throws })
}

// throws: something that throws stands on every way to the exit, which is none
// then.
func (p course) throws(e flow.Exit) bool {
	return slices.ContainsFunc(p.thrown, func(s syntax.Node) bool { return passes(s, e) })
}

// passes reports whether every way to an exit comes by a statement.
func passes(s syntax.Node, e flow.Exit) bool {
	block := s.Parent()
	return block == e.Node || block.Contains(e.Node) && s.Start() < e.Node.Start()
}

// leadsTo reports whether a way leads from a statement to an exit: it stands
// behind, and not in another branch.
func leadsTo(s syntax.Node, e flow.Exit) bool {
	if !e.Node.Contains(s) && s.Start() > e.Node.Start() {
		return false
	}
	for child, n := s, s.Parent(); n.OK() && !scope.IsFunction(n); child, n = n, n.Parent() {
		if n.Kind() == syntax.IfStatement && child != n.Child(syntax.FieldCondition) {
			if n == e.Node {
				return false // the exit is where the condition does not hold
			}
			if n.Contains(e.Node) {
				return child.Contains(e.Node)
			}
		}
		// What stands behind it in its own block must let control through.
		if n.Kind() == syntax.StatementBlock && n != e.Node && !n.Contains(e.Node) {
			for next := child.Next(); next.OK(); next = next.Next() {
				if flow.Leaves(next) {
					return false
				}
			}
		}
	}
	return true
}
