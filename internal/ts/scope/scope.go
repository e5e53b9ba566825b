// Package scope finds what each name of a TypeScript or JavaScript file is
// bound to: its declaration, every reference to it and every write.
package scope

import "github.com/authlint/authlint/internal/ts/syntax"

// A Binding is one declared name.
type Binding struct {
	Name string
	Kind Kind
	Node syntax.Node // the identifier that declares it
	// Decl is the declaration: a VariableDeclarator, a parameter, an import
	// specifier, clause or namespace, a function or class, a catch clause.
	Decl syntax.Node
	// Init is the expression the value comes from, if the declaration has one:
	// the initializer, or the default of a parameter.
	Init syntax.Node
	// Path leads from the value of Init, or from the argument of a parameter, to
	// this binding when it is destructured.
	Path []Step
	// Func and Index place a parameter: the function, and the position from 0.
	Func  syntax.Node
	Index int
	Rest  bool // the parameter, or the last step, gathers what is left

	Scope  *Scope
	Refs   []syntax.Node // every use of the name, writes included, in source order
	Writes []syntax.Node // the assignments, updates and loops that write it, the initializer excluded
}

// Kind says how a name is declared.
type Kind uint8

const (
	Import Kind = iota
	Const
	Let
	Var
	Function
	Class
	Param
	Catch
	Enum
	Namespace
	Type
)

// A Step is one level of destructuring: a property, or an element by index.
type Step struct {
	Name    string
	Index   int // -1 for a property
	Default syntax.Node
}

// A Scope holds the names of one block, function, class or module.
type Scope struct {
	Node   syntax.Node
	Parent *Scope
	// Function: var declarations land here.
	Function bool
	names    map[string]*Binding
	end      int32
}

// Lookup finds a name in s or a scope around it.
func (s *Scope) Lookup(name string) *Binding {
	for ; s != nil; s = s.Parent {
		if b := s.names[name]; b != nil {
			return b
		}
	}
	return nil
}

// Info is the scopes of one file.
type Info struct {
	Module   *Scope
	bindings []*Binding
	refs     map[int32]*Binding
	scopes   map[int32]*Scope
}

// Lookup returns what an identifier refers to, or declares; nil for a global.
func (i *Info) Lookup(n syntax.Node) *Binding { return i.refs[n.ID()] }

// Bindings returns every binding of the file in source order.
func (i *Info) Bindings() []*Binding { return i.bindings }

// At returns the innermost scope around n.
func (i *Info) At(n syntax.Node) *Scope {
	for ; n.OK(); n = n.Parent() {
		if s := i.scopes[n.ID()]; s != nil {
			return s
		}
	}
	return i.Module
}

// Enclosing returns the function around n, not n itself; no node at module
// level.
func Enclosing(n syntax.Node) syntax.Node {
	for n = n.Parent(); n.OK(); n = n.Parent() {
		if IsFunction(n) {
			return n
		}
	}
	return syntax.Node{}
}

// IsFunction reports whether n is a function of any form, methods included.
func IsFunction(n syntax.Node) bool {
	return n.Is(syntax.FunctionDeclaration, syntax.FunctionExpression, syntax.ArrowFunction, syntax.MethodDefinition,
		syntax.GeneratorFunction, syntax.GeneratorFunctionDeclaration)
}

// Analyze finds the bindings of a file: one pass over the tree declares, a
// second one resolves, since names may be used before they are declared.
func Analyze(tree *syntax.Tree) *Info {
	a := &analysis{info: &Info{refs: map[int32]*Binding{}, scopes: map[int32]*Scope{}}}
	root := tree.Root()
	a.open(root)
	a.info.Module = a.info.scopes[root.ID()]
	for id := int32(1); int(id) < tree.Len(); id++ {
		n := tree.At(id)
		a.close(id)
		a.declare(n)
		a.open(n)
	}
	a.stack = []*Scope{a.info.Module}
	for id := int32(1); int(id) < tree.Len(); id++ {
		n := tree.At(id)
		a.close(id)
		a.resolve(n)
		if s := a.info.scopes[id]; s != nil {
			a.stack = append(a.stack, s)
		}
	}
	return a.info
}

type analysis struct {
	info  *Info
	stack []*Scope
}

func (a *analysis) top() *Scope { return a.stack[len(a.stack)-1] }

// open pushes a scope where n makes one.
func (a *analysis) open(n syntax.Node) {
	// The root of code that is broken throughout is an error, no Program.
	root := n.ID() == 0
	function := root || n.Kind() == syntax.Program || IsFunction(n) || n.Is(syntax.ClassStaticBlock, syntax.InternalModule, syntax.Module)
	if !function && !n.Is(syntax.StatementBlock, syntax.ForStatement, syntax.ForInStatement, syntax.CatchClause,
		syntax.SwitchBody, syntax.Class, syntax.ClassDeclaration, syntax.AbstractClassDeclaration) {
		return
	}
	s := &Scope{Node: n, Function: function, names: map[string]*Binding{}, end: subtreeEnd(n)}
	if len(a.stack) > 0 {
		s.Parent = a.top()
	}
	a.info.scopes[n.ID()] = s
	a.stack = append(a.stack, s)
	a.declareInside(n)
}

// subtreeEnd returns the id one past the subtree of n.
func subtreeEnd(n syntax.Node) int32 {
	for m := n; m.OK(); m = m.Parent() {
		if next := m.Next(); next.OK() {
			return next.ID()
		}
	}
	return int32(n.Tree().Len())
}

func (a *analysis) close(id int32) {
	for len(a.stack) > 1 && id >= a.top().end {
		a.stack = a.stack[:len(a.stack)-1]
	}
}

func (a *analysis) add(s *Scope, b *Binding) *Binding {
	if old := s.names[b.Name]; old != nil {
		// Declared twice: var again, an overload, a type and a value of one name.
		// The value wins, and what was already there otherwise.
		if b.Kind == Type {
			a.info.refs[b.Node.ID()] = old
			return old
		}
		if old.Kind != Type {
			if b.Kind == Var && b.Init.OK() {
				old.Writes = append(old.Writes, b.Decl)
			}
			if b.Kind == Function && b.Decl.Child(syntax.FieldBody).OK() && !old.Decl.Child(syntax.FieldBody).OK() {
				old.Decl = b.Decl // the implementation behind overload signatures
			}
			a.info.refs[b.Node.ID()] = old
			return old
		}
	}
	b.Scope = s
	s.names[b.Name] = b
	a.info.bindings = append(a.info.bindings, b)
	a.info.refs[b.Node.ID()] = b
	return b
}

func (a *analysis) function() *Scope {
	for s := a.top(); ; s = s.Parent {
		if s.Function || s.Parent == nil {
			return s
		}
	}
}

// declare adds the names that n puts into the scope around it.
func (a *analysis) declare(n syntax.Node) {
	switch n.Kind() {
	case syntax.VariableDeclarator:
		kind, scope := declaratorKind(n), a.top()
		if kind == Var {
			scope = a.function()
		}
		a.pattern(scope, n.Child(syntax.FieldName), &Binding{Kind: kind, Decl: n, Init: n.Child(syntax.FieldValue)})
	case syntax.FunctionDeclaration, syntax.GeneratorFunctionDeclaration, syntax.FunctionSignature:
		a.named(n, Function)
	case syntax.ClassDeclaration, syntax.AbstractClassDeclaration:
		a.named(n, Class)
	case syntax.EnumDeclaration:
		a.named(n, Enum)
	case syntax.InternalModule, syntax.Module:
		a.named(n, Namespace)
	case syntax.InterfaceDeclaration, syntax.TypeAliasDeclaration:
		a.named(n, Type)
	case syntax.ImportSpecifier:
		local := n.Child(syntax.FieldAlias)
		if !local.OK() {
			local = n.Child(syntax.FieldName)
		}
		a.ident(a.top(), local, Binding{Kind: Import, Decl: n})
	case syntax.ImportClause, syntax.NamespaceImport, syntax.ImportRequireClause:
		for c := range n.Children() {
			if c.Kind() == syntax.Identifier {
				a.ident(a.top(), c, Binding{Kind: Import, Decl: n})
			}
		}
	}
}

func (a *analysis) named(n syntax.Node, kind Kind) {
	if name := n.Child(syntax.FieldName); name.Is(syntax.Identifier, syntax.TypeIdentifier) {
		a.ident(a.top(), name, Binding{Kind: kind, Decl: n})
	}
}

func declaratorKind(n syntax.Node) Kind {
	switch p := n.Parent(); {
	case p.Kind() == syntax.VariableDeclaration:
		return Var
	case p.Has(syntax.Const) || p.Has(syntax.Using):
		return Const
	}
	return Let
}

// declareInside adds the names that n puts into its own scope.
func (a *analysis) declareInside(n syntax.Node) {
	s := a.top()
	switch {
	case IsFunction(n):
		a.params(s, n)
		if n.Is(syntax.FunctionExpression, syntax.GeneratorFunction) {
			if name := n.Child(syntax.FieldName); name.OK() && s.names[name.Text()] == nil {
				a.ident(s, name, Binding{Kind: Function, Decl: n})
			}
		}
	case n.Kind() == syntax.Class:
		if name := n.Child(syntax.FieldName); name.OK() {
			a.ident(s, name, Binding{Kind: Class, Decl: n})
		}
	case n.Kind() == syntax.CatchClause:
		a.pattern(s, n.Child(syntax.FieldParameter), &Binding{Kind: Catch, Decl: n})
	case n.Kind() == syntax.ForInStatement:
		// for (const x of xs): the grammar has no declarator here.
		if left := n.Child(syntax.FieldLeft); n.Has(syntax.Const) || n.Has(syntax.Let) || n.Has(syntax.Var) {
			a.pattern(s, left, &Binding{Kind: Let, Decl: n})
		}
	}
}

func (a *analysis) params(s *Scope, fn syntax.Node) {
	if p := fn.Child(syntax.FieldParameter); p.OK() {
		a.pattern(s, p, &Binding{Kind: Param, Decl: p, Func: fn})
		return
	}
	i := 0
	for p := range fn.Child(syntax.FieldParameters).Elements() {
		if p.Is(syntax.Decorator) {
			continue
		}
		b := &Binding{Kind: Param, Decl: p, Func: fn, Index: i}
		pat := p
		switch p.Kind() {
		case syntax.RequiredParameter, syntax.OptionalParameter:
			b.Init = p.Child(syntax.FieldValue)
			pat = p.Child(syntax.FieldPattern)
			if pat.Kind() == syntax.This {
				continue // a type annotation for this, not a parameter
			}
		case syntax.AssignmentPattern:
			b.Init = p.Child(syntax.FieldRight)
			pat = p.Child(syntax.FieldLeft)
		}
		a.pattern(s, pat, b)
		i++
	}
}

// pattern declares every name of a binding pattern; b is what they share.
func (a *analysis) pattern(s *Scope, p syntax.Node, b *Binding) {
	step := func(st Step) *Binding {
		c := *b
		c.Path = append(append([]Step(nil), b.Path...), st)
		return &c
	}
	switch p.Kind() {
	case syntax.Identifier, syntax.ShorthandPropertyIdentifierPattern:
		a.ident(s, p, *b)
	case syntax.ObjectPattern:
		for c := range p.Elements() {
			switch c.Kind() {
			case syntax.ShorthandPropertyIdentifierPattern:
				a.pattern(s, c, step(Step{Name: c.Text(), Index: -1}))
			case syntax.ObjectAssignmentPattern:
				left := c.Child(syntax.FieldLeft)
				a.pattern(s, left, step(Step{Name: left.Text(), Index: -1, Default: c.Child(syntax.FieldRight)}))
			case syntax.PairPattern:
				a.pairPattern(s, c, step)
			case syntax.RestPattern:
				rest := *b
				rest.Rest = true
				a.pattern(s, firstElement(c), &rest)
			}
		}
	case syntax.ArrayPattern:
		a.arrayPattern(s, p, step)
	case syntax.AssignmentPattern:
		c := *b
		if n := len(c.Path); n > 0 {
			c.Path = append([]Step(nil), c.Path...)
			c.Path[n-1].Default = p.Child(syntax.FieldRight)
		}
		a.pattern(s, p.Child(syntax.FieldLeft), &c)
	case syntax.RestPattern:
		c := *b
		c.Rest = true
		a.pattern(s, firstElement(p), &c)
	}
}

func (a *analysis) pairPattern(s *Scope, c syntax.Node, step func(Step) *Binding) {
	key, value := c.Child(syntax.FieldKey), c.Child(syntax.FieldValue)
	a.pattern(s, value, step(Step{Name: PropertyName(key), Index: -1}))
}

// arrayPattern counts the commas, which the tree leaves out, to place elements
// behind holes: [, setToken].
func (a *analysis) arrayPattern(s *Scope, p syntax.Node, step func(Step) *Binding) {
	index, pos := 0, p.Start()
	src := p.Tree().Source()
	for c := range p.Elements() {
		for _, ch := range src[pos:c.Start()] {
			if ch == ',' {
				index++
			}
		}
		pos = c.End()
		a.pattern(s, c, step(Step{Index: index}))
	}
}

func (a *analysis) ident(s *Scope, n syntax.Node, b Binding) {
	b.Name, b.Node = n.Text(), n
	a.add(s, &b)
}

func firstElement(n syntax.Node) syntax.Node {
	for c := range n.Elements() {
		return c
	}
	return syntax.Node{}
}

// PropertyName returns the name of a property key that is constant in itself:
// name, 'name', ["name"], 0; empty for any other computed key.
func PropertyName(key syntax.Node) string {
	switch key.Kind() {
	case syntax.PropertyIdentifier, syntax.PrivatePropertyIdentifier, syntax.Number, syntax.Identifier, syntax.ShorthandPropertyIdentifier:
		return key.Text()
	case syntax.String:
		return Unquote(key)
	case syntax.ComputedPropertyName:
		if in := firstElement(key); in.Kind() == syntax.String {
			return Unquote(in)
		}
	}
	return ""
}

// Unquote returns the text of a string literal as written, without its quotes.
// Escapes are left as they are: names with escapes match nothing, which is what
// a cautious reader wants.
func Unquote(s syntax.Node) string {
	t := s.Text()
	if len(t) < 2 {
		return ""
	}
	return t[1 : len(t)-1]
}

// resolve ties a use of a name to its binding.
func (a *analysis) resolve(n syntax.Node) {
	if !n.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier, syntax.TypeIdentifier, syntax.ShorthandPropertyIdentifierPattern) {
		return
	}
	b := a.info.refs[n.ID()]
	if b == nil {
		if b = a.top().Lookup(n.Text()); b == nil {
			return
		}
		a.info.refs[n.ID()] = b
	} else if b.Node == n {
		return // the declaration itself
	}
	b.Refs = append(b.Refs, n)
	if w := writer(n); w.OK() {
		b.Writes = append(b.Writes, w)
	}
}

// writer returns the assignment, update or loop that writes the name n.
func writer(n syntax.Node) syntax.Node {
	if n.Kind() == syntax.TypeIdentifier {
		return syntax.Node{}
	}
	m := n
	for p := m.Parent(); p.OK(); m, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression, syntax.ForInStatement:
			if p.Child(syntax.FieldLeft) == m {
				return p
			}
			return syntax.Node{}
		case syntax.UpdateExpression:
			return p
		case syntax.ObjectPattern, syntax.ArrayPattern, syntax.PairPattern, syntax.RestPattern, syntax.AssignmentPattern,
			syntax.ObjectAssignmentPattern, syntax.ParenthesizedExpression, syntax.NonNullExpression:
			if p.Is(syntax.AssignmentPattern, syntax.ObjectAssignmentPattern) && p.Child(syntax.FieldLeft) != m {
				return syntax.Node{}
			}
		default:
			return syntax.Node{}
		}
	}
	return syntax.Node{}
}
