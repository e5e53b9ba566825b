package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// starts notes a call that refreshes in a handler that runs for every request:
// because that was refused, or before it is sent. It reports whether the call is
// one: what is inside it is then told with it.
func (w *walk) starts(g guards, n syntax.Node, way []step, from source.Span) bool {
	if w.starting > 0 || w.stage == authflow.RequestFailed || onResult(n) || !w.r.refreshes(g.file, n, 0) {
		return false
	}
	stage := w.stageAt(n)
	refused := w.angular && stage == authflow.OnFailure
	for _, s := range way {
		refused = refused || s.g.test(s.Expr).trigger.Valid()
	}
	switch {
	case refused, stage == authflow.BeforeRequest:
	default:
		return false // an answer that says something else
	}
	top := g.fn
	if w.handler.Node.Contains(n) && g.file == w.handler.File {
		top = w.handler.Node
	}
	j := sharing{r: w.r, ways: way}
	f := j.start(g.file, n, top)
	if stage == authflow.OnFailure || stage == authflow.OnAnswer {
		w.r.turnsAway(f, g.file, n, top)
	}
	w.begun = append(w.begun, f)
	f.Stage, f.Enters, f.EntersAt = stage, w.enters, signature(w.handler.File, w.handler.Node)
	if from.Valid() && f.At.File != w.handler.File.Path {
		f.At = from
	}
	w.r.out.starts = append(w.r.out.starts, f)
	return true
}

// readRefreshStart reads a refresh in a function through which requests of all
// kinds go: their URL is one of its parameters.
func (r *reader) readRefreshStart(n syntax.Node) {
	fn := handlerOfCall(n)
	if !fn.OK() || !r.asksRefused(fn) || onResult(n) || !r.refreshes(r.file, n, 0) {
		return
	}
	handler := value.Value{Kind: value.Function, File: r.file, Node: fn}
	if _, trigger := r.refusal(n, fn, handler); !trigger.Valid() || !r.sendsWhatIsAsked(fn) {
		return
	}
	j := sharing{r: r}
	f := j.start(r.file, n, fn)
	if !r.leadsTo(n, fn) {
		r.turnsAway(f, r.file, n, fn)
	}
	f.Stage, f.Enters, f.EntersAt = authflow.OnFailure, "`"+functionName(fn)+"`", signature(r.file, fn)
	if name := functionName(fn); authflow.PurposeOfName(name) == authflow.Refresh || namesRefresh(name) {
		return // the refresh itself, tried again
	}
	r.out.starts = append(r.out.starts, f)
}

// leadsTo reports whether what a call runs calls a function by its name.
func (r *reader) leadsTo(n, fn syntax.Node) bool {
	name := functionName(fn)
	return slices.ContainsFunc(r.runs(r.file, n, r.value(n.Child(syntax.FieldFunction))), func(c value.Value) bool {
		return anyBelow(c.Node, func(m syntax.Node) bool { return m.Kind() == syntax.CallExpression && calleeName(m) == name })
	})
}

// asksRefused: the text of a function speaks of a refusal, or of a status where
// the file speaks of one: REFUSALS.has(error.status). It is asked of every call,
// so it is cheap, and answers for a function once.
func (r *reader) asksRefused(fn syntax.Node) bool {
	asks, known := r.asking[fn]
	if !known {
		text := fn.Text()
		asks = speaksOfRefusal(text) || strings.Contains(text, "tatus") && r.namesRefusal()
		r.asking[fn] = asks
	}
	return asks
}

func speaksOfRefusal(text string) bool {
	return slices.ContainsFunc([]string{"401", "403", "419", "498", "nauthorized", "NAUTHORIZED"}, func(w string) bool { return strings.Contains(text, w) })
}

// sendsWhatIsAsked reports whether a function sends a request that its callers
// choose: what it hands to the client comes from its parameters.
func (r *reader) sendsWhatIsAsked(fn syntax.Node) bool {
	params := map[*scope.Binding]bool{}
	for _, b := range r.file.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == fn {
			params[b] = true
		}
	}
	if len(params) == 0 {
		return false
	}
	for _, b := range r.file.Scopes.Bindings() { // const url = BASE + path
		if (b.Kind == scope.Const || b.Kind == scope.Let) && fn.Contains(b.Node) && b.Init.OK() && anyBelow(b.Init, func(m syntax.Node) bool { return params[r.file.Scopes.Lookup(m)] }) && !b.Init.Has(syntax.AwaitExpression) {
			params[b] = true
		}
	}
	return anyBelow(fn, func(n syntax.Node) bool {
		if n.Kind() != syntax.CallExpression || !anyBelow(n.Child(syntax.FieldArguments), func(m syntax.Node) bool {
			return m.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier) && params[r.file.Scopes.Lookup(m)]
		}) {
			return false
		}
		for _, c := range carried(r.value(n)) {
			if q, ok := r.sends(c); ok && !q.byEvent {
				return true
			}
		}
		return false
	})
}

// handlerOfCall returns the function that handles what a call belongs to: the
// outermost around it, up to where it is handed to other code.
func handlerOfCall(n syntax.Node) syntax.Node {
	fn := functionOf(n)
	for fn.OK() {
		call := calledWith(fn)
		if !call.OK() || !continues(call) || !functionOf(call).OK() {
			break
		}
		fn = functionOf(call)
	}
	return fn
}

// calledWith returns the call, or the new, that a function is an argument of or
// that calls it where it stands.
func calledWith(fn syntax.Node) syntax.Node {
	p := fn.Parent()
	switch {
	case p.Kind() == syntax.Arguments:
		return p.Parent()
	case p.Kind() == syntax.ParenthesizedExpression && p.Parent().Kind() == syntax.CallExpression && p.Parent().Child(syntax.FieldFunction) == p:
		return p.Parent()
	}
	return syntax.Node{}
}

// chains are the functions that run a callback once, where they stand.
var chains = []string{"then", "catch", "finally", "pipe", "switchMap", "mergeMap", "concatMap", "flatMap", "catchError", "tap", "map", "from",
	"defer", "subscribe", "forEach", "Promise", "Observable", "setTimeout", "first", "retryWhen", "iif", "of", "next", "timer"}

// continues: a callback that is handed to a call runs as if it stood there.
func continues(call syntax.Node) bool {
	if call.Kind() == syntax.NewExpression {
		return slices.Contains(chains, call.Child(syntax.FieldConstructor).Text())
	}
	return slices.Contains(chains, calleeName(call)) || call.Child(syntax.FieldFunction).Kind() == syntax.ParenthesizedExpression
}

// addStarts leaves out what several registrations of one handler say alike.
func (l *linker) addStarts(sh *sheet) {
	for _, s := range sh.starts {
		if !slices.ContainsFunc(l.facts.RefreshStarts, func(o *authflow.RefreshStart) bool { return o.At == s.At }) {
			l.facts.RefreshStarts = append(l.facts.RefreshStarts, s)
		}
	}
}
