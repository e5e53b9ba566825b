package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// guards reads conditions and assignments of one function for the states that
// can bound a resend.
type guards struct {
	w    *walk
	file *module.File
	env  *value.Env
	fn   syntax.Node
	deep int
}

// configKeys are the properties of a request's configuration that say what is
// sent. To test or set them is no guard by itself.
var configKeys = map[string]bool{
	"url": true, "method": true, "baseURL": true, "headers": true, "data": true, "params": true, "body": true,
	"timeout": true, "signal": true, "withCredentials": true, "responseType": true, "": true,
	"context": true, "setHeaders": true, "setParams": true, "urlWithParams": true,
}

// test reads a condition. What depends on the server's answer, on the URL or
// on stored tokens bounds nothing and is left out; what cannot be read makes
// the condition opaque.
func (g guards) test(n syntax.Node) tested {
	switch n.Kind() {
	case syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression, syntax.AwaitExpression:
		return g.test(firstOf(n))
	case syntax.UnaryExpression:
		return g.test(n.Child(syntax.FieldArgument))
	case syntax.UpdateExpression:
		return g.test(n.Child(syntax.FieldArgument))
	case syntax.BinaryExpression:
		t := g.side(n.Child(syntax.FieldLeft)).and(g.side(n.Child(syntax.FieldRight)))
		t.opaque = t.opaque || g.comparesCredentials(n)
		if n.Operator() == "in" {
			t = t.and(g.membership(n))
		}
		t.trigger = g.trigger(n, t.trigger)
		return t
	case syntax.TernaryExpression:
		return g.test(n.Child(syntax.FieldCondition)).and(g.test(n.Child(syntax.FieldConsequence))).and(g.test(n.Child(syntax.FieldAlternative)))
	case syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression:
		return g.test(n.Child(syntax.FieldLeft)).and(g.test(n.Child(syntax.FieldRight)))
	case syntax.Identifier:
		return g.name(n)
	case syntax.MemberExpression, syntax.SubscriptExpression:
		return g.member(n)
	case syntax.CallExpression:
		return g.called(n)
	case syntax.String, syntax.Number, syntax.True, syntax.False, syntax.Null, syntax.Undefined, syntax.Array,
		syntax.Regex, syntax.TemplateString, syntax.Object, syntax.This:
		return tested{}
	}
	return tested{opaque: true}
}

func (t tested) and(u tested) tested {
	t.states = append(t.states, u.states...)
	t.opaque = t.opaque || u.opaque
	if !t.trigger.Valid() {
		t.trigger = u.trigger
	}
	return t
}

func firstOf(n syntax.Node) syntax.Node {
	for c := range n.Elements() {
		return c
	}
	return syntax.Node{}
}

func (g guards) membership(n syntax.Node) tested {
	if name := scope.PropertyName(n.Child(syntax.FieldLeft)); name != "" && g.w.derived(g.eval(n.Child(syntax.FieldRight))) {
		return tested{states: []authflow.State{{At: g.file.Span(n), Kind: authflow.OnRequest, Name: name}}}
	}
	return tested{}
}

func (g guards) eval(n syntax.Node) value.Value { return g.w.r.eval.Eval(g.file, n, g.env) }

// name reads a variable in a condition.
func (g guards) name(n syntax.Node) tested {
	b := g.file.Scopes.Lookup(n)
	if b == nil {
		return tested{}
	}
	v := g.eval(n)
	if s, ok := g.onRequest(n, v); ok {
		return s
	}
	switch {
	case b.Kind == scope.Import, b.Kind == scope.Function, b.Kind == scope.Class:
		return tested{}
	case g.local(b):
		return g.localName(n, b)
	case b.Kind == scope.Const && !mutable(b):
		return tested{}
	case b.Kind == scope.Param && g.env == nil && b.Func != g.fn:
		return tested{} // of a function around the handler: fixed for the handler
	}
	return tested{states: []authflow.State{{At: g.file.Span(n), Kind: authflow.Outer, Owner: ownerOf(g.file, b), Name: b.Name}}}
}

// mutable: what a constant is bound to can change: an object, a ref, a Map.
func mutable(b *scope.Binding) bool {
	return b.Init.Is(syntax.Object, syntax.Array, syntax.NewExpression, syntax.CallExpression)
}

// localName reads a variable of the handler itself. A constant stands for its
// initializer; a variable that is written is made anew for each refusal.
func (g guards) localName(n syntax.Node, b *scope.Binding) tested {
	if b.Kind == scope.Param || b.Kind == scope.Catch {
		return tested{}
	}
	if len(b.Writes) > 0 {
		// Have: let retried = false; … retried = true, inside the handler: it is
		// made anew when the handler runs again.
		return tested{states: []authflow.State{{At: g.file.Span(n), Kind: authflow.Inner, Owner: ownerOf(g.file, b), Name: b.Name}}}
	}
	if !b.Init.OK() || g.deep > 4 || len(b.Path) > 0 {
		return tested{}
	}
	g.deep++
	return g.test(b.Init)
}

// local reports whether a name is declared inside the function that is read or
// inside the handler.
func (g guards) local(b *scope.Binding) bool {
	return g.fn.Contains(b.Node) || g.w.handler.Node.Contains(b.Node)
}

func ownerOf(f *module.File, b *scope.Binding) string {
	return value.Value{File: f, Node: b.Node}.Key()
}

// onRequest reads a value that belongs to the request which was refused, or to
// the refusal.
func (g guards) onRequest(n syntax.Node, v value.Value) (tested, bool) {
	for _, a := range v.Alternatives() {
		path, ok := g.w.subject(a)
		if !ok {
			if root, _ := a.Path(); g.w.isParam(root) {
				return tested{}, true // the answer
			}
			continue
		}
		if len(path) == 0 || !marks(path) {
			return tested{}, true
		}
		return tested{states: []authflow.State{{At: g.file.Span(n), Kind: authflow.OnRequest, Name: strings.Join(path, ".")}}}, true
	}
	return tested{}, false
}

// marks reports whether a property of a request can carry a mark that it was
// sent before: one that the library does not know, a header of the project's
// own, something in the body or the parameters.
func marks(path []string) bool {
	switch path[0] {
	case "headers", "params", "data", "body", "context":
		return len(path) > 1 && !isAuthorization(path[1])
	}
	return !configKeys[path[0]]
}

// member reads a property in a condition.
func (g guards) member(n syntax.Node) tested {
	v := g.eval(n)
	if s, ok := g.copied(n); ok {
		return tested{states: []authflow.State{s}}
	}
	if s, ok := g.underSymbol(n); ok {
		return tested{states: []authflow.State{s}}
	}
	if s, ok := g.onRequest(n, v); ok {
		return s
	}
	root := rootNode(n)
	switch root.Kind() {
	case syntax.This:
		return tested{states: []authflow.State{{At: g.file.Span(n), Kind: authflow.Outer, Owner: "this", Name: stateName(n)}}}
	case syntax.Identifier:
		b := g.file.Scopes.Lookup(root)
		if b == nil || g.local(b) {
			return tested{}
		}
		s := authflow.State{At: g.file.Span(n), Kind: authflow.Outer, Owner: ownerOf(g.file, b), Name: stateName(n)}
		if !b.Init.Is(syntax.Object, syntax.Array) && len(g.w.r.writesOf(g.file, s)) == 0 {
			return tested{opaque: !credential.IsCredentialName(propertyOf(n).Text())} // of a store: it is set by means of its own
		}
		return tested{states: []authflow.State{s}}
	case syntax.CallExpression:
		return tested{} // of what a call returned: a store, a token
	}
	return tested{}
}

// underSymbol reads config[RETRIED], where the key is a constant of no known
// value: a symbol.
func (g guards) underSymbol(n syntax.Node) (authflow.State, bool) {
	index := n.Child(syntax.FieldIndex)
	if index.Kind() != syntax.Identifier {
		return authflow.State{}, false
	}
	b := g.file.Scopes.Lookup(index)
	if _, constant := g.eval(index).Constant(); constant || b == nil || b.Kind != scope.Const && b.Kind != scope.Import || g.local(b) {
		return authflow.State{}, false
	}
	path, ok := g.w.subject(g.eval(n.Child(syntax.FieldObject)))
	return authflow.State{At: g.file.Span(n), Kind: authflow.OnRequest, Name: "[" + index.Text() + "]"}, ok && len(path) == 0
}

// copied reads a property of an object that the handler made from the request:
// a copy.
func (g guards) copied(n syntax.Node) (authflow.State, bool) {
	if n.Kind() != syntax.MemberExpression || configKeys[n.Child(syntax.FieldProperty).Text()] {
		return authflow.State{}, false
	}
	obj := g.eval(n.Child(syntax.FieldObject))
	if obj.Kind != value.Object || !g.w.derived(obj) {
		return authflow.State{}, false
	}
	return authflow.State{At: g.file.Span(n), Kind: authflow.OnCopy, Owner: obj.Key(), Name: n.Child(syntax.FieldProperty).Text()}, true
}

func rootNode(n syntax.Node) syntax.Node {
	for n.Is(syntax.MemberExpression, syntax.SubscriptExpression, syntax.NonNullExpression, syntax.ParenthesizedExpression) {
		if o := n.Child(syntax.FieldObject); o.OK() {
			n = o
		} else {
			n = firstOf(n)
		}
	}
	return n
}

// stateName spells a state without its root object's optional marks: refs of
// Vue and React (flag.value, flag.current) are the flag.
func stateName(n syntax.Node) string { return stateMarks.Replace(value.Spell(n)) }

var stateMarks = strings.NewReplacer("?.", ".", "!", "", "this.", "")

// readingCalls are methods that only look at what they are called on and with.
var readingCalls = []string{"includes", "startsWith", "endsWith", "indexOf", "test", "match", "some", "every", "find", "isArray",
	"isAxiosError", "isCancel", "toLowerCase", "toUpperCase", "toString", "trim", "split", "getItem", "now", "parse", "hasOwnProperty",
	"Boolean", "Number", "String", "parseInt", "isString", "getHeader"}

// called reads a call in a condition.
func (g guards) called(n syntax.Node) tested {
	fn := n.Child(syntax.FieldFunction)
	name := calleeName(n)
	var t tested
	for a := range n.Child(syntax.FieldArguments).Elements() {
		if scope.IsFunction(a) {
			continue // xs.some(x => url.includes(x))
		}
		t = t.and(g.test(a))
		if refused(a) {
			t.trigger = g.file.Span(n)
		}
	}
	if fn.Kind() == syntax.MemberExpression {
		object := fn.Child(syntax.FieldObject)
		if name == "includes" || name == "has" || name == "indexOf" {
			refused, constant := g.statuses(object)
			if refused {
				t.trigger = g.file.Span(n)
			}
			if constant {
				return t
			}
		}
		if name == "has" || name == "get" {
			if s, ok := g.onRequestKey(n, object); ok {
				return t.and(tested{states: []authflow.State{s}})
			}
			return t.and(g.keyed(n, object))
		}
		if s, ok := g.storedFlag(n, name, "getItem"); ok {
			return t.and(tested{states: []authflow.State{s}})
		}
		if slices.Contains(readingCalls, name) {
			return t.and(g.test(object))
		}
	}
	if slices.Contains(readingCalls, name) {
		return t
	}
	if r, ok := g.inlined(n); ok {
		return t.and(r)
	}
	if held, ok := heldIn(n); ok {
		if h := g.test(held); slices.ContainsFunc(h.states, func(s authflow.State) bool { return len(g.w.r.writesOf(g.file, s)) > 0 }) {
			return t.and(h)
		}
	}
	return tested{opaque: true}
}

// storedFlag reads sessionStorage.getItem('retried') and its sibling setItem,
// where what is set is a constant: a flag and no token.
func (g guards) storedFlag(call syntax.Node, name, method string) (authflow.State, bool) {
	key := call.Child(syntax.FieldArguments).First()
	if name != method || !key.OK() {
		return authflow.State{}, false
	}
	is := func(n syntax.Node) bool {
		args := elements(n.Child(syntax.FieldArguments))
		return n.Kind() == syntax.CallExpression && calleeName(n) == "setItem" && len(args) == 2 && args[0].Text() == key.Text() && args[1].Is(syntax.String, syntax.Number, syntax.True)
	}
	if !anyBelow(g.file.Tree.Root(), is) {
		return authflow.State{}, false
	}
	return authflow.State{At: g.file.Span(call), Kind: authflow.Outer, Owner: "storage", Name: key.Text()}, true
}

// onRequestKey reads req.headers.has('X-Retry') and req.context.get(RETRIED).
func (g guards) onRequestKey(call, object syntax.Node) (authflow.State, bool) {
	path, ok := g.w.subject(g.eval(object))
	key := call.Child(syntax.FieldArguments).First()
	if !ok || len(path) != 1 || !key.OK() {
		return authflow.State{}, false
	}
	name, constant := g.eval(key).Constant()
	if !constant {
		name = value.Spell(key)
	}
	if path = append(path, name); !marks(path) {
		return authflow.State{}, false
	}
	return authflow.State{At: g.file.Span(call), Kind: authflow.OnRequest, Name: strings.Join(path, ".")}, true
}

// keyed reads map.get(key) and set.has(key): a state that outlives the call,
// unless it is keyed by an object that each send makes anew, or the collection
// itself is.
func (g guards) keyed(call, object syntax.Node) tested {
	s, ok := g.collection(call, object)
	if !ok {
		return g.test(object)
	}
	return tested{states: []authflow.State{s}}
}

func (g guards) collection(call, object syntax.Node) (authflow.State, bool) {
	root := rootNode(object)
	s := authflow.State{At: g.file.Span(call), Kind: authflow.Outer, Name: stateName(object)}
	switch root.Kind() {
	case syntax.This:
		s.Owner = "this"
	case syntax.Identifier:
		b := g.file.Scopes.Lookup(root)
		if b == nil {
			return s, false
		}
		s.Owner = ownerOf(g.file, b)
		if g.local(b) {
			s.Kind = authflow.Inner
		}
		if v := g.eval(object); v.Kind == value.Member || v.Kind == value.Param {
			return s, false // headers.get('…'), searchParams.get('…')
		}
	default:
		return s, false
	}
	if key := call.Child(syntax.FieldArguments).First(); key.OK() && g.w.isRequest(g.eval(key)) {
		// axios makes a new configuration object for each send.
		s.Kind = authflow.Inner
	}
	return s, true
}

// inlined reads a call of a project function in a condition: what it tests and
// returns.
func (g guards) inlined(n syntax.Node) (tested, bool) {
	callee := g.eval(n.Child(syntax.FieldFunction))
	if callee.Kind != value.Function || g.deep > 3 {
		return tested{}, false
	}
	site := value.Operand{File: g.file, Node: n, Env: g.env}
	v := value.Value{Kind: value.Call, Base: &callee, File: g.file, Node: n, Env: g.env}
	env := g.w.r.eval.Enter(callee, v.Arguments(), site)
	if env == nil {
		return tested{}, false
	}
	in := guards{w: g.w, file: callee.File, env: env, fn: callee.Node, deep: g.deep + 1}
	body := callee.Node.Child(syntax.FieldBody)
	if body.Kind() != syntax.StatementBlock {
		return in.test(body), true
	}
	if callee.Node.Has(syntax.Async) {
		return tested{}, true // whether a refresh succeeded: it may always
	}
	var t tested
	for _, ret := range value.Returns(body) {
		if x := firstOf(ret); x.OK() {
			t = t.and(in.test(x))
		}
		t.states = append(t.states, flatten(in.conditions(ret))...)
	}
	return t, true
}

func flatten(ts []tested) []authflow.State {
	var out []authflow.State
	for _, t := range ts {
		out = append(out, t.states...)
	}
	return out
}
