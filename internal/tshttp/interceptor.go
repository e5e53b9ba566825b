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

// An interceptor is a handler that a client runs on each request or response.
type interceptor struct {
	key      string // the client
	response bool
	// rejected: it runs on failures alone, so it sees neither what is sent nor
	// what is answered when all goes well.
	rejected bool
	handler  place
	file     *module.File
	node     syntax.Node
}

// readInterceptor reads client.interceptors.response.use(fulfilled, rejected)
// and its sibling for requests. The client may be anything that has
// interceptors in this form: an axios instance that comes in as a parameter
// shows itself by nothing else.
func (r *reader) readInterceptor(n syntax.Node, callee value.Value) {
	stage, ok := interceptorStage(callee)
	if !ok {
		return
	}
	r.register(r.file, n, nil, stage)
}

// interceptorStage returns "request" or "response" where a callee is the use of
// a client's interceptors.
func interceptorStage(callee value.Value) (string, bool) {
	_, path := callee.Path()
	k := len(path)
	if k < 3 || path[k-1] != "use" || path[k-3] != "interceptors" || path[k-2] != "request" && path[k-2] != "response" {
		return "", false
	}
	return path[k-2], true
}

// A registration is a use(…) whose handler is a parameter: callers say which
// handlers there are.
type registration struct {
	fn    place
	call  value.Operand
	stage string
}

// register notes the handlers of one use(…), evaluated as env binds the
// parameters around it.
func (r *reader) register(f *module.File, n syntax.Node, env *value.Env, stage string) {
	object := n.Child(syntax.FieldFunction).Child(syntax.FieldObject).Child(syntax.FieldObject).Child(syntax.FieldObject)
	client := r.eval.Eval(f, object, env)
	if made, ok := r.eval.Foreign(client); ok && isAxiosClass(*made.Base) {
		client = made // this, in a class that extends Axios
	}
	id := identity(client)
	hook := 0
	if c, f, ok := familyClient(client); ok {
		id, hook = c.key, f.hooks
	} else if c, ok := clientOf(client); ok {
		id = c.key
	}
	if p := paramOf(client); p != nil && env == nil && stage == "request" {
		// Have: function setUp(client) { client.interceptors.request.use(…) }
		r.out.registrations = append(r.out.registrations, registration{placeOf(f, p.Func), value.Operand{File: f, Node: n}, stage})
	}
	for a := range n.Child(syntax.FieldArguments).Elements() {
		v := r.eval.Eval(f, a, env)
		for _, fn := range v.Alternatives() {
			if fn.Kind == value.Function {
				if c, ok := axiosClient(client); ok {
					r.readHandler(fn, stageOf(stage, a != firstOf(n.Child(syntax.FieldArguments))), c.key, value.Spell(object))
					r.readResponsesIn(fn)
				}
				r.handler(fn, id, stage, a != firstOf(n.Child(syntax.FieldArguments)), value.Spell(object), hook)
			} else if p := paramOf(fn); p != nil && env == nil {
				r.askCallersOf(p.Func)
				reg := registration{placeOf(f, p.Func), value.Operand{File: f, Node: n}, stage}
				if !slices.ContainsFunc(r.out.registrations, func(o registration) bool { return o.fn == reg.fn && o.call.Node == n }) {
					r.out.registrations = append(r.out.registrations, reg)
				}
			}
		}
	}
}

// paramOf returns the parameter that a value is, or is a part of.
func paramOf(v value.Value) *scope.Binding {
	root, _ := v.Path()
	if root.Binding != nil && root.Binding.Kind == scope.Param {
		return root.Binding
	}
	return nil
}

// handler notes one handler and follows it to what it sends again. hook is as
// that of a walk.
func (r *reader) handler(fn value.Value, client, stage string, rejected bool, name string, hook int) {
	r.out.interceptors = append(r.out.interceptors, interceptor{
		key: client, response: stage == "response", rejected: rejected, handler: placeOf(fn.File, fn.Node), file: fn.File, node: fn.Node,
	})
	if client == "" {
		return
	}
	w := walk{r: r, handler: fn, client: client, visited: map[place]bool{}, stage: stageOf(stage, rejected)}
	w.enters = "the " + stage + " interceptor of `" + name + "`"
	w.hook = hook
	w.function(fn, fn.Env, nil, source.Span{}, 0)
	w.finish()
}

func stageOf(stage string, rejected bool) authflow.Stage {
	switch {
	case stage == "request" && rejected:
		return authflow.RequestFailed
	case stage == "request":
		return authflow.BeforeRequest
	case rejected:
		return authflow.OnFailure
	}
	return authflow.OnAnswer
}

// A walk follows a handler through the functions of the project that it calls
// and finds where it sends its request again.
type walk struct {
	r       *reader
	handler value.Value
	client  string // whose interceptor the handler is
	enters  string
	visited map[place]bool
	angular bool // the handler is an interceptor of Angular
	// hook is not 0 where the handler is given the request itself, as hooks of ky,
	// got and ofetch are: the last of its parameters that may hold it.
	hook  int
	stage authflow.Stage
	// ejects: the handler takes an interceptor away, perhaps itself.
	ejects bool
	// starting counts the calls around that refresh, failing those that are made
	// in a catch: what is below them comes after a failure.
	starting, failing int
	begun             []*authflow.RefreshStart
	inner             []inner

	found []*found
	sets  []authflow.State

	// asIs are the resends of the request as it came back; touched says that
	// something on the way may have changed it.
	asIs    []untouched
	touched bool
}

type found struct {
	fact *authflow.Resend
	sent value.Value // the request that is sent again
}

const maxWalk = 5 // functions inside one another

// function walks one function; outer are the conditions of the calls that led
// to it, and from the last of these calls in the handler's own file.
func (w *walk) function(fn value.Value, env *value.Env, outer []step, from source.Span, depth int) {
	at := placeOf(fn.File, fn.Node)
	if depth > maxWalk || w.visited[at] {
		return
	}
	w.visited[at] = true
	g := guards{w: w, file: fn.File, env: env, fn: fn.Node}
	for n := range fn.Node.Descendants() {
		w.sets = append(w.sets, g.set(n)...)
		w.touched = w.touched || w.touches(g, n)
		if n.Kind() != syntax.CallExpression {
			continue
		}
		callee := w.r.eval.Eval(fn.File, n.Child(syntax.FieldFunction), env)
		v := value.Value{Kind: value.Call, Base: &callee, File: fn.File, Node: n, Env: env}
		refreshes := w.starts(g, n, append(g.steps(n), outer...), from)
		if sent, client, ok := w.resends(v); ok {
			w.add(fn, g, n, client, sent, append(g.steps(n), outer...), from)
			continue
		}
		if c, ok := w.r.sends(v); ok {
			if c.client.key == w.client {
				w.inner = append(w.inner, inner{c, fn, append(g.steps(n), outer...), from, w.stageAt(n)})
			}
			continue
		}
		w.ejects = w.ejects || callee.Kind == value.Member && (callee.Name == "eject" || callee.Name == "clear" && callee.Base.Kind == value.Member && callee.Base.Name == "response")
		site := from
		if fn.File == w.handler.File {
			site = fn.File.Span(n)
		}
		refused := afterFailure(n)
		if refreshes {
			w.starting++
		}
		if refused {
			w.failing++
		}
		for _, c := range w.r.runs(fn.File, n, callee) {
			call := value.Operand{File: fn.File, Node: n, Env: env}
			if within := w.r.eval.Enter(c, v.Arguments(), call); within != nil {
				w.function(c, within, append(g.steps(n), outer...), site, depth+1)
			}
		}
		if refreshes {
			w.starting--
		}
		if refused {
			w.failing--
		}
	}
}

// stageAt is when the handler comes to a place: what an interceptor of Angular
// does in no handler of failures it does before the request is sent.
func (w *walk) stageAt(n syntax.Node) authflow.Stage {
	if w.angular && w.failing == 0 && !afterFailure(n) {
		return authflow.BeforeRequest
	}
	return w.stage
}

// resends reports whether a call sends the handler's request again, and
// through which client.
func (w *walk) resends(v value.Value) (sent value.Value, client string, ok bool) {
	id, ok := w.through(*v.Base)
	if !ok {
		return value.Value{}, "", false
	}
	for _, a := range v.Arguments() {
		arg := w.r.eval.Value(a)
		if w.derived(arg) {
			return arg, id, true
		}
	}
	return value.Value{}, "", false
}

// through names the client that a callee sends requests with; its name is empty
// where which one is unknown.
func (w *walk) through(callee value.Value) (client string, ok bool) {
	if c, ok := axiosClient(callee); ok {
		return c.key, true
	}
	if c, f, ok := familyClient(callee); ok && f.callable {
		return c.key, true
	}
	if callee.Kind == value.Member {
		if c, f, ok := familyClient(*callee.Base); ok {
			_, sends := f.methods[callee.Name]
			return c.key, sends
		}
		switch c, isAxios := axiosClient(*callee.Base); {
		case isHTTPClient(*callee.Base):
			return "angular", true // all of the application's interceptors run again
		case isAxios:
			_, shortcut := axiosMethods[callee.Name]
			return c.key, shortcut || callee.Name == "request"
		case callee.Name == "request":
			return identity(*callee.Base), true
		}
	}
	id := identity(callee)
	return id, id == w.client || isFetch(callee)
}

// derived reports whether v is, or is made from, the request that the handler
// was called for: error.config, { ...error.config }, req.clone(…).
func (w *walk) derived(v value.Value) bool { return w.derivedFrom(v, 0) }

func (w *walk) derivedFrom(v value.Value, depth int) bool {
	if depth > maxWalk {
		return false // an object spread into itself
	}
	for _, a := range v.Alternatives() {
		if path, ok := w.subject(a); ok && (len(path) == 0 || path[0] == "url") {
			return true
		}
		if isObjectAssign(a) {
			// Have: Object.assign({}, config, { … }), or config itself first.
			for _, part := range a.Arguments() {
				if w.derivedFrom(w.r.eval.Value(part), depth+1) {
					return true
				}
			}
		}
		if a.Kind != value.Object {
			continue
		}
		for m := range a.Node.Elements() {
			if m.Kind() == syntax.SpreadElement {
				for c := range m.Elements() {
					if w.derivedFrom(w.r.eval.Eval(a.File, c, a.Env), depth+1) {
						return true
					}
				}
			}
			if m.Kind() == syntax.Pair && scope.PropertyName(m.Child(syntax.FieldKey)) == "url" {
				// Have: { method: old.method, url: old.url }
				if path, ok := w.subject(w.r.eval.Eval(a.File, m.Child(syntax.FieldValue), a.Env)); ok && len(path) == 1 && path[0] == "url" {
					return true
				}
			}
		}
	}
	return false
}

// isRequest reports whether v is the request that the handler was called for, or
// a copy of all of it.
func (w *walk) isRequest(v value.Value) bool {
	return slices.ContainsFunc(v.Alternatives(), func(a value.Value) bool {
		path, ok := w.subject(a)
		return ok && len(path) == 0 || a.Kind == value.Object && w.derived(a)
	})
}

// isObjectAssign recognizes a call of Object.assign.
func isObjectAssign(v value.Value) bool {
	return v.Kind == value.Call && v.Base != nil && v.Base.Kind == value.Member && v.Base.Name == "assign" && v.Base.Base.IsGlobal("Object")
}

// subject reports whether v belongs to the request that the handler was called
// for, and returns the path from the request to v. axios hands its handlers an
// error or a response with the request's configuration, Angular the request.
func (w *walk) subject(v value.Value) (path []string, ok bool) {
	root, path := v.Path()
	if w.hook > 0 {
		return w.hookSubject(root, path)
	}
	if w.stage == authflow.BeforeRequest {
		return path, w.isParam(root)
	}
	if w.angular {
		for root.Kind == value.Call && root.Base.Kind == value.Member && root.Base.Name == "clone" {
			root = *root.Base.Base
		}
		return path, w.isParam(root)
	}
	if !w.isParam(root) {
		return nil, false
	}
	if len(path) > 1 && path[0] == "response" {
		path = path[1:]
	}
	if len(path) == 0 || path[0] != "config" {
		return nil, false
	}
	return path[1:], true
}

// isParam reports whether v is the handler's parameter.
func (w *walk) isParam(v value.Value) bool {
	return v.Binding != nil && v.Binding.Kind == scope.Param && v.Binding.Func == w.handler.Node && (v.Binding.Index == 0 || w.hook > 0)
}

func (w *walk) add(fn value.Value, g guards, n syntax.Node, client string, sent value.Value, way []step, from source.Span) {
	at := from // a wrapper in another file sends it: name the handler's call of it
	if fn.File == w.handler.File || !from.Valid() {
		at = fn.File.Span(n)
	}
	f := &authflow.Resend{
		At: at, Form: authflow.Interceptor, Enters: w.enters, EntersAt: signature(w.handler.File, w.handler.Node),
	}
	switch client {
	case "":
		f.Reenters = authflow.Unknown
	default:
		f.Reenters = authflow.TruthOf(client == w.client)
	}
	for _, s := range way {
		c := s.g.test(s.Expr)
		for _, t := range c.states {
			if g.released(n, t) {
				t.Kind = authflow.Released
			}
			f.Tests = append(f.Tests, t)
		}
		f.Opaque = f.Opaque || c.opaque
		if !f.Trigger.Valid() && c.trigger.Valid() {
			f.Trigger = c.trigger
		}
	}
	f.AddGuard = w.addGuard(fn, n)
	w.leftAsIs(f, client, sent)
	w.found = append(w.found, &found{f, sent})
}

// finish completes the resends with what was set anywhere on the way.
func (w *walk) finish() {
	w.reentries()
	for _, s := range w.begun {
		if len(w.inner) > 0 {
			s.TurnedAway = source.Span{} // it is for what the handler itself sends
		}
	}
	if w.stage == authflow.BeforeRequest || w.stage == authflow.RequestFailed {
		return // what is sent there was not refused
	}
	if !w.touched {
		w.r.out.untouched = append(w.r.out.untouched, w.asIs...)
	}
	for _, f := range w.found {
		f.fact.Opaque = f.fact.Opaque || w.ejects
		sets := w.keptBy(f.sent)
		sets = append(sets, w.literalStates(f.sent)...)
		for _, t := range f.fact.Tests {
			sets = append(sets, w.r.writesOf(w.handler.File, t)...)
		}
		f.fact.Sets = onSent(sets, f.sent)
		w.r.out.resends = append(w.r.out.resends, f.fact)
	}
}

// keptBy returns what was set on the way, as it is on the request that is sent
// again: one that is built anew has none of the marks of the old one.
func (w *walk) keptBy(sent value.Value) []authflow.State {
	sets := slices.Clone(w.sets)
	if sent.Kind != value.Object || slices.ContainsFunc(elements(sent.Node), func(m syntax.Node) bool { return m.Kind() == syntax.SpreadElement }) {
		return sets
	}
	for i, s := range sets {
		if s.Kind == authflow.OnRequest && !strings.Contains(s.Name, ".") {
			sets[i].Kind = authflow.OnCopy
		}
	}
	return sets
}

// onSent turns a flag on a copy into a flag on the request where that copy is
// what is sent.
func onSent(sets []authflow.State, sent value.Value) []authflow.State {
	key := ""
	if sent.Kind == value.Object {
		key = sent.Key()
	}
	for i, s := range sets {
		if s.Kind == authflow.OnCopy && key != "" && s.Owner == key {
			sets[i].Kind, sets[i].Owner = authflow.OnRequest, ""
		}
	}
	return sets
}

// literalStates are the properties that a literal puts on the request it
// sends: api({ ...config, _retry: true }).
func (w *walk) literalStates(sent value.Value) []authflow.State {
	var out []authflow.State
	for _, a := range sent.Alternatives() {
		if isObjectAssign(a) {
			for _, part := range a.Arguments() {
				if v := w.r.eval.Value(part); v.Kind == value.Object {
					out = append(out, w.literalStates(v)...)
				}
			}
			continue
		}
		if a.Kind == value.Call { // req.clone({ setHeaders: … })
			out = append(out, w.literalStates(w.r.eval.Value(a.Arg(0)))...)
			continue
		}
		if a.Kind != value.Object {
			continue
		}
		for m := range a.Node.Elements() {
			if m.Kind() != syntax.Pair {
				continue
			}
			name := scope.PropertyName(m.Child(syntax.FieldKey))
			if key := m.Child(syntax.FieldKey); name == "" && key.Kind() == syntax.ComputedPropertyName {
				name = key.Text() // { ...config, [RETRIED]: true }
			}
			if !configKeys[name] {
				out = append(out, authflow.State{At: a.File.Span(m), Kind: authflow.OnRequest, Name: name})
			}
			out = append(out, w.headerStates(a, m)...)
		}
	}
	return out
}

// headerStates are the marks that a literal puts into the headers.
func (w *walk) headerStates(a value.Value, pair syntax.Node) []authflow.State {
	if key := scope.PropertyName(pair.Child(syntax.FieldKey)); key != "headers" && key != "setHeaders" {
		return nil
	}
	var out []authflow.State
	for m := range pair.Child(syntax.FieldValue).Elements() {
		if m.Kind() == syntax.Pair {
			if name := scope.PropertyName(m.Child(syntax.FieldKey)); !isAuthorization(name) {
				out = append(out, authflow.State{At: a.File.Span(m), Kind: authflow.OnRequest, Name: "headers." + name})
			}
		}
	}
	return out
}

// signature is the head of a function: what a finding points at.
func signature(f *module.File, fn syntax.Node) source.Span {
	s := f.Span(fn)
	if body := fn.Child(syntax.FieldBody); body.OK() && body.Start() > fn.Start() {
		s.End = body.Start()
	}
	return s
}

// tested is one condition on the way to a resend, read for what it says about
// guards.
type tested struct {
	states  []authflow.State
	opaque  bool
	trigger source.Span
}

// A step is a condition on the way to a place, with what reads it.
type step struct {
	flow.Condition
	g guards
}

// steps lists what was tested before n in the function g looks at.
func (g guards) steps(n syntax.Node) []step {
	var out []step
	for _, c := range flow.Conditions(n, g.fn) {
		out = append(out, step{c, g})
	}
	return out
}

// conditions reads what was tested before n in the function g looks at.
func (g guards) conditions(n syntax.Node) []tested {
	var out []tested
	for _, c := range flow.Conditions(n, g.fn) {
		out = append(out, g.test(c.Expr))
	}
	return out
}
