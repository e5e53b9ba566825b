package tshttp

import (
	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readAuthRefresh reads createAuthRefreshInterceptor(client, refresh) of
// axios-auth-refresh, which holds back the requests of the client while refresh
// is under way: one that refresh sends itself, once it has awaited something,
// waits for refresh to end. What it sends at once ends in the current version.
func (r *reader) readAuthRefresh(n syntax.Node, callee value.Value) {
	if !callee.From("default", "axios-auth-refresh") && !callee.From("createAuthRefreshInterceptor", "axios-auth-refresh") && !callee.From("createAuthRefresh", "axios-auth-refresh") {
		return
	}
	args := elements(n.Child(syntax.FieldArguments))
	if len(args) < 2 {
		return
	}
	c, ok := axiosClient(r.value(args[0]))
	fn := r.value(args[1])
	if !ok || fn.Kind != value.Function {
		return
	}
	w := walk{r: r, handler: fn, client: c.key, visited: map[place]bool{}, stage: authflow.OnFailure}
	w.function(fn, fn.Env, nil, source.Span{}, 0)
	for _, in := range w.inner {
		call := in.call.value
		if !waitedFor(call.Node) || !afterAwait(call.Node, in.fn.Node) && (in.fn.Node == fn.Node || !firstAwaits(fn.Node, in.from)) {
			continue
		}
		f := &authflow.Reentry{
			At: call.Span(), Call: value.Spell(call.Node.Child(syntax.FieldFunction)), Stage: w.stage, Purpose: authflow.Refresh, Held: true,
			Enters: "`" + value.Spell(args[0]) + "`", EntersAt: r.span(n),
		}
		if in.from.Valid() && f.At.File != fn.File.Path {
			f.At, f.Sends = in.from, f.At
		}
		r.out.reentries = append(r.out.reentries, f)
	}
}

// waitedFor reports whether the promise of a call, or of what is chained to it, is
// awaited or returned.
func waitedFor(call syntax.Node) bool {
	n := call
	for n.Parent().Kind() == syntax.MemberExpression && n.Parent().Parent().Kind() == syntax.CallExpression {
		n = n.Parent().Parent()
	}
	return n.Parent().Is(syntax.AwaitExpression, syntax.ReturnStatement, syntax.ArrowFunction)
}

// afterAwait reports whether a function surely has awaited something before it
// comes to a call: a statement before it, outside of branches.
func afterAwait(call, fn syntax.Node) bool {
	found := false
	flow.Own(fn, func(n syntax.Node) bool {
		found = found || n.Kind() == syntax.AwaitExpression && n.End() <= call.Start() && len(flow.Conditions(n, fn)) == 0
		return !found
	})
	return found
}

// firstAwaits is afterAwait for the place of a helper's call.
func firstAwaits(fn syntax.Node, from source.Span) bool {
	found := false
	flow.Own(fn, func(n syntax.Node) bool {
		found = found || n.Kind() == syntax.AwaitExpression && n.End() <= from.Start && len(flow.Conditions(n, fn)) == 0
		return !found
	})
	return found
}
