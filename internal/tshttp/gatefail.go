package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Whether a call's promise can be refused, and whether code refreshes.

// fails says whether the promise of a call can be refused: surely, or not known.
func (r *reader) fails(f *module.File, n syntax.Node, env *value.Env, depth int) (sure, known bool) {
	for n.Is(syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression, syntax.AwaitExpression) {
		n = firstOf(n)
	}
	if n.Kind() != syntax.CallExpression || depth > 4 {
		return false, n.Kind() != syntax.CallExpression && n.Kind() != syntax.Identifier && n.Kind() != syntax.MemberExpression
	}
	fn := n.Child(syntax.FieldFunction)
	args := n.Child(syntax.FieldArguments)
	switch name := calleeName(n); {
	case fn.Text() == "Promise.reject", name == "throwError":
		return true, true
	case name == "then", name == "finally", name == "toPromise", name == "json", name == "unwrap":
		return r.fails(f, fn.Child(syntax.FieldObject), env, depth)
	case name == "catch":
		return refuses(firstOf(args)), true
	case name == "pipe":
		for op := range args.Elements() {
			if calleeName(op) == "catchError" {
				return refuses(firstOf(op.Child(syntax.FieldArguments))), true
			}
		}
		return r.fails(f, fn.Child(syntax.FieldObject), env, depth)
	case slices.Contains([]string{"firstValueFrom", "lastValueFrom", "from"}, name):
		return r.fails(f, firstOf(args), env, depth)
	}
	callee := r.eval.Eval(f, fn, env)
	for _, c := range callee.Alternatives() {
		if c.Kind == value.Function {
			return r.functionFails(c, depth+1)
		}
	}
	if _, ok := r.sends(value.Value{Kind: value.Call, Base: &callee, File: f, Node: n, Env: env}); ok {
		return true, true
	}
	return false, false
}

// refuses reports whether a handler of failures hands the failure on.
func refuses(fn syntax.Node) bool {
	return anyBelow(fn, func(n syntax.Node) bool {
		return n.Kind() == syntax.ThrowStatement || n.Kind() == syntax.CallExpression &&
			(n.Child(syntax.FieldFunction).Text() == "Promise.reject" || calleeName(n) == "throwError" || calleeName(n) == "reject")
	}) || fn.Is(syntax.Identifier) && fn.Text() == "reject"
}

// functionFails is fails for a call of a project's function.
func (r *reader) functionFails(fn value.Value, depth int) (sure, known bool) {
	body := fn.Node.Child(syntax.FieldBody)
	if body.Kind() != syntax.StatementBlock {
		return r.fails(fn.File, body, nil, depth)
	}
	known = true
	flow.Own(fn.Node, func(n syntax.Node) bool {
		var x syntax.Node
		switch n.Kind() {
		case syntax.ThrowStatement:
			sure = sure || !inTry(n, fn.Node, false)
		case syntax.AwaitExpression:
			x = n
		case syntax.ReturnStatement:
			x = firstOf(n)
			if x.Kind() == syntax.NewExpression && x.Child(syntax.FieldConstructor).Text() == "Promise" {
				sure = sure || refuses(firstOf(x.Child(syntax.FieldArguments)))
				return true
			}
		}
		if !x.OK() || inTry(n, fn.Node, n.Kind() == syntax.ReturnStatement) {
			return !sure
		}
		s, k := r.fails(fn.File, x, nil, depth)
		sure, known = sure || s, known && k
		return !sure
	})
	return sure, sure || known
}

// inTry reports whether a place is in a try whose catch handles what fails
// there. What is returned without an await is not caught.
func inTry(n, fn syntax.Node, returned bool) bool {
	if returned && firstOf(n).Kind() != syntax.AwaitExpression {
		return false
	}
	for p := n.Parent(); p.OK() && n != fn; n, p = p, p.Parent() {
		if p.Kind() == syntax.TryStatement && p.Child(syntax.FieldBody) == n && p.Child(syntax.FieldHandler).OK() {
			return true
		}
	}
	return false
}

// refreshesIn reports whether a function asks for a new token, itself or in a
// function that it calls.
func (r *reader) refreshesIn(f *module.File, fn syntax.Node, depth int) bool {
	found := false
	syntax.Walk(fn.Child(syntax.FieldBody), func(n syntax.Node) bool {
		found = found || n.Kind() == syntax.CallExpression && r.refreshes(f, n, depth) && (depth == 0 || !afterRefusal(n, fn))
		return !found
	})
	return found
}

// afterRefusal: the place is reached when a request was refused: a function that
// is called may refresh so for any request.
func afterRefusal(n, fn syntax.Node) bool {
	for _, c := range flow.Conditions(n, fn) {
		if anyBelow(c.Expr, refused) {
			return true
		}
	}
	return false
}

func (r *reader) refreshes(f *module.File, n syntax.Node, depth int) bool {
	if namesRefresh(calleeName(n)) {
		return true
	}
	v := r.eval.Eval(f, n, nil)
	for _, c := range carried(v) {
		q, ok := r.sends(c)
		if !ok {
			continue
		}
		if q.inConfig {
			r.fromConfig(&q, r.eval.Value(q.config))
		}
		if purpose(q.method, r.eval.Shapes(q.url), calleeName(n)) == authflow.Refresh {
			return true
		}
	}
	if depth > 2 {
		return false
	}
	for _, c := range r.runs(f, n, r.eval.Eval(f, n.Child(syntax.FieldFunction), nil)) {
		if !c.Node.Contains(n) && r.refreshesIn(c.File, c.Node, depth+1) {
			return true
		}
	}
	return false
}

// namesRefresh: the name of a function says that it gets a new token.
func namesRefresh(name string) bool {
	if authflow.PurposeOfName(name) == authflow.Refresh {
		return true
	}
	words := credential.Words(name)
	has := func(list ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	return has("refresh", "renew", "reissue") && has("token", "tokens", "jwt", "access", "session", "auth") && !has("set", "get", "is", "has", "save", "store", "clear", "remove", "on", "add", "subscribe", "notify", "queue", "handle", "schedule")
}

// observesFailure reads the functions that operators of rxjs call for failures:
// tap({ error: fn }), retry({ delay: fn }).
func observesFailure(fn syntax.Node) bool {
	at := fn
	if fn.Kind() != syntax.MethodDefinition {
		at = fn.Parent()
	}
	if !at.Is(syntax.Pair, syntax.MethodDefinition) || at.Parent().Parent().Kind() != syntax.Arguments {
		return false
	}
	key := at.Child(syntax.FieldKey)
	if !key.OK() {
		key = at.Child(syntax.FieldName)
	}
	switch calleeName(at.Parent().Parent().Parent()) {
	case "tap":
		return key.Text() == "error"
	case "retry":
		return key.Text() == "delay"
	}
	return false
}

// afterFailure: the place is in a catch, or in what is called for failures.
func afterFailure(n syntax.Node) bool {
	for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
		switch {
		case p.Kind() == syntax.CatchClause:
			return true
		case scope.IsFunction(n) && p.Kind() == syntax.Arguments:
			switch calleeName(p.Parent()) {
			case "catch", "catchError", "retryWhen":
				return true
			case "then", "tap", "do", "subscribe":
				if firstOf(p) != n {
					return true
				}
			}
		case scope.IsFunction(n) && observesFailure(n):
			return true
		case scope.IsFunction(n):
			return false
		}
	}
	return false
}
