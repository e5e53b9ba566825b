package tshttp

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// isEventFetch reports whether v is the fetch that SvelteKit hands to load, to
// the handlers of routes and to form actions: async ({ fetch }) => ….
func isEventFetch(v value.Value) bool {
	_, path := v.Path()
	b := paramOf(v)
	if b == nil || b.Index != 0 || !b.Func.OK() || v.File == nil && b.Name != "fetch" {
		return false
	}
	if b.Name != "fetch" && (len(path) == 0 || path[len(path)-1] != "fetch") {
		return false
	}
	return isSvelteRoute(b)
}

// isSvelteRoute: the parameter is the event of a function that SvelteKit calls.
func isSvelteRoute(b *scope.Binding) bool {
	name := calledAs(b.Func)
	if slices.Contains([]string{"load", "GET", "POST", "PUT", "PATCH", "DELETE", "handle", "handleFetch"}, name) {
		return true
	}
	object := b.Func.Parent()
	if object.Kind() == syntax.Pair {
		object = object.Parent()
	}
	for object.Is(syntax.Object, syntax.SatisfiesExpression, syntax.AsExpression) {
		object = object.Parent()
	}
	return object.Kind() == syntax.VariableDeclarator && object.Child(syntax.FieldName).Text() == "actions"
}

// isSvelteFile tells the files that SvelteKit calls, by their names.
func isSvelteFile(path string) bool {
	name := filepath.Base(path)
	return strings.HasPrefix(name, "+") || strings.HasPrefix(name, "hooks.")
}
