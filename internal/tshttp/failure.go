package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Which errors are failures of axios: what the error arm of an interceptor is
// given, what a catch around a request catches, what is typed so.

// A failure is a name for an error.
type failure struct {
	file *module.File
	// err is the name of the error or, where the error itself has none, that of its
	// response: catch ({ response }).
	err *scope.Binding
}

// A cause is what a failure comes from.
type cause struct {
	clients []string // whose interceptors may change it
	at      source.Span
}

// typed reports whether a name is declared to be a failure of axios.
func (r *reader) typed(f failure) bool {
	b := f.err
	if b.Kind == scope.Param && r.eval.TypeOf(f.file, b.Decl).From("AxiosError", "axios") {
		return true
	}
	return b.Init.OK() && r.cast(f.file, b.Init)
}

// cast: error as AxiosError.
func (r *reader) cast(f *module.File, n syntax.Node) bool {
	for n.Is(syntax.ParenthesizedExpression, syntax.NonNullExpression) {
		n = firstOf(n)
	}
	if n.Kind() != syntax.AsExpression {
		return false
	}
	var last syntax.Node
	for c := range n.Elements() {
		last = c
	}
	if last.Kind() == syntax.GenericType {
		last = last.Child(syntax.FieldName)
	}
	return last.Kind() == syntax.TypeIdentifier && r.eval.Named(f, last).From("AxiosError", "axios")
}

// caught returns the requests whose failure a name is: in a catch clause, or in
// the callback of a promise.
func (r *reader) caught(f failure) (cause, bool) {
	b := f.err
	o := cause{}
	switch {
	case b.Kind == scope.Catch:
		try := b.Decl.Parent()
		r.raisedIn(f.file, try.Child(syntax.FieldBody), nil, &o, 0)
	case b.Kind == scope.Param && b.Index == 0:
		args := b.Func.Parent()
		call := args.Parent()
		if args.Kind() != syntax.Arguments || call.Kind() != syntax.CallExpression {
			return o, false
		}
		name, first := calleeName(call), firstOf(args)
		if name == "catch" && first == b.Func || name == "then" && first != b.Func {
			if n := raising(call.Child(syntax.FieldFunction).Child(syntax.FieldObject)); n.OK() {
				r.raisedBy(f.file, n, nil, &o, 0)
			}
		}
	}
	return o, len(o.clients) > 0
}

// raising returns the call at the root of a chain of thens, none where something
// on the chain catches.
func raising(n syntax.Node) syntax.Node {
	for {
		for n.Is(syntax.ParenthesizedExpression, syntax.AwaitExpression) {
			n = firstOf(n)
		}
		if n.Kind() != syntax.CallExpression {
			return syntax.Node{}
		}
		switch calleeName(n) {
		case "catch":
			return syntax.Node{}
		case "then":
			if firstOf(n.Child(syntax.FieldArguments)).Next().OK() {
				return syntax.Node{}
			}
		case "finally":
		default:
			return n
		}
		n = n.Child(syntax.FieldFunction).Child(syntax.FieldObject)
	}
}

// raisedIn finds the requests in a block or function whose failure comes out of
// it: they are awaited or returned, and nothing inside catches.
func (r *reader) raisedIn(f *module.File, block syntax.Node, env *value.Env, o *cause, depth int) {
	syntax.Walk(block, func(n syntax.Node) bool {
		if n != block && scope.IsFunction(n) || n.Kind() == syntax.CatchClause {
			return false
		}
		if n.Kind() == syntax.TryStatement && n.Child(syntax.FieldHandler).OK() {
			return false
		}
		if n.Kind() == syntax.CallExpression && comesOut(n, block) && raising(n) == n {
			r.raisedBy(f, n, env, o, depth)
		}
		return true
	})
}

// comesOut: a call, or the chain of thens that it begins, is awaited or returned.
func comesOut(n, within syntax.Node) bool {
	for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.AwaitExpression, syntax.ReturnStatement:
			return true
		case syntax.ArrowFunction:
			return p.Child(syntax.FieldBody) == n
		case syntax.MemberExpression:
			call := p.Parent()
			if call.Kind() != syntax.CallExpression || call.Child(syntax.FieldFunction) != p {
				return false
			}
			switch name := calleeName(call); {
			case name == "finally", name == "then" && !firstOf(call.Child(syntax.FieldArguments)).Next().OK():
			default:
				return false
			}
		case syntax.CallExpression, syntax.ParenthesizedExpression, syntax.TernaryExpression, syntax.Array:
		case syntax.Arguments:
			if fn := p.Parent().Child(syntax.FieldFunction).Text(); fn != "Promise.all" && fn != "Promise.race" {
				return false
			}
		default:
			return false
		}
		if n == within {
			return false
		}
	}
	return false
}

// raisedBy notes what a call sends, itself or in the functions of the project
// that it calls.
func (r *reader) raisedBy(f *module.File, n syntax.Node, env *value.Env, o *cause, depth int) {
	if depth > maxWalk {
		return
	}
	callee := r.eval.Eval(f, n.Child(syntax.FieldFunction), env)
	v := value.Value{Kind: value.Call, Base: &callee, File: f, Node: n, Env: env}
	if c, ok := axiosCall(r, v); ok {
		if !slices.Contains(o.clients, c.client.key) {
			o.clients = append(o.clients, c.client.key)
		}
		if !o.at.Valid() {
			o.at = f.Span(n)
		}
		return
	}
	for _, fn := range callee.Alternatives() {
		if fn.Kind != value.Function {
			continue
		}
		within := r.eval.Enter(fn, v.Arguments(), value.Operand{File: f, Node: n, Env: env})
		if within == nil {
			continue
		}
		known := len(o.clients)
		r.raisedIn(fn.File, fn.Node, within, o, depth+1)
		if len(o.clients) > known && depth == 0 && known == 0 {
			o.at = f.Span(n)
		}
	}
}

// changes reports whether an interceptor may turn a client's failures into
// something else before a caller gets them.
func (l *linker) changes(keys []string, except source.Span) bool {
	for _, sh := range l.sheets {
		for _, h := range sh.handlers {
			if h.fact.Stage != authflow.OnFailure || h.fact.At == except || !slices.Contains(keys, h.key) {
				continue
			}
			same := false
			for _, e := range h.fact.Exits {
				switch {
				case e.Gives == authflow.GivesUnknown, e.Gives == authflow.GivesRejection && e.Same != authflow.Yes:
					return true
				}
				same = same || e.Gives == authflow.GivesRejection
			}
			if !same && !except.Valid() {
				return true // nothing comes through to a caller
			}
		}
	}
	return false
}

// isKnownVue reports whether the client under a name of Vue's components is one
// that was found.
func (l *linker) isKnownVue(key string) bool {
	name, ok := strings.CutPrefix(key, vuePrefix)
	return !ok || slices.ContainsFunc(l.sheets, func(sh *sheet) bool {
		return slices.ContainsFunc(sh.globals, func(g global) bool { return g.name == name })
	})
}

// causeOf says what a name is the failure of, asking callers where it is the
// parameter of a function: handleError(error).
func (l *linker) causeOf(f failure, depth int) (cause, bool) {
	if o, ok := l.reader.caught(f); ok {
		known := !slices.ContainsFunc(o.clients, func(k string) bool { return !l.isKnownVue(k) })
		return o, known && !l.changes(o.clients, source.Span{})
	}
	b := f.err
	if b.Kind != scope.Param || depth > 2 {
		return cause{}, false
	}
	head := signature(f.file, b.Func)
	var keys []string
	for _, sh := range l.sheets {
		for _, h := range sh.handlers {
			if h.fact.At == head && h.fact.Stage == authflow.OnFailure && h.fact.Library == "axios" && b.Index == 0 {
				keys = append(keys, h.key)
			}
		}
	}
	if len(keys) > 0 {
		return cause{clients: keys, at: head}, !l.changes(keys, head)
	}
	for _, c := range l.invocations(placeOf(f.file, b.Func)) {
		if o, ok := l.passedFailure(c, b.Index, depth); ok {
			return o, true
		}
	}
	return cause{}, false
}

// passedFailure: a caller passes a failure of axios, and has not made sure before
// that it has a response.
func (l *linker) passedFailure(c invocation, index, depth int) (cause, bool) {
	i := 0
	for a := range c.call.Node.Child(syntax.FieldArguments).Elements() {
		if i++; i-1 != index {
			continue
		}
		b := c.call.File.Scopes.Lookup(plainName(a))
		if b == nil {
			return cause{}, false
		}
		f := failure{c.call.File, b}
		o, ok := l.causeOf(f, depth+1)
		if !ok {
			return o, false
		}
		exists, _ := l.reader.exists(f, c.call.Node)
		return o, exists == authflow.No
	}
	return cause{}, false
}

// plainName sees through casts and parentheses.
func plainName(n syntax.Node) syntax.Node {
	for n.Is(syntax.ParenthesizedExpression, syntax.AsExpression, syntax.NonNullExpression, syntax.SatisfiesExpression) {
		n = firstOf(n)
	}
	return n
}
