package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Which conditions ask whether a request was refused.

// side reads one side of a comparison: a name for a status that means refused
// is no state.
func (g guards) side(n syntax.Node) tested {
	if g.meansRefused(n) {
		return tested{}
	}
	return g.test(n)
}

// comparesCredentials: what the request was sent with is compared with what is
// there now, so that the next time they are equal.
func (g guards) comparesCredentials(n syntax.Node) bool {
	for _, side := range []syntax.Node{n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)} {
		if side.Is(syntax.MemberExpression, syntax.SubscriptExpression) {
			if path, ok := g.w.subject(g.eval(side)); ok && len(path) == 2 && path[0] == "headers" && isAuthorization(path[1]) {
				return strings.Trim(n.Operator(), "!") != "" && strings.Contains(n.Operator(), "==")
			}
		}
	}
	return false
}

// trigger marks a comparison with the statuses that mean refused.
func (g guards) trigger(n syntax.Node, t source.Span) source.Span {
	for _, side := range []syntax.Node{n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)} {
		if g.meansRefused(side) {
			return g.file.Span(n)
		}
	}
	return t
}

// refused: the constant is a status or code that tells of refused credentials.
func refused(n syntax.Node) bool {
	return n.Is(syntax.Number, syntax.String) && authflow.MeansRefused(strings.Trim(n.Text(), `'"`))
}

// meansRefused is refused for constants too, and for the names that enumerations
// of statuses give to 401.
func (g guards) meansRefused(n syntax.Node) bool {
	if refused(n) || !n.Is(syntax.Identifier, syntax.MemberExpression) {
		return refused(n)
	}
	v := g.eval(n)
	return v.Kind == value.Number && refused(v.Node) || isUnauthorized(g, n)
}

// statuses reads a list of constants, of a Set too, refused where one of them is
// a status that means it: [401, 419], new Set([401]), or a name for either.
func (g guards) statuses(n syntax.Node) (refused, constant bool) {
	list := g.eval(n)
	if list.Kind == value.Call && list.New && list.Base.IsGlobal("Set") {
		list = g.w.r.eval.Value(list.Arg(0))
	}
	if list.Kind != value.Array || g.w.r.grows(list) {
		return false, false
	}
	in := guards{w: g.w, file: list.File, env: list.Env, fn: g.fn, deep: g.deep}
	constant = list.Node.First().OK() // an empty one is there to be filled
	for c := range list.Node.Elements() {
		refused = refused || in.meansRefused(c)
		constant = constant && (c.Is(syntax.Number, syntax.String) || in.meansRefused(c))
	}
	return refused, constant
}

// grows: the name of a list is used for more than looking at it.
func (r *reader) grows(list value.Value) bool {
	decl := list.Node.Parent()
	for decl.Is(syntax.AsExpression, syntax.SatisfiesExpression, syntax.Arguments, syntax.NewExpression) {
		decl = decl.Parent()
	}
	if decl.Kind() != syntax.VariableDeclarator {
		return false
	}
	b := list.File.Scopes.Lookup(decl.Child(syntax.FieldName))
	return b == nil || len(b.Writes) > 0 || slices.ContainsFunc(b.Refs, func(ref syntax.Node) bool {
		m := ref.Parent()
		looks := m.Child(syntax.FieldProperty).Text()
		return !(m.Kind() == syntax.MemberExpression && (looks == "has" || slices.Contains(readingCalls, looks)) || m.Kind() == syntax.SpreadElement ||
			m.Kind() == syntax.ExportSpecifier || m == decl)
	})
}
