package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Answers by a function of the project that is given the response:
// unauthorized(res), fail(res, 401, 'log in').

// readRefusalCall reads the call of such a function, where it is a statement.
func (r *reader) readRefusalCall(n syntax.Node) {
	if p := n.Parent(); !p.Is(syntax.ExpressionStatement, syntax.BinaryExpression, syntax.TernaryExpression, syntax.AwaitExpression) {
		return
	}
	args, index := []syntax.Node{}, -1
	for a := range n.Child(syntax.FieldArguments).Elements() {
		if a.Kind() == syntax.Identifier && (isResponseName(a.Text()) || isContextName(a.Text())) && index < 0 {
			index = len(args)
		}
		args = append(args, a)
	}
	if index < 0 {
		return
	}
	if stmt, _ := statementOf(n); !stmt.OK() {
		return
	}
	h := r.serverHandler(args[index])
	if h == nil || h.kind == "Fastify" || h.next != nil && slices.ContainsFunc(args, func(a syntax.Node) bool {
		return a.Kind() == syntax.Identifier && r.file.Scopes.Lookup(a) == h.next
	}) {
		return // a reply that is sent ends the request; what is given next may call it
	}
	fn := n.Child(syntax.FieldFunction)
	status := r.refusedBy(r.value(fn), index, func(i int) int {
		if i >= len(args) {
			return 0
		}
		return r.statusOf(r.file, args[i])
	}, 0)
	if status != 0 {
		r.addRejection(h, n, fn, status, authflow.Answered, false)
	}
}

func isContextName(name string) bool { return name == "ctx" || name == "context" }

// helperDepth bounds how far answers are followed through functions.
const helperDepth = 3

// refusedBy returns the status that a function answers with on every way, where
// it is given the response at index and does nothing that stops its caller. arg
// tells the status that an argument of the call is.
func (r *reader) refusedBy(fn value.Value, index int, arg func(int) int, depth int) int {
	if fn.Kind != value.Function || depth == helperDepth {
		return 0
	}
	var answer *scope.Binding
	params := map[*scope.Binding]int{}
	for _, b := range fn.File.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == fn.Node && len(b.Path) == 0 && !b.Rest {
			params[b] = b.Index
			if b.Index == index && len(b.Writes) == 0 {
				answer = b
			}
		}
	}
	if answer == nil {
		return 0
	}
	status := func(n syntax.Node) int {
		if b := fn.File.Scopes.Lookup(bare(n)); bare(n).Kind() == syntax.Identifier && b != nil && len(b.Writes) == 0 {
			if i, ok := params[b]; ok {
				return arg(i)
			}
		}
		return r.statusOf(fn.File, n)
	}
	body := fn.Node.Child(syntax.FieldBody)
	if body.Kind() != syntax.StatementBlock {
		return r.answersWith(fn.File, body, answer, status, depth)
	}
	found := 0
	for s := range body.Elements() {
		if s.Is(syntax.ExpressionStatement, syntax.ReturnStatement) && found == 0 {
			found = r.answersWith(fn.File, firstOf(s), answer, status, depth)
		}
		if mayThrow(s) || found == 0 && leavesIn(s) {
			return 0
		}
	}
	return found
}

// mayThrow: a statement throws on some way, and not only inside a function of
// its own.
func mayThrow(s syntax.Node) bool {
	found := false
	syntax.Walk(s, func(n syntax.Node) bool {
		found = found || n.Kind() == syntax.ThrowStatement || n.Kind() == syntax.CallExpression && calleeName(n) == "throw"
		return !found && !scope.IsFunction(n)
	})
	return found
}

// answersWith returns the status that an expression answers with on a response.
func (r *reader) answersWith(f *module.File, n syntax.Node, answer *scope.Binding, status func(syntax.Node) int, depth int) int {
	if n.Kind() == syntax.AwaitExpression {
		n = firstOf(n)
	}
	switch n.Kind() {
	case syntax.AssignmentExpression:
		if left := n.Child(syntax.FieldLeft); left.Kind() == syntax.MemberExpression && f.Scopes.Lookup(left.Child(syntax.FieldObject)) == answer &&
			slices.Contains([]string{"status", "statusCode"}, left.Child(syntax.FieldProperty).Text()) {
			return status(n.Child(syntax.FieldRight))
		}
	case syntax.CallExpression:
		if a, ok := answeringOf(n); ok && f.Scopes.Lookup(a.root) == answer && !a.inBody {
			return status(a.status)
		}
		i := 0
		args := []syntax.Node{}
		at := -1
		for a := range n.Child(syntax.FieldArguments).Elements() {
			if a.Kind() == syntax.Identifier && f.Scopes.Lookup(a) == answer {
				at = i
			}
			args = append(args, a)
			i++
		}
		if at >= 0 {
			return r.refusedBy(r.eval.Eval(f, n.Child(syntax.FieldFunction), nil), at, func(i int) int {
				if i >= len(args) {
					return 0
				}
				return status(args[i])
			}, depth+1)
		}
	}
	return 0
}
