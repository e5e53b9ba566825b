package tshttp

import (
	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Functions that a library asks for each origin. One that says yes to all is no
// different from a setting that lets all in.

// byCallback reads (origin, callback) => callback(null, true), the form of cors
// and @fastify/cors.
func byCallback(r *reader, fn value.Value) authflow.Origins {
	callback := paramAt(fn, 1)
	if callback == nil || throws(fn.Node) {
		return authflow.OriginsDecided
	}
	origin := paramAt(fn, 0)
	straight, yes := false, 0
	for _, ref := range callback.Refs {
		if ref == callback.Node {
			continue
		}
		call := ref.Parent()
		if call.Kind() != syntax.CallExpression || call.Child(syntax.FieldFunction) != ref || !saysYes(r, fn, call, origin) {
			return authflow.OriginsDecided
		}
		yes++
		straight = straight || len(flow.Conditions(call, fn.Node)) == 0
	}
	if straight || yes > 1 {
		return authflow.EchoedOrigin
	}
	return authflow.OriginsDecided
}

// saysYes: callback(null, true), callback(null, origin), callback(null, '*').
func saysYes(r *reader, fn value.Value, call syntax.Node, origin *scope.Binding) bool {
	var args []syntax.Node
	for a := range call.Child(syntax.FieldArguments).Elements() {
		args = append(args, a)
	}
	if len(args) != 2 || !args[0].Is(syntax.Null, syntax.Undefined) && args[0].Text() != "undefined" {
		return false
	}
	return lets(r, fn, args[1], origin)
}

// byAnswer reads origin => origin and () => '*', the form of hono/cors, and
// ctx => ctx.get('Origin'), that of @koa/cors.
func byAnswer(r *reader, fn value.Value) authflow.Origins {
	if throws(fn.Node) {
		return authflow.OriginsDecided
	}
	first := paramAt(fn, 0)
	body := fn.Node.Child(syntax.FieldBody)
	answers := []syntax.Node{body}
	if body.Kind() == syntax.StatementBlock {
		answers = nil
		for _, ret := range value.Returns(body) {
			answers = append(answers, firstOf(ret))
		}
	}
	for _, a := range answers {
		if !a.OK() || !lets(r, fn, a, first) {
			return authflow.OriginsDecided
		}
	}
	if len(answers) == 0 {
		return authflow.OriginsDecided
	}
	return authflow.EchoedOrigin
}

// lets reports whether an expression stands for the origin that asks, or for
// any: true, '*', the parameter, ctx.get('Origin'), ctx.request.header.origin.
func lets(r *reader, fn value.Value, n syntax.Node, param *scope.Binding) bool {
	for n.Is(syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression) {
		n = firstOf(n)
	}
	switch n.Kind() {
	case syntax.True:
		return true
	case syntax.String:
		return scope.Unquote(n) == "*"
	case syntax.Identifier:
		return param != nil && fn.File.Scopes.Lookup(n) == param
	case syntax.BinaryExpression:
		if op := n.Operator(); op == "||" || op == "??" {
			return lets(r, fn, n.Child(syntax.FieldLeft), param) // then something else only where there is no origin
		}
	case syntax.CallExpression, syntax.MemberExpression:
		return readsOrigin(n)
	}
	return false
}

// readsOrigin recognizes the Origin header of a request: req.headers.origin,
// req.header('Origin'), ctx.get('Origin'), request.headers.get('origin').
func readsOrigin(n syntax.Node) bool {
	root := rootName(n)
	switch n.Kind() {
	case syntax.MemberExpression:
		holder := n.Child(syntax.FieldObject)
		return n.Child(syntax.FieldProperty).Text() == "origin" && holder.Kind() == syntax.MemberExpression && isIncoming(root) &&
			(holder.Child(syntax.FieldProperty).Text() == "headers" || holder.Child(syntax.FieldProperty).Text() == "header")
	case syntax.SubscriptExpression:
		return isIncoming(root) && isOriginName(n.Child(syntax.FieldIndex))
	case syntax.CallExpression:
		name := calleeName(n)
		return (name == "get" || name == "header") && isIncoming(root) && isOriginName(firstOf(n.Child(syntax.FieldArguments)))
	}
	return false
}

func isOriginName(n syntax.Node) bool {
	if n.Kind() != syntax.String {
		return false
	}
	s := scope.Unquote(n)
	return s == "origin" || s == "Origin"
}

// paramAt returns the parameter of a function at a position, where it has a name.
func paramAt(fn value.Value, index int) *scope.Binding {
	for _, b := range fn.File.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == fn.Node && b.Index == index && len(b.Path) == 0 {
			return b
		}
	}
	return nil
}

func throws(fn syntax.Node) bool {
	found := false
	flow.Own(fn, func(n syntax.Node) bool {
		found = found || n.Kind() == syntax.ThrowStatement
		return true
	})
	return found
}
