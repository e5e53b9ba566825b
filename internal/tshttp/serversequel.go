package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// sequel says what runs after a statement that refuses. What stands in its own
// block belongs to the answer, except for the next handler.
func (r *reader) sequel(h *serverHandler, stmt syntax.Node, bare bool) authflow.Sequel {
	out := authflow.Sequel{Kind: authflow.SequelEnds}
	known := r.knownBefore(h, stmt)
	first, checked, sent := true, false, false
	child := stmt
	for p := stmt.Parent(); p.OK() && !scope.IsFunction(child); child, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.ForStatement, syntax.ForInStatement, syntax.WhileStatement, syntax.DoStatement, syntax.SwitchCase, syntax.SwitchDefault, syntax.LabeledStatement:
			return unseen(out) // another turn, or the next case
		case syntax.IfStatement, syntax.ElseClause, syntax.CatchClause:
			if child.Kind() != syntax.StatementBlock {
				first = false // a branch without braces
			}
		case syntax.TryStatement:
			if child.Field() == syntax.FieldBody && leavesIn(p.Child(syntax.FieldFinalizer)) {
				return unseen(out)
			}
		}
		if p.Kind() != syntax.StatementBlock {
			continue
		}
		behind := false
		for s := range p.Elements() {
			if s == child {
				behind = true
				continue
			}
			if !behind {
				continue
			}
			if !first && decidedBy(s, known) {
				if leavesIn(s) || r.goesOn(h, s) {
					return unseen(out) // the condition may know of the rejection
				}
				continue // whatever it does, what follows runs
			}
			nested := s.Is(syntax.IfStatement, syntax.TryStatement, syntax.SwitchStatement, syntax.ForStatement, syntax.ForInStatement, syntax.WhileStatement)
			r.serverEvents(h, s, func(k authflow.SequelKind, n syntax.Node) {
				sent = sent || h.kind == "Fastify" && k == authflow.SequelAnswer
				if sent {
					return // it runs no handler after that
				}
				if k != authflow.SequelNext && (first || bare) || k == authflow.SequelAnswer && nested || k <= out.Kind {
					return
				}
				out = authflow.Sequel{Kind: k, At: r.span(n), Call: spellRun(n), Checked: k == authflow.SequelNext && (checked || nested)}
			})
			if sent && out.Kind == authflow.SequelEnds {
				return unseen(out)
			}
			if flow.Leaves(s) || r.throws(s) {
				return out
			}
			checked = checked || nested && leavesIn(s)
		}
		first = false
	}
	return out
}

// goesOn: a statement calls the next handler, on some way.
func (r *reader) goesOn(h *serverHandler, s syntax.Node) bool {
	found := false
	r.serverEvents(h, s, func(k authflow.SequelKind, _ syntax.Node) { found = found || k == authflow.SequelNext })
	return found
}

// unseen is a sequel of which no more is to be seen.
func unseen(s authflow.Sequel) authflow.Sequel {
	if s.Kind == authflow.SequelEnds {
		s.Kind = authflow.SequelUnknown
	}
	return s
}

// leavesIn reports whether some way through a statement leaves the function.
func leavesIn(s syntax.Node) bool {
	found := false
	syntax.Walk(s, func(n syntax.Node) bool {
		found = found || n.Is(syntax.ReturnStatement, syntax.ThrowStatement)
		return !found && !scope.IsFunction(n)
	})
	return found
}

// knownBefore are the names and members that the conditions before a rejection
// test, and the names that its branch sets. A later condition on one of them may
// know of the rejection.
func (r *reader) knownBefore(h *serverHandler, stmt syntax.Node) map[string]bool {
	known := map[string]bool{"headersSent": true}
	collect := func(n syntax.Node) {
		for m := range all(n) {
			switch m.Kind() {
			case syntax.Identifier:
				if b := r.file.Scopes.Lookup(m); b != nil && b.Kind != scope.Import && b.Func != h.fn {
					known[b.Name] = true
				}
			case syntax.MemberExpression:
				known[strings.ReplaceAll(m.Text(), "?.", ".")] = true
			}
		}
	}
	for _, c := range flow.Conditions(stmt, h.fn) {
		collect(c.Expr)
	}
	for s := range stmt.Parent().Elements() {
		for m := range s.Descendants() {
			if m.Kind() == syntax.AssignmentExpression {
				collect(m.Child(syntax.FieldLeft))
			}
		}
	}
	return known
}

// all yields a node and what is below it.
func all(n syntax.Node) func(func(syntax.Node) bool) {
	return func(yield func(syntax.Node) bool) {
		if !yield(n) {
			return
		}
		n.Descendants()(yield)
	}
}

func decidedBy(s syntax.Node, known map[string]bool) bool {
	var cond syntax.Node
	switch s.Kind() {
	case syntax.IfStatement:
		cond = s.Child(syntax.FieldCondition)
	case syntax.SwitchStatement:
		cond = s.Child(syntax.FieldValue)
	default:
		return false
	}
	for m := range all(cond) {
		if m.Is(syntax.Identifier, syntax.MemberExpression, syntax.PropertyIdentifier) && known[strings.ReplaceAll(m.Text(), "?.", ".")] {
			return true
		}
	}
	return false
}

// quiet are calls of Node whose running after a rejection nobody minds, besides
// what authflow.QuietCall knows.
var quiet = []string{"clearCookie", "setHeader", "set", "end", "String", "Number", "Boolean", "now", "toString"}

// serverEvents tells of what a statement does that matters after a rejection.
func (r *reader) serverEvents(h *serverHandler, s syntax.Node, tell func(authflow.SequelKind, syntax.Node)) {
	syntax.Walk(s, func(n syntax.Node) bool {
		if scope.IsFunction(n) {
			return false // it runs whenever
		}
		if n.Kind() == syntax.ReturnStatement && h.guard && firstOf(n).Text() == "true" {
			tell(authflow.SequelNext, n)
			return false
		}
		if n.Kind() != syntax.CallExpression {
			return true
		}
		fn := n.Child(syntax.FieldFunction)
		switch root := rootNode(fn); {
		case root.Kind() == syntax.Identifier && h.next != nil && r.file.Scopes.Lookup(root) == h.next && runsNext(root):
			if !firstOf(n.Child(syntax.FieldArguments)).OK() {
				tell(authflow.SequelNext, n) // next(err) runs none but the handler of errors
			}
			return false
		case h.answer == nil && fn.Text() == "NextResponse.next":
			tell(authflow.SequelNext, n)
			return false
		case h.answer == nil && fn.Kind() == syntax.MemberExpression && isWebResponse(root.Text()):
			tell(authflow.SequelAnswer, n)
			return false
		case authflow.QuietCall(calleeName(n)), slices.Contains(quiet, calleeName(n)):
			return false
		case answersOn(r, h, n, root):
			tell(authflow.SequelAnswer, n)
			return false
		}
		tell(authflow.SequelWork, n)
		return true
	})
}

// answersOn reports whether a call writes to the response of the handler.
func answersOn(r *reader, h *serverHandler, n, root syntax.Node) bool {
	for root.Kind() == syntax.CallExpression {
		root = rootNode(root.Child(syntax.FieldFunction)) // res.status(200).json(…)
	}
	return root.Kind() == syntax.Identifier && r.file.Scopes.Lookup(root) == h.answer && slices.Contains(append(bodyMethods, "sendStatus", "redirect"), calleeName(n))
}

// spellRun spells what runs: the function of a call, or the statement itself.
func spellRun(n syntax.Node) string {
	if n.Kind() == syntax.CallExpression {
		return value.Spell(n.Child(syntax.FieldFunction))
	}
	return strings.TrimSuffix(n.Text(), ";")
}

// throwing are the functions of frameworks that always throw.
var throwing = map[string][]string{
	"next/navigation": {"redirect", "permanentRedirect", "notFound", "unauthorized", "forbidden"},
	"@sveltejs/kit":   {"error", "redirect"},
}

// throws reports whether a statement calls what always throws: ctx.throw(401),
// redirect of Next, a function of the project whose body ends so.
func (r *reader) throws(s syntax.Node) bool {
	call := firstOf(s)
	if call.Kind() == syntax.AwaitExpression {
		call = firstOf(call)
	}
	if s.Kind() != syntax.ExpressionStatement || call.Kind() != syntax.CallExpression {
		return false
	}
	fn := call.Child(syntax.FieldFunction)
	if fn.Kind() == syntax.MemberExpression && fn.Child(syntax.FieldProperty).Text() == "throw" || fn.Text() == "process.exit" {
		return true
	}
	v := r.value(fn)
	return v.Kind == value.External && slices.Contains(throwing[v.Module], v.Name) || v.Kind == value.Function && alwaysThrows(v.Node)
}

// alwaysThrows: the last statement of a function throws, and none returns.
func alwaysThrows(fn syntax.Node) bool {
	var last syntax.Node
	body := fn.Child(syntax.FieldBody)
	for s := range body.Elements() {
		last = s
	}
	returns := false
	flow.Own(fn, func(n syntax.Node) bool {
		returns = returns || n.Kind() == syntax.ReturnStatement
		return !returns
	})
	return body.Kind() == syntax.StatementBlock && last.Kind() == syntax.ThrowStatement && !returns
}
