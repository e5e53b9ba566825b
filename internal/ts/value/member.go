package value

import (
	"strconv"
	"strings"

	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// globals are the names under which the global object itself is reached.
var globals = map[string]bool{"window": true, "globalThis": true, "self": true, "global": true}

// Prop evaluates property name of v; f and at are the code that asks.
func (e *Evaluator) Prop(v Value, name string, f *module.File, at syntax.Node) Value {
	if !e.down() {
		return Value{File: f, Node: at}
	}
	defer e.up()
	switch v.Kind {
	case Union:
		var vs []Value
		for _, a := range v.Alts {
			if a.Kind == Null || a.Kind == Undefined {
				continue // would have thrown, or was tested before
			}
			vs = append(vs, e.Prop(a, name, f, at))
		}
		return union(vs...)
	case Object:
		return e.objectProp(v, name, f, at)
	case Namespace:
		return e.export(v.File, name, f, at)
	case Instance:
		if m, ok := e.classMember(*v.Base, name, &v, false); ok {
			return m
		}
		if made, ok := e.Foreign(v); ok && e.Extended != nil && e.Extended(*made.Base) {
			v = made
		}
	case Class:
		if m, ok := e.classMember(v, name, &v, true); ok {
			return m
		}
	case External:
		if v.Name != "*" {
			break
		}
		if name != "default" && e.Whole != nil && e.Whole(v.Module) {
			v.Name = "default"
			break
		}
		return Value{Kind: External, Module: v.Module, Name: name, File: f, Node: at}
	case Declared:
		if name == "default" {
			return v
		}
	case Global:
		if globals[v.Name] {
			return Value{Kind: Global, Name: name, File: f, Node: at}
		}
	case Call:
		if made, ok := e.keptIn(v, name); ok {
			return made
		}
		if path, ok := e.pathOf(v, name); ok {
			return path
		}
		if action, ok := e.storeAction(v, name); ok {
			return action
		}
	case Array:
		if name == "length" {
			return Value{File: f, Node: at}
		}
	}
	base := v
	return Value{Kind: Member, Name: name, Base: &base, File: f, Node: at, Env: v.Env, Promise: false}
}

// Element evaluates v[index].
func (e *Evaluator) Element(v Value, index string, f *module.File, at syntax.Node) Value {
	if i, err := strconv.Atoi(index); err == nil {
		return e.element(v, i, f, at)
	}
	return Value{File: f, Node: at, Env: v.Env}
}

func (e *Evaluator) element(v Value, index int, f *module.File, at syntax.Node) Value {
	if v.Kind == Array {
		i := 0
		for c := range v.Node.Elements() {
			if c.Kind() == syntax.SpreadElement {
				break
			}
			if i == index {
				return e.Eval(v.File, c, v.Env)
			}
			i++
		}
	}
	return e.Prop(v, strconv.Itoa(index), f, at)
}

// objectProp finds a property of an object literal, the last one first.
func (e *Evaluator) objectProp(v Value, name string, f *module.File, at syntax.Node) Value {
	if v.Node.Is(syntax.EnumDeclaration) {
		return e.enumMember(v, name, f, at)
	}
	var members []syntax.Node
	for c := range v.Node.Elements() {
		members = append(members, c)
	}
	unknown := Value{Kind: Member, Name: name, Base: &v, File: f, Node: at, Env: v.Env}
	for i := len(members) - 1; i >= 0; i-- {
		m := members[i]
		switch m.Kind() {
		case syntax.Pair:
			key := m.Child(syntax.FieldKey)
			switch e.keyName(v.File, key, v.Env) {
			case name:
				if isEmpty(m.Child(syntax.FieldValue)) {
					return unknown // filled later: the initial state of a store
				}
				return e.Eval(v.File, m.Child(syntax.FieldValue), v.Env)
			case "":
				return unknown // a computed key may be this one
			}
		case syntax.ShorthandPropertyIdentifier:
			if m.Text() == name {
				return e.Eval(v.File, m, v.Env)
			}
		case syntax.MethodDefinition:
			if scope.PropertyName(m.Child(syntax.FieldName)) == name {
				return e.method(v.File, m, v.Env, &v)
			}
		case syntax.SpreadElement:
			s := e.first(v.File, m, v.Env)
			if got := e.spreadProp(s, name, f, at); got.Kind != Undefined {
				return got
			}
		}
	}
	if v.Name == thisObject {
		return unknown
	}
	return Value{Kind: Undefined, File: f, Node: at}
}

// isEmpty: the literal stands for nothing yet.
func isEmpty(n syntax.Node) bool {
	return n.Is(syntax.Null, syntax.Undefined) || n.Kind() == syntax.String && len(n.Text()) == 2
}

// spreadProp finds a property in what is spread into an object. It is Undefined
// where it is surely not there.
func (e *Evaluator) spreadProp(s Value, name string, f *module.File, at syntax.Node) Value {
	switch s.Kind {
	case Undefined, Null, Bool:
		return Value{Kind: Undefined, File: f, Node: at}
	case Union:
		var vs []Value
		for _, a := range s.Alts {
			if got := e.spreadProp(a, name, f, at); got.Kind != Undefined {
				vs = append(vs, got)
			}
		}
		if len(vs) == 0 {
			return Value{Kind: Undefined, File: f, Node: at}
		}
		return union(vs...)
	}
	return e.Prop(s, name, f, at)
}

// KeyName returns the constant name of a property key, following constants in
// computed keys; empty where it is not constant.
func (e *Evaluator) keyName(f *module.File, key syntax.Node, env *Env) string {
	if name := scope.PropertyName(key); name != "" || key.Kind() != syntax.ComputedPropertyName {
		return name
	}
	s, _ := e.first(f, key, env).Constant()
	return s
}

func (e *Evaluator) enumMember(v Value, name string, f *module.File, at syntax.Node) Value {
	for c := range v.Node.Child(syntax.FieldBody).Elements() {
		if c.Kind() == syntax.EnumAssignment && scope.PropertyName(c.Child(syntax.FieldName)) == name {
			return e.Eval(v.File, c.Child(syntax.FieldValue), v.Env)
		}
	}
	return Value{File: f, Node: at}
}

// method returns a method bound to its object; a getter is called.
func (e *Evaluator) method(f *module.File, m syntax.Node, env *Env, this *Value) Value {
	fn := Value{Kind: Function, File: f, Node: m, Env: env, This: this}
	if m.Has(syntax.Get) {
		return e.Invoke(fn, nil, Operand{File: f, Node: m, Env: env})
	}
	return fn
}

// classMember finds a member in a class and the classes it extends.
func (e *Evaluator) classMember(class Value, name string, this *Value, static bool) (Value, bool) {
	for range maxHeritage {
		if v, ok := e.ownMember(class, name, this, static); ok {
			return v, true
		}
		super := e.super(class)
		if super.Kind != Class {
			return Value{}, false
		}
		class = super
	}
	return Value{}, false
}

// super evaluates what a class extends.
func (e *Evaluator) super(class Value) Value {
	for c := range class.Node.Elements() {
		if c.Kind() != syntax.ClassHeritage {
			continue
		}
		for h := range c.Elements() {
			if h.Kind() == syntax.ExtendsClause {
				return e.Eval(class.File, h.Child(syntax.FieldValue), class.Env)
			}
			if h.Kind() != syntax.ImplementsClause {
				return e.Eval(class.File, h, class.Env) // JavaScript has no clause node
			}
		}
	}
	return Value{}
}

func (e *Evaluator) ownMember(class Value, name string, this *Value, static bool) (Value, bool) {
	var constructor syntax.Node
	var declared syntax.Node
	for m := range class.Node.Child(syntax.FieldBody).Elements() {
		switch m.Kind() {
		case syntax.MethodDefinition:
			switch n := scope.PropertyName(m.Child(syntax.FieldName)); {
			case n == "constructor":
				constructor = m
			case n == name && m.Has(syntax.Static) == static:
				return e.method(class.File, m, class.Env, this), true
			}
		case syntax.PublicFieldDefinition, syntax.FieldDefinition:
			if fieldName(m) != name || m.Has(syntax.Static) != static {
				continue
			}
			if init := m.Child(syntax.FieldValue); init.OK() && !init.Is(syntax.Null) {
				return e.Eval(class.File, init, e.bodyEnv(class, this)), true
			}
			declared = m
		}
	}
	if v, ok := e.assigned(class, name, this, static); ok {
		return v, true
	}
	if constructor.OK() && !static {
		if v, ok := e.parameterProperty(class, constructor, name, this); ok {
			return v, true
		}
	}
	if declared.OK() {
		if v := e.typed(class.File, declared, declared); v.Kind != Unknown {
			return v, true
		}
	}
	return Value{}, false
}

func fieldName(m syntax.Node) string {
	name := m.Child(syntax.FieldName)
	if !name.OK() {
		name = m.Child(syntax.FieldProperty)
	}
	return scope.PropertyName(name)
}

// bodyEnv is the surroundings of field initializers: this is the instance.
func (e *Evaluator) bodyEnv(class Value, this *Value) *Env {
	return &Env{Func: &Value{}, This: this, Outer: class.Env}
}

// constructorEnv binds the constructor's parameters to the arguments of new.
func (e *Evaluator) constructorEnv(class Value, constructor syntax.Node, this *Value) *Env {
	if this == nil || this.Kind != Instance || constructor.Kind() != syntax.MethodDefinition {
		return e.bodyEnv(class, this)
	}
	site := e.constructs(class, this, 0)
	if site.File == nil {
		return e.bodyEnv(class, this)
	}
	fn := Value{Kind: Function, File: class.File, Node: constructor, Env: class.Env}
	return &Env{Func: &fn, This: this, Outer: class.Env, Args: arguments(site.File, site.Node, site.Env), Site: site}
}

// constructs returns the expression that calls the constructor of a class for an
// object: new of the class itself, super(…) in the constructor of a class that
// extends it.
func (e *Evaluator) constructs(class Value, this *Value, depth int) Operand {
	if class.Node == this.Base.Node {
		if this.Node.Kind() != syntax.NewExpression {
			return Operand{}
		}
		return Operand{File: this.File, Node: this.Node, Env: this.Env}
	}
	sub := *this.Base
	for range maxHeritage {
		super := e.super(sub)
		if super.Kind != Class {
			return Operand{}
		}
		if super.Node == class.Node {
			break
		}
		sub = super
	}
	constructor := constructorOf(sub)
	if !constructor.OK() && depth < maxHeritage {
		return e.constructs(sub, this, depth+1) // it hands its arguments on
	}
	for n := range constructor.Descendants() {
		if n.Kind() == syntax.CallExpression && n.Child(syntax.FieldFunction).Kind() == syntax.Super {
			return Operand{File: sub.File, Node: n, Env: e.constructorEnv(sub, constructor, this)}
		}
	}
	return Operand{}
}

func constructorOf(class Value) syntax.Node {
	for m := range class.Node.Child(syntax.FieldBody).Elements() {
		if m.Kind() == syntax.MethodDefinition && scope.PropertyName(m.Child(syntax.FieldName)) == "constructor" {
			return m
		}
	}
	return syntax.Node{}
}

// maxHeritage bounds how far classes that extend each other are followed.
const maxHeritage = 8

// assigned finds this.name = … in the constructor or a method.
func (e *Evaluator) assigned(class Value, name string, this *Value, static bool) (Value, bool) {
	var vs []Value
	for _, n := range e.assignments(class.Node.Child(syntax.FieldBody))[name] {
		obj := n.Child(syntax.FieldLeft).Child(syntax.FieldObject)
		if len(vs) == maxAlternatives || static != (obj.Kind() == syntax.Identifier) || !static && obj.Kind() != syntax.This {
			continue
		}
		right := n.Child(syntax.FieldRight)
		if right.Is(syntax.Null, syntax.Undefined) {
			continue
		}
		m := method(n)
		vs = append(vs, e.Eval(class.File, right, e.constructorEnv(class, m, this)))
	}
	if len(vs) == 0 {
		return Value{}, false
	}
	return union(vs...), true
}

// assignments are those to properties in the body of a class, by name. A class is
// looked through once, since each of its members may be asked for often.
func (e *Evaluator) assignments(body syntax.Node) map[string][]syntax.Node {
	key := memoKey{body.Tree(), body.ID()}
	if known, ok := e.assigns[key]; ok {
		return known
	}
	found := map[string][]syntax.Node{}
	for n := range body.Descendants() {
		if left := n.Child(syntax.FieldLeft); n.Kind() == syntax.AssignmentExpression && left.Kind() == syntax.MemberExpression {
			name := left.Child(syntax.FieldProperty).Text()
			found[name] = append(found[name], n)
		}
	}
	if e.assigns == nil {
		e.assigns = map[memoKey]map[string][]syntax.Node{}
	}
	e.assigns[key] = found
	return found
}

// method returns the method of the class that n stands in.
func method(n syntax.Node) syntax.Node {
	for ; n.OK(); n = n.Parent() {
		if n.Is(syntax.MethodDefinition, syntax.PublicFieldDefinition, syntax.FieldDefinition, syntax.ClassStaticBlock) {
			return n
		}
	}
	return n
}

// parameterProperty finds constructor(private name: T).
func (e *Evaluator) parameterProperty(class Value, constructor syntax.Node, name string, this *Value) (Value, bool) {
	for p := range constructor.Child(syntax.FieldParameters).Elements() {
		id := p.Child(syntax.FieldPattern)
		if id.Text() != name || !p.Has(syntax.AccessibilityModifier) && !p.Has(syntax.Readonly) {
			continue
		}
		if b := class.File.Scopes.Lookup(id); b != nil {
			return e.Bound(class.File, b, e.constructorEnv(class, constructor, this)), true
		}
	}
	return Value{}, false
}

// typed makes a value of a type annotation: an instance of the class that it
// names, of the project or of a package. Dependency injection shows itself only
// so.
func (e *Evaluator) typed(f *module.File, decl, at syntax.Node) Value {
	return e.instanceOf(e.TypeOf(f, decl), f, at)
}

// TypeOf evaluates the name in the type annotation of a declaration: a class or
// type of the project or of a package. It is Unknown for any other type.
func (e *Evaluator) TypeOf(f *module.File, decl syntax.Node) Value {
	t := decl.Child(syntax.FieldType)
	for t.Is(syntax.TypeAnnotation, syntax.ParenthesizedType, syntax.ReadonlyType) {
		t = elementOf(t)
	}
	if t.Kind() == syntax.UnionType {
		t = presentOf(t)
	}
	if t.Kind() == syntax.GenericType {
		t = t.Child(syntax.FieldName)
	}
	if t.Kind() != syntax.TypeIdentifier {
		return Value{}
	}
	return e.Named(f, t)
}

// presentOf returns T of T | undefined and T | null.
func presentOf(union syntax.Node) syntax.Node {
	var present syntax.Node
	for t := range union.Elements() {
		switch text := t.Text(); {
		case text == "undefined" || text == "null":
		case present.OK():
			return syntax.Node{}
		default:
			present = t
		}
	}
	return present
}

// Named evaluates the name of a type.
func (e *Evaluator) Named(f *module.File, t syntax.Node) Value {
	if b := f.Scopes.Lookup(t); b != nil {
		return e.Bound(f, b, nil)
	}
	return Value{Kind: Global, Name: t.Text(), File: f, Node: t}
}

// instanceOf returns an instance of a class that was injected, not made here.
func (e *Evaluator) instanceOf(class Value, f *module.File, at syntax.Node) Value {
	switch class.Kind {
	case Class:
		return Value{Kind: Instance, Base: &class, File: class.File, Node: class.Node}
	case External, Global:
		return Value{Kind: Call, New: true, Base: &class, File: f, Node: at}
	}
	return Value{}
}

func elementOf(n syntax.Node) syntax.Node {
	for c := range n.Elements() {
		return c
	}
	return syntax.Node{}
}

// Path spells the chain of members that leads to v from a value that is no
// member: "headers.common". The root is returned beside it.
func (v Value) Path() (root Value, names []string) {
	for v.Kind == Member {
		names = append(names, v.Name)
		v = *v.Base
	}
	for i, j := 0, len(names)-1; i < j; i, j = i+1, j-1 {
		names[i], names[j] = names[j], names[i]
	}
	return v, names
}

// PathString is Path with the names joined by dots.
func (v Value) PathString() (Value, string) {
	root, names := v.Path()
	return root, strings.Join(names, ".")
}
