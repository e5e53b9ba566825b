package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A layout is a Layout that waits for its client to be linked.
type layout struct {
	fact   *authflow.Layout
	client clientRef
}

// addLayout reads what stands where in the call of a client.
func (r *reader) addLayout(c call) {
	v := c.value
	if c.starts.File != nil {
		v = c.starts
	}
	args := v.Arguments()
	for _, a := range args {
		if a.Spread {
			return // what it spreads may be anything
		}
	}
	fact := &authflow.Layout{
		At: v.Span(), Call: value.Spell(v.Node.Child(syntax.FieldFunction)),
		Library: c.client.library, Method: c.method, Takes: c.configAt + 1,
	}
	if c.configAt < 1 {
		fact.Takes = len(args) // XMLHttpRequest, or a whole request in one argument
	}
	if c.inConfig {
		fact.Takes = 2
	}
	for i, a := range args {
		role := authflow.UnknownRole
		switch {
		case i >= fact.Takes:
			role = authflow.ExtraRole
		case a.Node == c.config.Node && c.config.File != nil:
			role = authflow.ConfigRole
		case a.Node == c.body.Node && c.body.File != nil:
			role = authflow.BodyRole
		case a.Node == c.url.Node:
			role = authflow.URLRole
		}
		fact.Arguments = append(fact.Arguments, r.argument(a, role))
	}
	r.out.layouts = append(r.out.layouts, layout{fact, c.client})
}

// addWrappedLayout reads which argument of a project's own function becomes the
// body of the request that it sends: api.post(url, { withCredentials: true }).
// What its other arguments are for is not told.
func (r *reader) addWrappedLayout(c call, site value.Operand) {
	config := r.eval.Value(c.config)
	body := r.bodyOf(c, config)
	if body.Kind != value.Object || body.File != site.File {
		return
	}
	fact := &authflow.Layout{At: site.File.Span(site.Node), Call: value.Spell(site.Node.Child(syntax.FieldFunction)), Library: c.client.library, Method: c.method}
	for a := range site.Node.Child(syntax.FieldArguments).Elements() {
		role := authflow.UnknownRole
		if a == body.Node {
			role = authflow.BodyRole
		}
		fact.Arguments = append(fact.Arguments, r.argument(value.Operand{File: site.File, Node: a, Env: site.Env}, role))
	}
	fact.Takes = len(fact.Arguments)
	r.out.layouts = append(r.out.layouts, layout{fact, c.client})
}

// addCreation reads the options that a client is made with.
func (r *reader) addCreation(c clientRef) {
	if !c.create.Node.Is(syntax.CallExpression) || len(c.create.Arguments()) == 0 {
		return
	}
	r.out.layouts = append(r.out.layouts, layout{&authflow.Layout{
		At: c.create.Span(), Call: value.Spell(c.create.Node.Child(syntax.FieldFunction)), Library: c.library, Makes: true, Takes: 1,
		Arguments: []authflow.Operand{r.argument(c.create.Arg(0), authflow.ConfigRole)},
	}, c})
}

// addMisfiled reads api.defaults.headers.common.withCredentials = true as the
// headers that the client was made with.
func (r *reader) addMisfiled(n, left syntax.Node, name string, right value.Value) {
	root, path := r.value(left).Path()
	c, ok := axiosClient(root)
	if !ok || len(path) < 3 || path[0] != "defaults" || path[1] != "headers" {
		return
	}
	option := authflow.Property{Name: name, At: r.span(n), NameAt: r.span(n)}
	if option.Constant, _ = right.Constant(); right.Kind == value.Bool {
		option.Constant = right.Name
	}
	headers := authflow.Property{Name: "headers", Form: authflow.ObjectForm, Members: []authflow.Property{option}}
	r.out.layouts = append(r.out.layouts, layout{&authflow.Layout{
		At: r.span(n), Call: value.Spell(left), Library: c.library, Makes: true, Takes: 1,
		Arguments: []authflow.Operand{{At: r.span(n), Role: authflow.ConfigRole, Form: authflow.ObjectForm, Members: []authflow.Property{headers}}},
	}, c})
}

func (r *reader) argument(a value.Operand, role authflow.Role) authflow.Operand {
	out := authflow.Operand{At: a.File.Span(a.Node), Role: role}
	v := r.eval.Value(a)
	out.Form, out.Members, out.Closed = r.form(v, 0)
	if v.Kind == value.Object {
		out.Inside = insideOf(v.File, v.Node)
	}
	return out
}

// insideOf is the place after the brace of an object literal.
func insideOf(f *module.File, object syntax.Node) source.Span {
	at := f.Span(object)
	at.Start++
	at.End = at.Start
	return at
}

// form reads what kind of value v is, and the properties of an object.
func (r *reader) form(v value.Value, depth int) (form authflow.Form, members []authflow.Property, closed bool) {
	switch v.Kind {
	case value.Null, value.Undefined:
		return authflow.EmptyForm, nil, true
	case value.Text:
		return authflow.TextForm, nil, true
	case value.Bool:
		return authflow.TruthForm, nil, true
	case value.Array:
		return authflow.ListForm, nil, true
	case value.Function:
		return authflow.FunctionForm, nil, true
	case value.Call:
		if v.New && v.Base != nil && (v.Base.IsGlobal("Headers") || v.Base.From("HttpHeaders", angularHTTP)) && depth > 0 {
			return r.form(r.eval.Value(v.Arg(0)), depth)
		}
	case value.Union: // of what a function returns, on one way or another
		for _, a := range v.Alts {
			if f, more, _ := r.form(a, depth); f == authflow.ObjectForm && depth > 0 {
				form, members = f, append(members, more...)
			}
		}
		return form, members, false
	case value.Object:
		if v.Node.Kind() != syntax.Object || depth > 2 {
			break
		}
		members, closed = r.properties(v, depth)
		closed = closed && !filledLater(v)
		if len(members) == 0 && closed {
			return authflow.EmptyForm, nil, true
		}
		return authflow.ObjectForm, members, closed
	}
	return authflow.OpaqueForm, nil, false
}

// properties lists the properties of an object literal, with those that it
// spreads. closed: there are no others.
func (r *reader) properties(v value.Value, depth int) (out []authflow.Property, closed bool) {
	closed = true
	for m := range v.Node.Elements() {
		p := authflow.Property{At: v.File.Span(m), Cut: cutOf(v.File, m)}
		val := m
		switch m.Kind() {
		case syntax.Pair:
			p.Name, val = r.nameOf(v, m.Child(syntax.FieldKey)), m.Child(syntax.FieldValue)
			p.NameAt = v.File.Span(m.Child(syntax.FieldKey))
		case syntax.ShorthandPropertyIdentifier:
			p.Name, p.NameAt = m.Text(), p.At
		case syntax.SpreadElement:
			s := r.eval.Eval(v.File, firstOf(m), v.Env)
			if s.Kind != value.Object || s.Node.Kind() != syntax.Object || depth > 2 {
				closed = false
				continue
			}
			more, all := r.properties(s, depth+1)
			out, closed = append(out, more...), closed && all
			continue
		case syntax.MethodDefinition:
			p.Name, p.Form = scope.PropertyName(m.Child(syntax.FieldName)), authflow.FunctionForm
			out = append(out, p)
			continue
		default:
			closed = false
			continue
		}
		if p.Name == "" {
			closed = false // computed
			continue
		}
		if depth < 2 {
			pv := r.eval.Eval(v.File, val, v.Env)
			p.Form, p.Members, p.Closed = r.form(pv, depth+1)
			p.Constant, _ = pv.Constant()
			if pv.Kind == value.Bool {
				p.Constant = pv.Name
			}
			if pv.Kind == value.Object {
				p.Inside = insideOf(pv.File, pv.Node)
			}
		}
		out = append(out, p)
	}
	return out, closed
}

// nameOf is the constant name of a key of an object, empty where it is computed.
func (r *reader) nameOf(object value.Value, key syntax.Node) string {
	if key.Kind() != syntax.ComputedPropertyName {
		return scope.PropertyName(key)
	}
	s, _ := r.eval.Eval(object.File, firstOf(key), object.Env).Constant()
	return s
}

// cutOf is the range that takes a property away with the comma after it or,
// of the last one, before it.
func cutOf(f *module.File, m syntax.Node) source.Span {
	at := f.Span(m)
	src := f.Tree.Source()
	end := at.End
	for end < len(src) && isBlank(src[end]) {
		end++
	}
	if end < len(src) && src[end] == ',' {
		at.End = end + 1
		for at.End < len(src) && src[at.End] == ' ' {
			at.End++
		}
		return at
	}
	start := at.Start
	for start > 0 && isBlank(src[start-1]) {
		start--
	}
	switch {
	case start > 0 && src[start-1] == ',':
		at.Start = start - 1
	case start > 0 && src[start-1] == '{':
		at.Start = start // the only one
	}
	return at
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// filledLater reports whether the variable that holds an object literal gets
// properties after it, or is handed to code that may add some before it is used.
func filledLater(object value.Value) bool {
	decl := object.Node.Parent()
	for decl.Is(syntax.AsExpression, syntax.SatisfiesExpression, syntax.ParenthesizedExpression) {
		decl = decl.Parent()
	}
	if decl.Kind() != syntax.VariableDeclarator {
		return false
	}
	b := object.File.Scopes.Lookup(decl.Child(syntax.FieldName))
	if b == nil {
		return false
	}
	for _, ref := range b.Refs {
		p := ref.Parent()
		if p.Is(syntax.MemberExpression, syntax.SubscriptExpression) && p.Parent().Is(syntax.AssignmentExpression) && p.Parent().Child(syntax.FieldLeft) == p {
			return true
		}
	}
	return false
}

func (l *linker) linkLayouts() {
	for _, sh := range l.sheets {
		l.facts.Discards = append(l.facts.Discards, sh.discards...)
		l.facts.LateWrites = append(l.facts.LateWrites, sh.late...)
		l.lateDefaults(sh)
		l.lateResends(sh)
		for _, y := range sh.layouts {
			if c := l.clients[y.client.key]; c != nil {
				y.fact.Credentials = c.fact.Credentials
			}
			if y.fact.Browser = l.browserOf(y.fact.At.File); y.fact.Browser == authflow.Unknown && surelyBrowser(l.reader.eval.Project, y.fact.At.File) {
				y.fact.Browser = authflow.Yes
			}
			l.facts.Layouts = append(l.facts.Layouts, y.fact)
		}
	}
}

// readConstructed reads the options of the platform's streams and of Apollo's
// client, which have headers where nobody looks for them.
func (r *reader) readConstructed(n syntax.Node, callee value.Value) {
	library, at := "", 1
	switch {
	case callee.IsGlobal("EventSource"), callee.IsGlobal("WebSocket"):
		if r.standIn() {
			return
		}
		library = callee.Name
	case callee.From("ApolloClient", "@apollo/client", "@apollo/client/core", "apollo-client"), callee.From("default", "apollo-client"):
		library, at = "ApolloClient", 0
	default:
		return
	}
	fact := &authflow.Layout{At: r.span(n), Call: library, Library: library, Makes: true, Takes: at + 1}
	for i, a := range (value.Value{Kind: value.Call, File: r.file, Node: n}).Arguments() {
		if i >= at && !a.Spread {
			fact.Arguments = append(fact.Arguments, r.argument(a, authflow.ConfigRole))
		}
	}
	r.out.layouts = append(r.out.layouts, layout{fact: fact})
}

// standIn: the file loads something that may take the place of the native
// constructor.
func (r *reader) standIn() bool {
	for _, spec := range r.eval.Project.Specifiers(r.file.Path) {
		if strings.Contains(spec, "event") && strings.Contains(spec, "source") || strings.Contains(spec, "polyfill") {
			return true
		}
	}
	return false
}

// readContext reads what a callback of Apollo's setContext returns.
func (r *reader) readContext(n syntax.Node, callee value.Value) {
	if !callee.From("setContext", "@apollo/client/link/context", "apollo-link-context") {
		return
	}
	fn := r.value(firstOf(n.Child(syntax.FieldArguments)))
	if fn.Kind != value.Function {
		return
	}
	returned := r.eval.Invoke(fn, nil, r.operand(n))
	fact := &authflow.Layout{At: r.span(n), Call: "setContext", Library: "setContext", Makes: true, Takes: 1}
	for _, v := range returned.Alternatives() {
		fact.Arguments = append(fact.Arguments, r.argument(value.Operand{File: r.file, Node: n, Val: &v}, authflow.ConfigRole))
	}
	r.out.layouts = append(r.out.layouts, layout{fact: fact})
}
