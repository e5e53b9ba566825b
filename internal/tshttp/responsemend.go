package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// How the read of a response that may be missing is mended, and what undefined
// does in its place.

// mendRead returns the edits that read a property only where there is an object,
// and whether undefined does no harm in the place of what is read.
func mendRead(f *module.File, object, n syntax.Node) (edits []authflow.Edit, safe bool) {
	src := f.Tree.Source()
	top, called := memberChain(n)
	if isTarget(top) || throwsOnUndefined(top) {
		return nil, false
	}
	at := f.Span(object)
	at.Start = at.End
	switch property := n.Child(syntax.FieldProperty); {
	case n.Kind() == syntax.SubscriptExpression:
		edits = []authflow.Edit{{At: at, Text: "?."}}
	default:
		gap := src[object.End():property.Start()]
		if strings.TrimSpace(gap) != "." {
			return nil, false // a comment
		}
		at.Start += strings.IndexByte(gap, '.')
		at.End = at.Start
		edits = []authflow.Edit{{At: at, Text: "?"}}
	}
	if object.Kind() == syntax.NonNullExpression {
		// error.response!.status: the type has to take undefined then
		bang := f.Span(object)
		bang.Start = bang.End - 1
		if n.Kind() == syntax.SubscriptExpression {
			return []authflow.Edit{{At: bang, Text: "?."}}, false
		}
		return append([]authflow.Edit{{At: bang, Text: ""}}, edits...), false
	}
	if rejected(top) {
		if called {
			return nil, false
		}
		// In place of the reason, the error itself.
		return append(edits, authflow.Edit{At: after(f.Span(top)), Text: " ?? " + rootNode(n).Text()}), false
	}
	if isStatusOfAnswer(top) {
		return append(edits, authflow.Edit{At: after(f.Span(top)), Text: " ?? 502"}), false // RFC 9110 section 15.6.3
	}
	return edits, harmless(top)
}

// memberChain returns the whole chain of members and calls that begins with n, which is
// left out as a whole where the response is missing.
func memberChain(n syntax.Node) (top syntax.Node, called bool) {
	for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
		switch {
		case p.Is(syntax.MemberExpression, syntax.SubscriptExpression) && p.Child(syntax.FieldObject) == n:
		case p.Kind() == syntax.CallExpression && p.Child(syntax.FieldFunction) == n:
			called = true
		case p.Kind() == syntax.NonNullExpression:
		default:
			return n, called
		}
	}
	return n, called
}

// isTarget: the chain stands where ?. may not.
func isTarget(top syntax.Node) bool {
	p := top.Parent()
	switch p.Kind() {
	case syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression, syntax.ForInStatement, syntax.AssignmentPattern, syntax.ObjectAssignmentPattern:
		return p.Child(syntax.FieldLeft) == top
	case syntax.UpdateExpression, syntax.ArrayPattern, syntax.ObjectPattern, syntax.PairPattern, syntax.RestPattern:
		return true
	case syntax.UnaryExpression:
		return p.Operator() == "delete"
	case syntax.NewExpression:
		return p.Child(syntax.FieldConstructor) == top
	case syntax.CallExpression: // a tagged template
		return p.Child(syntax.FieldFunction) == top
	case syntax.ClassHeritage, syntax.ExtendsClause, syntax.Decorator:
		return true
	}
	return top.Next().Kind() == syntax.TemplateString
}

// throwsOnUndefined: the code around the chain fails all the same where it is
// undefined.
func throwsOnUndefined(top syntax.Node) bool {
	p := top.Parent()
	switch p.Kind() {
	case syntax.SpreadElement:
		return p.Parent().Kind() != syntax.Object
	case syntax.ForInStatement:
		return true
	case syntax.BinaryExpression:
		return p.Operator() == "in" && p.Child(syntax.FieldRight) == top
	case syntax.VariableDeclarator:
		return p.Child(syntax.FieldName).Kind() != syntax.Identifier
	case syntax.Arguments:
		switch p.Parent().Child(syntax.FieldFunction).Text() {
		case "Object.keys", "Object.values", "Object.entries", "JSON.parse":
			return true
		}
	}
	return false
}

// isStatusOfAnswer: a server answers with what the chain gives, and no answer
// goes out without a status.
func isStatusOfAnswer(top syntax.Node) bool {
	p := top.Parent()
	switch p.Kind() {
	case syntax.AssignmentExpression:
		return p.Child(syntax.FieldLeft).Child(syntax.FieldProperty).Text() == "statusCode"
	case syntax.Arguments:
		name := calleeName(p.Parent())
		return firstOf(p) == top && (name == "status" || name == "sendStatus" || name == "writeHead")
	}
	return false
}

// rejected: the chain is what is thrown, or what a promise is rejected with.
func rejected(top syntax.Node) bool {
	p := top.Parent()
	if p.Kind() == syntax.ThrowStatement {
		return true
	}
	return p.Kind() == syntax.Arguments && calleeName(p.Parent()) == "reject" && firstOf(p) == top
}

// harmless: undefined in the place of the chain is at worst a text or a value
// that is missing. A result is not: it would look like a success.
func harmless(top syntax.Node) bool {
	p := top.Parent()
	for p.Kind() == syntax.ParenthesizedExpression {
		top, p = p, p.Parent()
	}
	switch p.Kind() {
	case syntax.IfStatement, syntax.SwitchStatement, syntax.TemplateSubstitution, syntax.ExpressionStatement,
		syntax.VariableDeclarator, syntax.UnaryExpression:
		return p.Kind() != syntax.VariableDeclarator || p.Child(syntax.FieldName).Kind() == syntax.Identifier
	case syntax.BinaryExpression:
		return !slices.Contains([]string{"in", "instanceof"}, p.Operator()) && (isComparison(p) || harmless(p))
	case syntax.TernaryExpression:
		return p.Child(syntax.FieldCondition) == top || harmless(p)
	case syntax.Pair, syntax.AssignmentExpression, syntax.JSXExpression:
		return true
	case syntax.Arguments:
		return calleeName(p.Parent()) != "resolve"
	}
	return false
}

func isComparison(n syntax.Node) bool {
	return slices.Contains([]string{"===", "!==", "==", "!=", "<", ">", "<=", ">="}, n.Operator())
}
