package tshttp

import (
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readGateSetter reads setRefreshing(true), where the function of the project
// does nothing but set.
func (r *reader) readGateSetter(n syntax.Node, callee value.Value) {
	arg := firstOf(n.Child(syntax.FieldArguments))
	if arg.Kind() != syntax.True || callee.Kind != value.Function || callee.File != r.file {
		return
	}
	body := callee.Node.Child(syntax.FieldBody)
	if set := soleAssignment(body); set.OK() {
		if b := r.file.Scopes.Lookup(set.Child(syntax.FieldRight)); b != nil && b.Kind == scope.Param && b.Func == callee.Node && b.Index == 0 {
			r.gateAt(n, set.Child(syntax.FieldLeft), arg)
		}
	}
}

// soleAssignment returns the assignment that is all of a function's body.
func soleAssignment(body syntax.Node) syntax.Node {
	for body.Is(syntax.StatementBlock, syntax.ExpressionStatement, syntax.ParenthesizedExpression) {
		in := firstOf(body)
		if len(elements(body)) != 1 {
			break
		}
		body = in
	}
	if body.Kind() != syntax.AssignmentExpression {
		return syntax.Node{}
	}
	return body
}
