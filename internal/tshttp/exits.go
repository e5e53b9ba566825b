package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// exits follows what a handler hands on: through the functions of the project
// that it calls, and the callbacks of the promises that it returns.
type exits struct {
	r       *reader
	handler value.Value
	depth   int
	// stream: what is handed on has to be a stream or a promise, as for catchError.
	stream bool
}

// of lists the ways in which a function ends, as env binds its parameters.
func (x *exits) of(fn value.Value, env *value.Env) []*authflow.Exit {
	if x.depth > maxWalk || fn.Node.Has(syntax.Star) || fn.Node.Is(syntax.GeneratorFunction, syntax.GeneratorFunctionDeclaration) {
		return []*authflow.Exit{{At: signature(fn.File, fn.Node)}}
	}
	x.depth++
	defer func() { x.depth-- }()
	way := courseOf(x.r, fn, env)
	var out []*authflow.Exit
	for _, e := range flow.Exits(fn.Node) {
		v := e.Value()
		var own []*authflow.Exit
		switch {
		case e.Kind == flow.Throws:
			own = []*authflow.Exit{x.rejection(fn.File, v, v, env)}
		case way.throws(e):
			own = []*authflow.Exit{{At: fn.File.Span(e.Node), Gives: authflow.GivesRejection}}
		case v.OK():
			own = x.gives(fn.File, v, env)
		default:
			own = []*authflow.Exit{{At: placeOfEnd(fn, e), Gives: authflow.GivesNothing}}
		}
		for _, exit := range own {
			way.mark(exit, e)
		}
		out = append(out, own...)
	}
	if fn.Node.Has(syntax.Async) {
		return x.promised(out)
	}
	return out
}

// placeOfEnd is where control runs out of a function, its head where that is the
// end of its body.
func placeOfEnd(fn value.Value, e flow.Exit) source.Span {
	if e.Node == fn.Node.Child(syntax.FieldBody) {
		return signature(fn.File, fn.Node)
	}
	return fn.File.Span(e.Node)
}

// gives lists what an expression that is returned can hand on.
func (x *exits) gives(f *module.File, n syntax.Node, env *value.Env) []*authflow.Exit {
	switch n.Kind() {
	case syntax.ParenthesizedExpression, syntax.AwaitExpression, syntax.AsExpression, syntax.NonNullExpression, syntax.SatisfiesExpression:
		return x.gives(f, firstOf(n), env)
	case syntax.TernaryExpression:
		return append(x.gives(f, n.Child(syntax.FieldConsequence), env), x.gives(f, n.Child(syntax.FieldAlternative), env)...)
	case syntax.SequenceExpression:
		var last syntax.Node
		for c := range n.Elements() {
			last = c
		}
		return x.gives(f, last, env)
	case syntax.UnaryExpression:
		if n.Operator() == "void" {
			return one(f, n, authflow.GivesNothing)
		}
		return one(f, n, authflow.GivesOther)
	case syntax.String, syntax.TemplateString, syntax.Number, syntax.True, syntax.False, syntax.Null:
		return one(f, n, authflow.GivesConstant)
	case syntax.CallExpression:
		return x.called(f, n, env)
	case syntax.NewExpression:
		return one(f, n, x.made(f, n, env))
	case syntax.BinaryExpression:
		if shortCircuits(n) {
			return []*authflow.Exit{{At: f.Span(n), Value: value.Spell(n)}} // one or the other
		}
	}
	return []*authflow.Exit{x.valued(f, n, env)}
}

func one(f *module.File, n syntax.Node, g authflow.Gives) []*authflow.Exit {
	return []*authflow.Exit{{At: f.Span(n), Gives: g, Value: value.Spell(n), Mend: rejecting(f, n)}}
}

// rejecting are the edits that reject with an expression in place of handing it on.
func rejecting(f *module.File, n syntax.Node) []authflow.Edit {
	return []authflow.Edit{{At: before(f.Span(n)), Text: "Promise.reject("}, {At: after(f.Span(n)), Text: ")"}}
}

// valued reads an expression by what it evaluates to. One that can be several
// things is none of them for sure.
func (x *exits) valued(f *module.File, n syntax.Node, env *value.Env) *authflow.Exit {
	e := &authflow.Exit{At: f.Span(n), Value: value.Spell(n), Mend: rejecting(f, n)}
	v := x.r.eval.Eval(f, n, env)
	for i, a := range v.Alternatives() {
		gives, part := x.kind(a)
		if i > 0 && (gives != e.Gives || part != e.Part) {
			e.Gives, e.Part = authflow.GivesUnknown, ""
			return e
		}
		e.Gives, e.Part = gives, part
	}
	return e
}

func (x *exits) kind(v value.Value) (authflow.Gives, string) {
	if part, ok := x.input(v); ok {
		return authflow.GivesInput, part
	}
	switch v.Kind {
	case value.Undefined:
		return authflow.GivesNothing, ""
	case value.Null, value.Bool, value.Number, value.Text:
		return authflow.GivesConstant, ""
	case value.Object:
		if x.copied(v, 0) {
			return authflow.GivesInput, ""
		}
		return authflow.GivesOther, ""
	case value.Array, value.Function, value.Class, value.Instance:
		return authflow.GivesOther, ""
	case value.External:
		if v.Name == "EMPTY" && fromRxjs(v) {
			return authflow.GivesEmpty, ""
		}
	case value.Call:
		if _, ok := x.r.sends(v); ok {
			return authflow.GivesAnswer, ""
		}
	}
	return authflow.GivesUnknown, ""
}

// input reports whether v is what the handler was given, or an error that it
// caught, and returns the way from there to v.
func (x *exits) input(v value.Value) (part string, ok bool) {
	root, path := v.PathString()
	b := root.Binding
	switch {
	case b == nil:
	case b.Kind == scope.Param && b.Func == x.handler.Node && b.Index == 0:
		return path, true
	case isCaught(b):
		return path, true
	}
	return "", false
}

// isCaught: the name is that of an error, in a catch or the callback of one.
func isCaught(b *scope.Binding) bool {
	if b.Kind == scope.Catch {
		return true
	}
	if b.Kind != scope.Param || b.Index != 0 {
		return false
	}
	args := b.Func.Parent()
	return args.Kind() == syntax.Arguments && calleeName(args.Parent()) == "catch" && firstOf(args) == b.Func
}

// copied: an object is made from what the handler was given: { ...config }.
func (x *exits) copied(v value.Value, depth int) bool {
	for m := range v.Node.Elements() {
		if m.Kind() != syntax.SpreadElement {
			continue
		}
		for _, a := range x.r.eval.Eval(v.File, firstOf(m), v.Env).Alternatives() {
			if part, ok := x.input(a); ok && part == "" || a.Kind == value.Object && depth < maxWalk && x.copied(a, depth+1) {
				return true
			}
		}
	}
	return false
}

// wrapped reads Promise.resolve(x) and of(x), which hand on x. Of undefined too a
// stream is one: only the handlers of axios give nothing so.
func (x *exits) wrapped(f *module.File, n, arg syntax.Node, env *value.Env) []*authflow.Exit {
	if !arg.OK() {
		return x.promised(one(f, n, authflow.GivesNothing))
	}
	return x.promised(at(f.Span(n), x.gives(f, arg, env)))
}

// promised are the exits of what wraps them: a stream of undefined is a stream.
func (x *exits) promised(exits []*authflow.Exit) []*authflow.Exit {
	for _, e := range exits {
		if x.stream && e.Gives == authflow.GivesNothing {
			e.Gives = authflow.GivesConstant
		}
	}
	return exits
}

// called reads a call that is returned.
func (x *exits) called(f *module.File, n syntax.Node, env *value.Env) []*authflow.Exit {
	fn := n.Child(syntax.FieldFunction)
	arg := firstOf(n.Child(syntax.FieldArguments))
	callee := x.r.eval.Eval(f, fn, env)
	switch {
	case isPromise(callee, "reject"), fromRxjs(callee) && callee.Name == "throwError":
		return []*authflow.Exit{x.rejection(f, n, arg, env)}
	case fromRxjs(callee) && callee.Name == "of" && !arg.OK():
		return one(f, n, authflow.GivesEmpty)
	case isPromise(callee, "resolve"), fromRxjs(callee) && callee.Name == "of":
		return x.wrapped(f, n, arg, env)
	case fn.Kind() == syntax.MemberExpression && slices.Contains([]string{"then", "catch", "finally"}, calleeName(n)):
		return x.chained(f, n, env)
	case givesNothing(callee):
		e := one(f, n, authflow.GivesNothing)
		e[0].Unloads = unloads(callee)
		return e
	}
	if _, sends := x.r.sends(value.Value{Kind: value.Call, Base: &callee, File: f, Node: n, Env: env}); sends {
		return one(f, n, authflow.GivesAnswer)
	}
	var out []*authflow.Exit
	for _, c := range callee.Alternatives() {
		if c.Kind != value.Function {
			return one(f, n, authflow.GivesUnknown)
		}
		v := value.Value{Kind: value.Call, File: f, Node: n, Env: env}
		within := x.r.eval.Enter(c, v.Arguments(), value.Operand{File: f, Node: n, Env: env})
		if within == nil {
			return one(f, n, authflow.GivesUnknown)
		}
		out = append(out, x.of(c, within)...)
	}
	return at(f.Span(n), out)
}

// at says of exits in a function that is called that they stand at the call. A
// rejection that is lost stays where it is lost.
func at(call source.Span, exits []*authflow.Exit) []*authflow.Exit {
	for _, e := range exits {
		e.At, e.Mend = call, nil
	}
	return exits
}

func isPromise(callee value.Value, method string) bool {
	return callee.Kind == value.Member && callee.Name == method && callee.Base.IsGlobal("Promise")
}

func fromRxjs(v value.Value) bool {
	return v.Kind == value.External && (v.Module == "rxjs" || v.Module == "rxjs/operators")
}

// rejection is an exit that rejects with, or throws, an expression.
func (x *exits) rejection(f *module.File, n, reason syntax.Node, env *value.Env) *authflow.Exit {
	e := &authflow.Exit{At: f.Span(n), Gives: authflow.GivesRejection, Value: value.Spell(reason), Same: authflow.No}
	v := x.r.eval.Eval(f, reason, env)
	if v.Kind == value.Function { // throwError(() => error)
		v = x.r.eval.Invoke(v, nil, value.Operand{File: f, Node: reason, Env: env})
	}
	for i, a := range v.Alternatives() {
		part, ok := x.input(a)
		switch same := authflow.TruthOf(ok && part == ""); {
		case a.Kind == value.Unknown && !ok:
			e.Same = authflow.Unknown
		case i == 0 || same == e.Same:
			e.Same = same
		default:
			e.Same = authflow.Unknown
		}
	}
	return e
}

// made reads new Promise(…): where nothing can settle it, it never does.
func (x *exits) made(f *module.File, n syntax.Node, env *value.Env) authflow.Gives {
	if !x.r.eval.Eval(f, n.Child(syntax.FieldConstructor), env).IsGlobal("Promise") {
		return authflow.GivesOther
	}
	executor := firstOf(n.Child(syntax.FieldArguments))
	if !scope.IsFunction(executor) {
		return authflow.GivesUnknown
	}
	for p := range executor.Child(syntax.FieldParameters).Descendants() {
		if b := f.Scopes.Lookup(p); b != nil && slices.ContainsFunc(b.Refs, func(ref syntax.Node) bool { return ref != b.Node }) {
			return authflow.GivesUnknown
		}
	}
	return authflow.GivesNever
}

// chained reads promise.then(ok, bad), .catch(bad) and .finally(f).
func (x *exits) chained(f *module.File, n syntax.Node, env *value.Env) []*authflow.Exit {
	base := x.gives(f, n.Child(syntax.FieldFunction).Child(syntax.FieldObject), env)
	var args []syntax.Node
	for a := range n.Child(syntax.FieldArguments).Elements() {
		args = append(args, a)
	}
	var ok, bad syntax.Node
	switch name := calleeName(n); {
	case name == "finally" || len(args) == 0:
		return base
	case name == "catch":
		bad = args[0]
	default:
		if ok = args[0]; len(args) > 1 {
			bad = args[1]
		}
	}
	var out []*authflow.Exit
	fulfilled := false
	for _, e := range base {
		switch {
		case e.Gives == authflow.GivesRejection && bad.OK(), e.Gives == authflow.GivesNever:
		case e.Gives == authflow.GivesRejection || !ok.OK():
			out = append(out, e)
		default:
			fulfilled = true
		}
	}
	if fulfilled {
		out = append(out, x.callback(f, ok, env)...)
	}
	if bad.OK() {
		out = append(out, x.callback(f, bad, env)...)
	}
	return out
}

// callback lists what a callback of a promise hands on.
func (x *exits) callback(f *module.File, n syntax.Node, env *value.Env) []*authflow.Exit {
	v := x.r.eval.Eval(f, n, env)
	switch v.Kind {
	case value.Null, value.Undefined:
		return one(f, n, authflow.GivesUnknown) // what the promise itself gives
	case value.Function:
		out := x.of(v, v.Env)
		if v.File != f || !n.Contains(v.Node) {
			return at(f.Span(n), out)
		}
		return out
	}
	if callee := v; givesNothing(callee) {
		return one(f, n, authflow.GivesNothing)
	}
	return one(f, n, authflow.GivesUnknown)
}

// silent are functions of the platform that return nothing.
var silent = map[string][]string{
	"console":        {"log", "error", "warn", "info", "debug", "trace"},
	"localStorage":   {"setItem", "removeItem", "clear"},
	"sessionStorage": {"setItem", "removeItem", "clear"},
	"location":       {"replace", "assign", "reload"},
	"history":        {"back", "forward", "pushState", "replaceState"},
}

func givesNothing(callee value.Value) bool {
	if callee.IsGlobal("alert") || callee.IsGlobal("clearTimeout") {
		return true
	}
	return callee.Kind == value.Member && callee.Base.Kind == value.Global && slices.Contains(silent[callee.Base.Name], callee.Name)
}

// unloads: a call that leaves the page.
func unloads(callee value.Value) bool {
	return callee.Kind == value.Member && callee.Base.IsGlobal("location") && slices.Contains(silent["location"], callee.Name)
}

// cancelWords are what a test for a cancelled request speaks of.
var cancelWords = []string{"iscancel", "cancelederror", "err_canceled", "aborterror", "__cancel__", "err_aborted", "cancelled", "canceled"}

func aboutCancelling(n syntax.Node) bool {
	text := strings.ToLower(n.Text())
	return slices.ContainsFunc(cancelWords, func(w string) bool { return strings.Contains(text, w) })
}
