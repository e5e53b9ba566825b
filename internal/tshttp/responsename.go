package tshttp

import (
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// Which expressions are the error, its response, or speak of them.

// within is the code in which the error has its name.
func (g *responseGuard) within() syntax.Node {
	if b := g.f.err; b.Kind == scope.Param {
		return b.Func
	} else if b.Kind == scope.Catch {
		return b.Decl
	}
	return functionOf(g.f.err.Node)
}

// isErr: the expression is the error itself.
func (g *responseGuard) isErr(n syntax.Node, depth int) bool {
	n = plainName(n)
	if n.Kind() != syntax.Identifier || depth > 3 || len(g.f.err.Path) > 0 {
		return false
	}
	b := g.f.file.Scopes.Lookup(n)
	if b == g.f.err {
		return true
	}
	return b != nil && b.Kind == scope.Const && len(b.Path) == 0 && b.Init.OK() && g.isErr(b.Init, depth+1)
}

// isResponse: the expression is the error's response.
func (g *responseGuard) isResponse(n syntax.Node, depth int) bool {
	n = plainName(n)
	switch n.Kind() {
	case syntax.MemberExpression:
		return n.Child(syntax.FieldProperty).Text() == "response" && g.isErr(n.Child(syntax.FieldObject), 0)
	case syntax.Identifier:
		b := g.f.file.Scopes.Lookup(n)
		switch {
		case b == nil || depth > 3:
			return false
		case b == g.f.err:
			return len(b.Path) > 0
		case len(b.Path) == 1:
			return b.Path[0].Name == "response" && !b.Path[0].Default.OK() && b.Init.OK() && g.isErr(b.Init, 0)
		}
		return len(b.Path) == 0 && len(b.Writes) == 0 && b.Init.OK() && g.isResponse(b.Init, depth+1)
	}
	return false
}

// through: where the expression is anything but undefined, there is a response:
// e.response, e.response?.data?.code, a constant that stands for one of these.
func (g *responseGuard) through(n syntax.Node, depth int) bool {
	n = plainName(n)
	if depth > 8 {
		return false
	}
	if g.isResponse(n, 0) {
		return true
	}
	switch n.Kind() {
	case syntax.MemberExpression, syntax.SubscriptExpression:
		o := n.Child(syntax.FieldObject)
		if g.isErr(o, 0) && n.Child(syntax.FieldProperty).Text() == "status" {
			return true // axios sets it from the response
		}
		return g.through(o, depth+1)
	case syntax.CallExpression:
		if fn := n.Child(syntax.FieldFunction); fn.Kind() == syntax.MemberExpression {
			return g.through(fn.Child(syntax.FieldObject), depth+1)
		}
		if fn := n.Child(syntax.FieldFunction).Text(); fn == "Number" || fn == "String" || fn == "parseInt" {
			return g.through(firstOf(n.Child(syntax.FieldArguments)), depth+1)
		}
	case syntax.BinaryExpression:
		return n.Operator() == "&&" && (g.through(n.Child(syntax.FieldLeft), depth+1) || g.through(n.Child(syntax.FieldRight), depth+1))
	case syntax.Identifier:
		b := g.f.file.Scopes.Lookup(n)
		if b == nil || len(b.Writes) > 0 || !b.Init.OK() || b.Kind == scope.Param {
			return false
		}
		if len(b.Path) > 0 {
			if b.Path[0].Name == "response" && len(b.Path) > 1 && g.isErr(b.Init, 0) {
				return true
			}
			if b.Path[len(b.Path)-1].Default.OK() {
				return false
			}
			init := b.Init
			if init.Kind() == syntax.BinaryExpression && init.Operator() != "&&" && firstOf(init.Child(syntax.FieldRight)) == (syntax.Node{}) {
				init = init.Child(syntax.FieldLeft) // const { status } = e.response ?? {}
			}
			return g.through(init, depth+1)
		}
		return g.through(b.Init, depth+1)
	}
	return false
}

// mentions: the expression speaks of the error, or of what is made of it, in
// another way than of its request.
func (g *responseGuard) mentions(n syntax.Node, depth int) bool {
	found := false
	syntax.Walk(n, func(m syntax.Node) bool {
		if m.Kind() == syntax.MemberExpression && g.isErr(m.Child(syntax.FieldObject), 0) {
			switch m.Child(syntax.FieldProperty).Text() {
			case "config", "isAxiosError":
				return false
			}
			found = true
		}
		if m.Kind() != syntax.Identifier && m.Kind() != syntax.ShorthandPropertyIdentifier {
			return !found
		}
		b := g.f.file.Scopes.Lookup(m)
		switch {
		case b == nil:
		case b == g.f.err:
			found = true
		case b.Kind == scope.Catch || b.Kind == scope.Param:
			// { response, code } of the same error
			found = found || b.Decl == g.f.err.Decl && b.Func == g.f.err.Func && len(b.Path) > 0
		case depth < 3 && g.within().Contains(b.Node):
			found = found || b.Init.OK() && !scope.IsFunction(b.Init) && g.mentions(b.Init, depth+1)
			for _, w := range b.Writes {
				found = found || w != b.Decl && g.mentions(w.Child(syntax.FieldRight), depth+1)
			}
		}
		return !found
	})
	return found
}
