package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// How the code calls its functions, and which files may.

// isExported reports whether other files may use a name.
func isExported(f *module.File, b *scope.Binding) bool {
	if b.Scope != f.Scopes.Module {
		return false
	}
	for n := b.Decl; n.OK(); n = n.Parent() {
		if n.Kind() == syntax.ExportStatement {
			return true
		}
	}
	return slices.ContainsFunc(b.Refs, func(n syntax.Node) bool {
		for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
			switch p.Kind() {
			case syntax.ExportStatement, syntax.ExportSpecifier:
				return n.Is(syntax.Identifier, syntax.ExportSpecifier, syntax.ExportClause)
			case syntax.ExportClause:
			default:
				return false
			}
		}
		return false
	})
}

// calledAs returns how a function, method or field is called, empty where it has
// no name.
func calledAs(fn syntax.Node) string {
	for _, field := range []syntax.Field{syntax.FieldName, syntax.FieldProperty} {
		if name := fn.Child(field); name.OK() {
			return scope.PropertyName(name)
		}
	}
	n, p := fn, fn.Parent()
	for p.Kind() == syntax.Arguments && p.Parent().Kind() == syntax.CallExpression { // memo(…), useCallback(…)
		n, p = p.Parent(), p.Parent().Parent()
	}
	switch p.Kind() {
	case syntax.VariableDeclarator:
		return p.Child(syntax.FieldName).Text()
	case syntax.Pair:
		return scope.PropertyName(p.Child(syntax.FieldKey))
	case syntax.PublicFieldDefinition, syntax.FieldDefinition:
		return fieldNameOf(p)
	case syntax.AssignmentExpression:
		if left := p.Child(syntax.FieldLeft); p.Child(syntax.FieldRight) == n && left.Kind() == syntax.MemberExpression {
			return left.Child(syntax.FieldProperty).Text()
		}
	}
	return ""
}

func fieldNameOf(n syntax.Node) string {
	if name := n.Child(syntax.FieldName); name.OK() {
		return scope.PropertyName(name)
	}
	return scope.PropertyName(n.Child(syntax.FieldProperty))
}

// allRead reports whether every file that imports one was read, so that no call
// of its functions is missing.
func (l *linker) allRead(path string) bool {
	if l.read == nil {
		l.read = map[string]bool{}
		for _, sh := range l.sheets {
			l.read[sh.file.Path] = true
		}
	}
	return !slices.ContainsFunc(l.reader.eval.Project.Importers(path), func(p string) bool { return !l.read[p] })
}
