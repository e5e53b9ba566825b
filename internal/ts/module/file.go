package module

import (
	"sync"

	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// A File is a parsed file.
type File struct {
	Path   string
	Tree   *syntax.Tree
	Scopes *scope.Info

	once    sync.Once
	exports exports
}

// Span returns where a node stands.
func (f *File) Span(n syntax.Node) source.Span {
	return source.Span{File: f.Path, Start: n.Start(), End: n.End()}
}

// Import returns what a binding is imported from: the specifier as written, and
// the name it has there. That is "default" for a default import, and "*" for
// the module as a whole:
//
//	import * as x from "y"   import x = require("y")   const x = require("y")   const x = await import("y")
//
// The names of const {a: b} = require("y") and const b = require("y").a are
// found too, unless something else is assigned to them.
func (f *File) Import(b *scope.Binding) (spec, name string, ok bool) {
	if b == nil {
		return "", "", false
	}
	if b.Kind == scope.Import {
		return imported(b.Decl)
	}
	if len(b.Writes) > 0 || b.Rest || !b.Init.OK() || len(b.Path) > 1 || b.Decl.Kind() != syntax.VariableDeclarator {
		return "", "", false
	}
	spec, name, ok = f.required(b.Init)
	if !ok || len(b.Path) == 0 {
		return spec, name, ok
	}
	if name != "*" || b.Path[0].Name == "" {
		return "", "", false // a member of an export has no name of its own
	}
	return spec, b.Path[0].Name, true
}

// imported reads an import declaration.
func imported(decl syntax.Node) (spec, name string, ok bool) {
	statement := decl
	for statement.OK() && statement.Kind() != syntax.ImportStatement {
		statement = statement.Parent()
	}
	from := statement.Child(syntax.FieldSource)
	switch decl.Kind() {
	case syntax.ImportSpecifier:
		name = exportedName(decl.Child(syntax.FieldName))
	case syntax.ImportClause:
		name = "default"
	case syntax.NamespaceImport:
		name = "*"
	case syntax.ImportRequireClause:
		name = "*"
		from = decl.Child(syntax.FieldSource)
	}
	if from.Kind() != syntax.String || name == "" {
		return "", "", false
	}
	return scope.Unquote(from), name, true
}

// exportedName is the name in an import or export specifier, which may be a
// string.
func exportedName(n syntax.Node) string {
	if n.Kind() == syntax.String {
		return scope.Unquote(n)
	}
	return n.Text()
}

// required reads an expression that is a module, or a member of one:
// require("x"), await import("x"), require("x").y.
func (f *File) required(n syntax.Node) (spec, name string, ok bool) {
	name = "*"
	for {
		switch n.Kind() {
		case syntax.ParenthesizedExpression, syntax.AsExpression, syntax.NonNullExpression, syntax.SatisfiesExpression, syntax.TypeAssertion:
			n = inner(n)
		case syntax.AwaitExpression:
			n = inner(n)
			if call := unparen(n); call.Child(syntax.FieldFunction).Kind() != syntax.Import {
				return "", "", false
			}
			spec, ok = stringArgument(unparen(n))
			return spec, name, ok
		case syntax.MemberExpression:
			if name != "*" {
				return "", "", false
			}
			name = n.Child(syntax.FieldProperty).Text()
			n = n.Child(syntax.FieldObject)
		case syntax.CallExpression:
			if !f.isRequire(n.Child(syntax.FieldFunction)) {
				return "", "", false
			}
			spec, ok = stringArgument(n)
			return spec, name, ok
		default:
			return "", "", false
		}
	}
}

// isRequire reports whether n is Node's require: the global, or what
// createRequire gave under that name.
func (f *File) isRequire(n syntax.Node) bool {
	if n.Kind() != syntax.Identifier || n.Text() != "require" {
		return false
	}
	b := f.Scopes.Lookup(n)
	return b == nil || b.Init.Child(syntax.FieldFunction).Text() == "createRequire"
}

// stringArgument is the constant first argument of a call.
func stringArgument(call syntax.Node) (string, bool) {
	for a := range call.Child(syntax.FieldArguments).Elements() {
		switch {
		case a.Kind() == syntax.String:
			return scope.Unquote(a), true
		case a.Kind() == syntax.TemplateString && !a.Has(syntax.TemplateSubstitution):
			return scope.Unquote(a), true
		}
		return "", false // a computed specifier
	}
	return "", false
}

// inner is the expression in parentheses, below a cast or behind await.
func inner(n syntax.Node) syntax.Node {
	for c := range n.Elements() {
		if c.Kind() != syntax.TypeArguments { // <T>x has its type first
			return c
		}
	}
	return syntax.Node{}
}

func unparen(n syntax.Node) syntax.Node {
	for n.Kind() == syntax.ParenthesizedExpression {
		n = inner(n)
	}
	return n
}
