package tshttp

import (
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
	args := c.value.Arguments()
	for _, a := range args {
		if a.Spread {
			return // what it spreads may be anything
		}
	}
	fact := &authflow.Layout{
		At: c.value.Span(), Call: value.Spell(c.value.Node.Child(syntax.FieldFunction)),
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
		case syntax.ShorthandPropertyIdentifier:
			p.Name = m.Text()
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
		for _, y := range sh.layouts {
			if c := l.clients[y.client.key]; c != nil {
				y.fact.Credentials = c.fact.Credentials
			}
			y.fact.Browser = l.browserOf(y.fact.At.File)
			l.facts.Layouts = append(l.facts.Layouts, y.fact)
		}
	}
}
