package module

import (
	"strings"

	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// An Export is what a name of a module stands for.
type Export struct {
	// Binding is the declaration behind the name, if it has one. It is the
	// import's binding where an imported name is exported.
	Binding *scope.Binding
	// Node is the declaration, or the expression of a default export or of an
	// assignment to exports. A name of export {…} has only its Binding.
	Node syntax.Node
	// From and Name are set for a re-export, and for an imported name that is
	// exported: the specifier, and the name there, "*" for a namespace.
	From, Name string
}

// exports are what a file exports in its own words.
type exports struct {
	names map[string]Export
	stars []string
	// whole: module.exports is assigned as a whole.
	whole bool
	// members: names are assigned to exports, in CommonJS.
	members bool
}

// Export returns what the file itself exports under a name, in the syntax of
// either module system; what a star re-exports is not included.
//
// module.exports = X is the export "default", and if X is an object literal its
// members are exports too.
func (f *File) Export(name string) (Export, bool) {
	e, ok := f.table().names[name]
	return e, ok
}

// Stars returns the specifiers of export * from "x", in source order, and those
// of what CommonJS has for it: module.exports = require("x"), and the same as a
// spread.
func (f *File) Stars() []string { return f.table().stars }

// CommonJS reports whether the file sets module.exports as a whole: then
// require of it, and its default import, give that value, which is its export
// "default".
func (f *File) CommonJS() bool { return f.table().whole }

func (f *File) table() *exports {
	f.once.Do(func() {
		t := exportReader{f: f, exports: &f.exports}
		f.exports.names = map[string]Export{}
		for n := range f.Tree.Root().Children() {
			switch n.Kind() {
			case syntax.ExportStatement:
				t.statement(n)
			case syntax.ExpressionStatement:
				t.assignment(inner(n))
			}
		}
	})
	return &f.exports
}

type exportReader struct {
	f *File
	*exports
}

// add keeps the first declaration of a name: overloads share a binding, and
// otherwise a second one is a mistake.
func (t exportReader) add(name string, e Export) {
	if _, ok := t.names[name]; !ok && name != "" {
		t.names[name] = e
	}
}

func (t exportReader) statement(n syntax.Node) {
	from := ""
	if s := n.Child(syntax.FieldSource); s.OK() {
		from = scope.Unquote(s)
	}
	isDefault := n.Has(syntax.Default)
	for c := range n.Children() {
		switch {
		case c.Kind() == syntax.Star && from != "":
			t.stars = append(t.stars, from)
		case c.Kind() == syntax.NamespaceExport:
			t.add(exportedName(inner(c)), Export{From: from, Name: "*"})
		case c.Kind() == syntax.ExportClause:
			t.clause(c, from)
		case c.Field() == syntax.FieldDeclaration && isDefault:
			t.add("default", Export{Binding: t.named(c), Node: c})
		case c.Field() == syntax.FieldDeclaration:
			t.declaration(c)
		case c.Field() == syntax.FieldValue:
			t.add("default", t.value(c))
		case isDefault || c.Field() != syntax.FieldNone:
		case strings.HasPrefix(strings.TrimSpace(strings.TrimPrefix(n.Text(), "export")), "=") && !c.Is(syntax.Comment):
			t.assigned(c) // Have: export = x
		}
	}
}

// clause reads export { a, b as c }, with or without from.
func (t exportReader) clause(n syntax.Node, from string) {
	for s := range n.Elements() {
		if s.Kind() != syntax.ExportSpecifier {
			continue
		}
		local := s.Child(syntax.FieldName)
		as := s.Child(syntax.FieldAlias)
		if !as.OK() {
			as = local
		}
		if from != "" {
			t.add(exportedName(as), Export{From: from, Name: exportedName(local)})
			continue
		}
		b := t.f.Scopes.Lookup(local)
		if b == nil && t.f.Scopes.Module != nil {
			b = t.f.Scopes.Module.Lookup(local.Text())
		}
		if b != nil {
			t.add(exportedName(as), t.binding(b))
		}
	}
}

// binding is the export of a declared name, or of an imported one.
func (t exportReader) binding(b *scope.Binding) Export {
	e := Export{Binding: b}
	if spec, name, ok := t.f.Import(b); ok {
		e.From, e.Name = spec, name
	}
	return e
}

// named returns the binding that a declaration makes.
func (t exportReader) named(decl syntax.Node) *scope.Binding {
	return t.f.Scopes.Lookup(decl.Child(syntax.FieldName))
}

func (t exportReader) declaration(decl syntax.Node) {
	if decl.Kind() == syntax.AmbientDeclaration {
		decl = inner(decl)
	}
	switch decl.Kind() {
	case syntax.LexicalDeclaration, syntax.VariableDeclaration:
		for d := range decl.Elements() {
			if d.Kind() != syntax.VariableDeclarator {
				continue
			}
			syntax.Walk(d.Child(syntax.FieldName), func(n syntax.Node) bool {
				if b := t.f.Scopes.Lookup(n); b != nil && b.Node == n {
					e := t.binding(b)
					e.Node = d
					t.add(b.Name, e)
				}
				return n.Field() != syntax.FieldRight // defaults may hold functions with names of their own
			})
		}
	case syntax.ImportAlias:
		return // names of a TypeScript namespace
	default:
		if b := t.named(decl); b != nil {
			t.add(b.Name, Export{Binding: b, Node: decl})
		}
	}
}

// value is the export of an expression.
func (t exportReader) value(n syntax.Node) Export {
	e := Export{Node: n}
	x := n
	for x.Is(syntax.ParenthesizedExpression, syntax.AsExpression, syntax.NonNullExpression, syntax.SatisfiesExpression) {
		x = inner(x)
	}
	if x.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier) {
		if b := t.f.Scopes.Lookup(x); b != nil {
			e = t.binding(b)
			e.Node = n
		}
	} else if spec, name, ok := t.f.required(x); ok {
		e.From, e.Name = spec, name
	}
	return e
}

// assignment reads module.exports = x, exports.a = x, and chains of them.
func (t exportReader) assignment(n syntax.Node) {
	value := n
	for value.Kind() == syntax.AssignmentExpression {
		value = value.Child(syntax.FieldRight)
	}
	if value == n || value.Kind() == syntax.Undefined || value.Operator() == "void" {
		return // compilers declare exports.a = void 0 before they assign it
	}
	for ; n.Kind() == syntax.AssignmentExpression; n = n.Child(syntax.FieldRight) {
		left := n.Child(syntax.FieldLeft)
		if t.isModuleExports(left) {
			t.assigned(value)
			continue
		}
		if object := left.Child(syntax.FieldObject); !t.isModuleExports(object) && !t.isGlobal(object, "exports") {
			continue
		}
		name := left.Child(syntax.FieldProperty).Text()
		if index := left.Child(syntax.FieldIndex); index.Kind() == syntax.String {
			name = scope.Unquote(index)
		}
		if name != "__esModule" {
			t.members = true
			t.add(name, t.value(value))
		}
	}
}

// assigned reads the value that is the module as a whole.
func (t exportReader) assigned(n syntax.Node) {
	e := t.value(n)
	t.whole = true
	t.add("default", e)
	if e.Name == "*" {
		t.stars = append(t.stars, e.From)
		return
	}
	object := n
	if e.Binding != nil && len(e.Binding.Writes) == 0 && len(e.Binding.Path) == 0 {
		object = e.Binding.Init
	}
	if object.Kind() != syntax.Object {
		return
	}
	for m := range object.Elements() {
		switch m.Kind() {
		case syntax.ShorthandPropertyIdentifier:
			t.add(m.Text(), t.value(m))
		case syntax.Pair:
			t.add(scope.PropertyName(m.Child(syntax.FieldKey)), t.value(m.Child(syntax.FieldValue)))
		case syntax.MethodDefinition:
			t.add(scope.PropertyName(m.Child(syntax.FieldName)), Export{Node: m})
		case syntax.SpreadElement:
			if s := t.value(inner(m)); s.Name == "*" {
				t.stars = append(t.stars, s.From)
			}
		}
	}
}

func (t exportReader) isModuleExports(n syntax.Node) bool {
	return n.Kind() == syntax.MemberExpression && n.Child(syntax.FieldProperty).Text() == "exports" &&
		t.isGlobal(n.Child(syntax.FieldObject), "module")
}

func (t exportReader) isGlobal(n syntax.Node, name string) bool {
	return n.Kind() == syntax.Identifier && n.Text() == name && t.f.Scopes.Lookup(n) == nil
}
