package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// An interceptor that is registered on a client which lives on piles up there,
// if the code that registers it runs again and nothing takes the last one away.

// A stageCall is a call of the interceptors of a client: use, eject, clear.
type stageCall struct {
	node   syntax.Node
	method string
	stage  string
	object syntax.Node // the expression of the client
}

// readStageCall notes the calls that put interceptors on a client and take them
// away.
func (r *reader) readStageCall(n syntax.Node) {
	c, ok := stageCallOf(n)
	if !ok {
		return
	}
	r.out.stageCalls = append(r.out.stageCalls, c)
	if c.method != "use" {
		return
	}
	if fn := functionOf(n); fn.OK() && calledBy(r.file, fn) != "" {
		r.askCallersOf(fn)
	}
}

func stageCallOf(n syntax.Node) (stageCall, bool) {
	fn := n.Child(syntax.FieldFunction)
	stage := fn.Child(syntax.FieldObject)
	all := stage.Child(syntax.FieldObject)
	c := stageCall{node: n, method: fn.Child(syntax.FieldProperty).Text(), stage: stage.Child(syntax.FieldProperty).Text(), object: all.Child(syntax.FieldObject)}
	return c, fn.Kind() == syntax.MemberExpression && all.Child(syntax.FieldProperty).Text() == "interceptors" &&
		(c.stage == "request" || c.stage == "response") && (c.method == "use" || c.method == "eject" || c.method == "clear")
}

// linkRegistrations says of each use(…) when it runs and what becomes of it.
func (l *linker) linkRegistrations() {
	for _, sh := range l.sheets {
		for _, c := range sh.stageCalls {
			if c.method == "use" {
				l.registered(sh.file, c)
			}
		}
	}
}

func (l *linker) registered(f *module.File, c stageCall) {
	at := run{file: f, node: c.node, fn: runner(c.node)}
	client := l.reader.eval.Eval(f, c.object, nil)
	if p := paramOf(client); p != nil {
		// Have: function setUp(client) { client.interceptors.request.use(…) }
		for _, call := range l.invocations(placeOf(f, p.Func)) {
			env := l.enter(call, nil)
			if env == nil || runOf(f, c.node, nil).fn != p.Func || l.passedOnce(f, c.node, p.Func) {
				continue
			}
			given := l.reader.eval.Eval(f, c.object, env)
			l.addRegistration(f, c, given, runOf(call.call.File, call.call.Node, nil))
		}
		return
	}
	l.addRegistration(f, c, client, runOf(f, at.node, nil))
}

func (l *linker) addRegistration(f *module.File, c stageCall, client value.Value, r run) {
	if !l.livesOn(client) && !l.ofObject(client) {
		return
	}
	o := clock{l, l.passedOnce}.of(r, 0)
	if !l.livesOn(client) && o.when != authflow.EachCall {
		return // its object makes the client, and may set it up there
	}
	token := captured(f, c.node)
	if o.when == authflow.Sometime && token != "" && r.fn.OK() && (clock{linker: l}).sends(r, func(authflow.Purpose) bool { return true }) {
		// Have: function users(token) { client.interceptors.request.use(…); return client.get('/users') }
		o = occasion{when: authflow.EachCall, name: calledAs(r.fn), at: signature(r.file, r.fn)}
	}
	reg := &authflow.Registration{
		At: f.Span(c.node.Child(syntax.FieldFunction)), Stage: c.stage, Client: value.Spell(c.object),
		When: o.when, By: o.name, ByAt: o.at, Root: o.once, Captured: token,
	}
	if !reg.Root && o.when == authflow.Sometime {
		return
	}
	rem := removal{linker: l, file: f, use: c, client: client}
	reg.Removed = rem.of()
	reg.Fault, reg.FaultAt = rem.fault, rem.faultAt
	if !slices.ContainsFunc(l.facts.Registrations, func(o *authflow.Registration) bool { return o.At == reg.At }) {
		l.facts.Registrations = append(l.facts.Registrations, reg)
	}
}

// livesOn reports whether a client is made once and lives as long as the
// application.
func (l *linker) livesOn(client value.Value) bool {
	switch {
	case isAxios(client), client.Kind == value.Declared, client.Kind == value.External:
		return true
	case client.Kind == value.Call:
		_, ok := clientOf(client)
		return ok && l.when(client.Span()).Once()
	}
	return false
}

// ofObject reports whether an object of the project makes and keeps a client.
func (l *linker) ofObject(client value.Value) bool {
	if _, ok := clientOf(client); !ok || client.Kind != value.Call {
		return false
	}
	fn := runner(client.Node)
	return enclosingClass(fn).OK() && (calledAs(fn) == "constructor" || !scope.IsFunction(fn))
}

// captured returns the name of a token, or of a request that a server answers, that
// belongs to the function around a registration and is used in its handlers.
func captured(f *module.File, use syntax.Node) string {
	args := use.Child(syntax.FieldArguments)
	for n := range args.Descendants() {
		if n.Kind() != syntax.Identifier {
			continue
		}
		b := f.Scopes.Lookup(n)
		switch {
		case b == nil, b.Scope == f.Scopes.Module, args.Contains(b.Node):
		case b.Kind == scope.Param && isRequestHandler(f, b.Func, calledAs(b.Func)),
			credential.IsCredentialName(b.Name) && (b.Kind == scope.Param || b.Init.OK()) && !scope.IsFunction(b.Init):
			return b.Name
		}
	}
	return ""
}

// passedOnce reports whether the way to a place tests something that the code
// changes, so that it is not passed again: if (installed) return.
func (l *linker) passedOnce(f *module.File, n, fn syntax.Node) bool {
	for _, c := range flow.Conditions(n, fn) {
		for m := range c.Expr.Descendants() {
			if m.Is(syntax.Identifier, syntax.MemberExpression, syntax.SubscriptExpression) && isChanged(f, m) {
				return true
			}
		}
		if m := c.Expr; m.Is(syntax.Identifier, syntax.MemberExpression) && isChanged(f, m) {
			return true
		}
	}
	return false
}

// isChanged reports whether a file gives what an expression names another value:
// by an assignment, by the setter of a state, or as a member of a collection.
func isChanged(f *module.File, n syntax.Node) bool {
	if n.Kind() != syntax.Identifier {
		text := n.Text()
		if strings.Contains(text, ".handlers") {
			return true // how many interceptors there are
		}
		for m := range f.Tree.Root().Descendants() {
			if m.Is(syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression) && m.Child(syntax.FieldLeft).Text() == text {
				return true
			}
		}
		return false
	}
	b := f.Scopes.Lookup(n)
	if b == nil {
		return false
	}
	if len(b.Writes) > 0 || calledAsCollection(b) {
		return true
	}
	if len(b.Path) == 1 && b.Path[0].Index == 0 && isHook(calleeName(b.Init)) {
		// Have: const [done, setDone] = useState(false)
		setter := f.Scopes.At(b.Node).Lookup("set" + strings.ToUpper(b.Name[:1]) + b.Name[1:])
		return setter != nil && len(setter.Refs) > 0
	}
	return false
}

// calledAsCollection: installed.add(client).
func calledAsCollection(b *scope.Binding) bool {
	return slices.ContainsFunc(b.Refs, func(n syntax.Node) bool {
		p := n.Parent()
		return p.Kind() == syntax.MemberExpression && p.Child(syntax.FieldObject) == n && p.Parent().Kind() == syntax.CallExpression &&
			slices.Contains([]string{"add", "set", "push"}, p.Child(syntax.FieldProperty).Text())
	})
}
