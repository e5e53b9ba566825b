package value

import (
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// An Evaluator evaluates expressions of one project. It is for one goroutine;
// make one a worker. What it answers does not depend on what it was asked
// before.
type Evaluator struct {
	Project *module.Project
	// Describe turns a value that is no constant into a hole of a shape. name is
	// how the code spells it.
	Describe func(v Value, name string) credential.Hole
	// Promises tells which functions that are not of the project hand out a
	// promise. It may be nil.
	Promises func(callee Value) bool
	// Whole tells the packages that are one object, so that what a namespace or
	// require of them has are properties of what they export as default:
	// require('axios').get is axios.get. It may be nil.
	Whole func(module string) bool
	// Extended tells the classes of packages of whose members the instances of
	// classes that extend them are asked. It may be nil.
	Extended func(class Value) bool
	// Client tells the exports that the configuration declares to be a client, by
	// the specifier and, where the project has it, the file; from is its name. It
	// may be nil.
	Client func(spec, path, export string) (library, from string, ok bool)

	depth, steps int
	work         int // steps since Begin
	active       map[activeKey]bool
	// begun holds what active names are worth before they are written again, so
	// that the right side of token = "Bearer " + token knows the token.
	begun     map[activeKey]Value
	memo      map[memoKey]Value
	assigns   map[memoKey]map[string][]syntax.Node // what assignments has answered
	truncated bool
}

type activeKey struct {
	binding *scope.Binding
	env     *Env
}

type memoKey struct {
	tree *syntax.Tree
	node int32
}

// Limits of one question. Code that exceeds them is not followed further.
const (
	maxDepth = 80
	maxSteps = 20000
	maxCalls = 12 // calls of project functions inside one another
)

// Limits of all questions about one file. What people write takes some hundred
// thousand steps; a file that takes more than maxWork is a library in one piece,
// of which each question gets a small share from then on.
const (
	maxWork   = 1_000_000
	fairSteps = 200
)

// New returns an evaluator.
func New(p *module.Project, describe func(Value, string) credential.Hole) *Evaluator {
	return &Evaluator{Project: p, Describe: describe, active: map[activeKey]bool{}, begun: map[activeKey]Value{}, memo: map[memoKey]Value{}}
}

// Begin says that the questions from here on are about another file.
func (e *Evaluator) Begin() { e.work = 0 }

// Exhausted reports whether the questions about a file took more than can be
// given to one, so that those after that were followed less far.
func (e *Evaluator) Exhausted() bool { return e.work > maxWork }

// Value evaluates an operand.
func (e *Evaluator) Value(o Operand) Value {
	if o.Val != nil {
		return *o.Val
	}
	if o.File == nil || !o.Node.OK() {
		return Value{}
	}
	return e.Eval(o.File, o.Node, o.Env)
}

// down enters one more level of a question, unless that exceeds its limits.
func (e *Evaluator) down() bool {
	if e.depth == 0 {
		e.steps, e.truncated = 0, false
	}
	if e.depth >= maxDepth || e.steps >= maxSteps || e.steps >= fairSteps && e.Exhausted() {
		e.truncated = true
		return false
	}
	e.depth++
	e.steps++
	e.work++
	return true
}

func (e *Evaluator) up() { e.depth-- }

// Eval says what the expression n of f evaluates to.
func (e *Evaluator) Eval(f *module.File, n syntax.Node, env *Env) Value {
	key := memoKey{n.Tree(), n.ID()}
	if env == nil {
		if v, ok := e.memo[key]; ok {
			return v
		}
	}
	if !e.down() {
		return Value{File: f, Node: n, Env: env}
	}
	defer e.up()
	outer := e.truncated
	e.truncated = false
	v := e.eval(f, n, env)
	// An answer that a limit or a cycle cut short depends on where the question
	// began, so only whole ones are kept.
	if env == nil && !e.truncated {
		e.memo[key] = v
	}
	e.truncated = e.truncated || outer
	return v
}

func (e *Evaluator) eval(f *module.File, n syntax.Node, env *Env) Value {
	at := Value{File: f, Node: n, Env: env}
	switch n.Kind() {
	case syntax.ParenthesizedExpression, syntax.AsExpression, syntax.SatisfiesExpression, syntax.NonNullExpression:
		return e.first(f, n, env)
	case syntax.TypeAssertion:
		var last syntax.Node
		for c := range n.Elements() {
			last = c
		}
		return e.Eval(f, last, env)
	case syntax.AwaitExpression:
		v := e.first(f, n, env)
		return await(v)
	case syntax.String, syntax.TemplateString:
		at.Kind, at.Shapes = Text, e.literal(f, n, env)
		return at
	case syntax.Number:
		at.Kind = Number
		return at
	case syntax.True, syntax.False:
		at.Kind, at.Name = Bool, n.Text()
		return at
	case syntax.Null:
		at.Kind = Null
		return at
	case syntax.Undefined:
		at.Kind = Undefined
		return at
	case syntax.Identifier, syntax.ShorthandPropertyIdentifier:
		return e.identifier(f, n, env)
	case syntax.This:
		return e.this(f, n, env)
	case syntax.MemberExpression:
		return e.Prop(e.Eval(f, n.Child(syntax.FieldObject), env), n.Child(syntax.FieldProperty).Text(), f, n)
	case syntax.SubscriptExpression:
		return e.subscript(f, n, env)
	case syntax.CallExpression:
		return e.call(f, n, env)
	case syntax.NewExpression:
		return e.construct(f, n, env)
	case syntax.Object:
		at.Kind = Object
		return at
	case syntax.Array:
		at.Kind = Array
		return at
	case syntax.ArrowFunction, syntax.FunctionExpression, syntax.FunctionDeclaration, syntax.GeneratorFunction,
		syntax.GeneratorFunctionDeclaration, syntax.MethodDefinition:
		at.Kind = Function
		if n.Kind() == syntax.ArrowFunction && env != nil {
			at.This = env.This
		}
		return at
	case syntax.Class, syntax.ClassDeclaration, syntax.AbstractClassDeclaration:
		at.Kind = Class
		return at
	case syntax.TernaryExpression:
		return union(e.Eval(f, n.Child(syntax.FieldConsequence), env), e.Eval(f, n.Child(syntax.FieldAlternative), env))
	case syntax.BinaryExpression:
		return e.binary(f, n, env)
	case syntax.AssignmentExpression:
		return e.Eval(f, n.Child(syntax.FieldRight), env)
	case syntax.AugmentedAssignmentExpression:
		if fillsIn(n) {
			return e.Eval(f, n.Child(syntax.FieldLeft), env)
		}
	case syntax.SequenceExpression:
		var last syntax.Node
		for c := range n.Elements() {
			last = c
		}
		return e.Eval(f, last, env)
	}
	return at
}

// first evaluates the one expression that n wraps.
func (e *Evaluator) first(f *module.File, n syntax.Node, env *Env) Value {
	for c := range n.Elements() {
		return e.Eval(f, c, env)
	}
	return Value{File: f, Node: n, Env: env}
}

func await(v Value) Value {
	if v.Kind == Union {
		alts := make([]Value, len(v.Alts))
		for i, a := range v.Alts {
			alts[i] = await(a)
		}
		v.Alts = alts
	}
	v.Promise = false
	return v
}

func (e *Evaluator) binary(f *module.File, n syntax.Node, env *Env) Value {
	left, right := n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)
	switch n.Operator() {
	case "??", "||":
		l := e.Eval(f, left, env)
		if truth, known := l.Truthy(); known {
			if truth {
				return l
			}
			return e.Eval(f, right, env)
		}
		return union(l, e.Eval(f, right, env))
	case "&&":
		// The left side comes out only when it is falsy: that is no value to use.
		return e.Eval(f, right, env)
	case "+":
		return e.concat(f, n, env, summands(f, n, env)...)
	}
	return Value{File: f, Node: n, Env: env}
}

func (e *Evaluator) subscript(f *module.File, n syntax.Node, env *Env) Value {
	base := e.Eval(f, n.Child(syntax.FieldObject), env)
	index := e.Eval(f, n.Child(syntax.FieldIndex), env)
	if name, ok := index.Constant(); ok {
		return e.Prop(base, name, f, n)
	}
	if index.Kind == Number {
		return e.Element(base, index.Node.Text(), f, n)
	}
	return Value{File: f, Node: n, Env: env}
}

func (e *Evaluator) identifier(f *module.File, n syntax.Node, env *Env) Value {
	b := f.Scopes.Lookup(n)
	if b == nil {
		name := n.Text()
		if name == "undefined" {
			return Value{Kind: Undefined, File: f, Node: n}
		}
		return Value{Kind: Global, Name: name, File: f, Node: n}
	}
	return e.Bound(f, b, env)
}

// Bound says what a name is bound to.
func (e *Evaluator) Bound(f *module.File, b *scope.Binding, env *Env) Value {
	env = env.around(b)
	key := activeKey{b, env}
	if e.active[key] {
		e.truncated = true
		if v, ok := e.begun[key]; ok {
			return v
		}
		return Value{File: f, Node: b.Node, Env: env, Binding: b}
	}
	e.active[key] = true
	defer func() {
		delete(e.active, key)
		delete(e.begun, key)
	}()
	switch b.Kind {
	case scope.Import:
		spec, name, ok := f.Import(b)
		if !ok {
			break
		}
		return e.imported(f, spec, name, b.Node)
	case scope.Const, scope.Let, scope.Var:
		return e.variable(f, b, env)
	case scope.Function, scope.Class:
		return e.Eval(f, b.Decl, env)
	case scope.Param:
		return e.written(f, b, env, e.parameter(f, b, env))
	case scope.Enum, scope.Namespace:
		return Value{Kind: Object, File: f, Node: b.Decl, Env: env}
	}
	return Value{File: f, Node: b.Node, Env: env, Binding: b}
}

// around returns the call, of those that c is nested in, in which b is
// declared: none for a name of the module, which is the same in every call.
func (c *Env) around(b *scope.Binding) *Env {
	for ; c != nil; c = c.Outer {
		if c.Func.Node.Contains(b.Node) || c.This != nil && c.This.Base != nil && c.This.Base.Node.Contains(b.Node) {
			return c
		}
	}
	return nil
}

// imported evaluates an import: an export of a file of the project, or of a
// package.
func (e *Evaluator) imported(f *module.File, spec, name string, at syntax.Node) Value {
	path, ok := e.Project.Resolve(f, spec)
	if v, declared := e.declared(spec, path, name, f, at); declared {
		return v
	}
	if !ok {
		return Value{Kind: External, Module: spec, Name: name, File: f, Node: at}
	}
	target := e.Project.File(path)
	if target == nil {
		return Value{File: f, Node: at}
	}
	if name == "*" {
		return Value{Kind: Namespace, File: target, Node: target.Tree.Root()}
	}
	return e.export(target, name, f, at)
}

// declared evaluates an export that the configuration declares to be a client.
func (e *Evaluator) declared(spec, path, name string, f *module.File, at syntax.Node) (Value, bool) {
	if e.Client == nil {
		return Value{}, false
	}
	library, from, ok := e.Client(spec, path, name)
	return Value{Kind: Declared, Name: library, Module: from, File: f, Node: at}, ok
}

// handedOn is declared for an export that another file hands on, perhaps under
// another name.
func (e *Evaluator) handedOn(in *module.File, x module.Export, name string, f *module.File, at syntax.Node) (Value, bool) {
	names := []string{name, "default"}
	if x.Binding != nil {
		names = append(names, x.Binding.Name)
	}
	for _, n := range names {
		if y, ok := in.Export(n); ok && x == y {
			if v, declared := e.declared("", in.Path, n, f, at); declared {
				return v, true
			}
		}
	}
	return Value{}, false
}

func (e *Evaluator) export(target *module.File, name string, f *module.File, at syntax.Node) Value {
	if v, declared := e.declared("", target.Path, name, f, at); declared {
		return v
	}
	in, x, ok := e.Project.Lookup(target, name)
	switch {
	case !ok:
		return Value{File: f, Node: at}
	case in != target && e.Client != nil:
		if v, declared := e.handedOn(in, x, name, f, at); declared {
			return v
		}
	}
	switch {
	case x.From != "":
		return e.imported(in, x.From, x.Name, at)
	case x.Name == "*":
		return Value{Kind: Namespace, File: in, Node: in.Tree.Root()}
	case x.Binding != nil:
		return e.Bound(in, x.Binding, nil)
	case x.Node.OK():
		return e.Eval(in, x.Node, nil)
	}
	return Value{File: f, Node: at}
}

// variable evaluates a const, let or var: what it is initialized to, and all
// that is assigned to it.
func (e *Evaluator) variable(f *module.File, b *scope.Binding, env *Env) Value {
	unknown := Value{File: f, Node: b.Node, Env: env, Binding: b}
	if b.Decl.Kind() != syntax.VariableDeclarator {
		return unknown // a loop variable
	}
	var vs []Value
	if b.Init.OK() {
		v := e.Walk(e.Eval(f, b.Init, env), b.Path, f, b.Node, env)
		if v.Kind == Unknown && v.Binding == nil {
			v.Binding = b
		}
		vs = append(vs, v)
	} else if v := e.typed(f, b.Decl, b.Node); v.Kind != Unknown {
		// What is written to it tells more than its type does.
		if w := e.written(f, b, env); len(b.Writes) > 0 && w.Kind != Unknown {
			return w
		}
		return v
	}
	return e.written(f, b, env, vs...)
}

// written joins what a name begins as with all that is assigned to it.
func (e *Evaluator) written(f *module.File, b *scope.Binding, env *Env, vs ...Value) Value {
	unknown := Value{File: f, Node: b.Node, Env: env, Binding: b}
	if len(vs) > 0 && len(b.Writes) > 0 {
		e.begun[activeKey{b, env}] = vs[0]
	}
	if len(b.Writes) == 1 && len(vs) == 1 && b.Writes[0].Is(syntax.AugmentedAssignmentExpression) && b.Writes[0].Operator() == "+=" {
		w := b.Writes[0]
		return union(vs[0], e.concat(f, w, env, Operand{Val: &vs[0]}, Operand{File: f, Node: w.Child(syntax.FieldRight), Env: env}))
	}
	for _, w := range b.Writes {
		if !w.Is(syntax.AssignmentExpression) && !fillsIn(w) || w.Child(syntax.FieldLeft).Kind() != syntax.Identifier {
			return unknown // counted up, or destructured into: not followed
		}
		if len(vs) == maxAlternatives {
			break
		}
		vs = append(vs, e.Eval(f, w.Child(syntax.FieldRight), env))
	}
	if len(vs) == 0 {
		return unknown
	}
	// A variable that begins as null and is filled later is what it is filled
	// with; what it may be before that is no value to use.
	if len(vs) > 1 && (vs[0].Kind == Null || vs[0].Kind == Undefined) {
		vs = vs[1:]
	}
	return union(vs...)
}

// fillsIn reports whether n is x ??= v or x ||= v: the value of the name then is
// one of those that are written to it.
func fillsIn(n syntax.Node) bool {
	return n.Is(syntax.AugmentedAssignmentExpression) && (n.Operator() == "??=" || n.Operator() == "||=")
}

// Walk follows a destructuring path from a value.
func (e *Evaluator) Walk(v Value, path []scope.Step, f *module.File, at syntax.Node, env *Env) Value {
	for _, s := range path {
		if s.Index >= 0 {
			v = e.element(v, s.Index, f, at)
		} else {
			v = e.Prop(v, s.Name, f, at)
		}
		if v.Kind == Undefined && s.Default.OK() {
			v = e.Eval(f, s.Default, env)
		}
	}
	return v
}

func (e *Evaluator) parameter(f *module.File, b *scope.Binding, env *Env) Value {
	param := Value{Kind: Param, Name: b.Name, File: f, Node: b.Node, Env: env, Binding: b}
	for c := env; c != nil; c = c.Outer {
		if c.Func.Node != b.Func {
			continue
		}
		arg, ok := argument(c.Args, b.Index)
		switch {
		case b.Rest && len(b.Path) == 0:
			return param
		case ok:
			v := e.Value(arg)
			if v.Kind == Undefined && b.Init.OK() {
				v = e.Eval(f, b.Init, env)
			}
			if b.Rest {
				return v // what is left of the object: its properties are found in the whole
			}
			return e.Walk(v, b.Path, f, b.Node, env)
		case b.Init.OK():
			return e.Walk(e.Eval(f, b.Init, env), b.Path, f, b.Node, env)
		case !hasSpread(c.Args):
			return Value{Kind: Undefined, File: f, Node: b.Node}
		}
		return param
	}
	if module := importThen(b); module.OK() {
		return e.Walk(await(e.Eval(f, module, nil)), b.Path, f, b.Node, nil)
	}
	if len(b.Path) == 0 {
		if v := e.typed(f, b.Decl, b.Node); v.Kind != Unknown {
			v.Binding = b
			return v
		}
		return param
	}
	// A part of a parameter: name the way to it, so that readers can see that
	// { config } of an error is error.config.
	whole := param
	whole.Name = ""
	if b.Rest {
		return whole
	}
	return e.Walk(whole, b.Path, f, b.Node, env)
}

// importThen returns the import() whose module a parameter is handed:
// import('./session').then((session) => …).
func importThen(b *scope.Binding) syntax.Node {
	args := b.Func.Parent()
	if b.Index != 0 || b.Rest || args.Kind() != syntax.Arguments {
		return syntax.Node{}
	}
	for first := range args.Elements() {
		if first != b.Func {
			return syntax.Node{}
		}
		break
	}
	then := args.Parent().Child(syntax.FieldFunction)
	loads := then.Child(syntax.FieldObject)
	if then.Child(syntax.FieldProperty).Text() != "then" || loads.Child(syntax.FieldFunction).Kind() != syntax.Import {
		return syntax.Node{}
	}
	return loads
}

func argument(args []Operand, i int) (Operand, bool) {
	for j, a := range args {
		if a.Spread {
			return Operand{}, false
		}
		if j == i {
			return a, true
		}
	}
	return Operand{}, false
}

func hasSpread(args []Operand) bool {
	for _, a := range args {
		if a.Spread {
			return true
		}
	}
	return false
}

// thisObject marks the object that a method stands in where no call says which
// object the method is called on: frameworks call it on one that has more
// properties than the literal (Vue's methods see data and computed values).
const thisObject = "this"

func (e *Evaluator) this(f *module.File, n syntax.Node, env *Env) Value {
	for c := env; c != nil; c = c.Outer {
		if c.This != nil {
			return *c.This
		}
	}
	for p := n.Parent(); p.OK(); p = p.Parent() {
		switch p.Kind() {
		case syntax.ClassDeclaration, syntax.Class, syntax.AbstractClassDeclaration:
			class := Value{Kind: Class, File: f, Node: p}
			return Value{Kind: Instance, File: f, Node: p, Base: &class}
		case syntax.MethodDefinition:
			if o := p.Parent(); o.Kind() == syntax.Object {
				return Value{Kind: Object, Name: thisObject, File: f, Node: o, Env: env}
			}
		case syntax.FunctionDeclaration:
			return Value{Kind: Unknown, File: f, Node: n}
		}
	}
	return Value{Kind: Unknown, File: f, Node: n}
}
