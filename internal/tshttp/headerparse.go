package tshttp

import (
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readHeaderParse reads req.headers.authorization.split(' ')[1] and the like: a
// method of the header, which is undefined where none was sent.
func (r *reader) readHeaderParse(n syntax.Node) {
	fn := n.Child(syntax.FieldFunction)
	if fn.Kind() != syntax.MemberExpression {
		return
	}
	name := fn.Child(syntax.FieldProperty).Text()
	if name == "exit" && fn.Text() == "process.exit" {
		r.readTokenExit(n)
		return
	}
	if !strips[name] && !slices.Contains([]string{"trim", "toLowerCase", "replaceAll", "match"}, name) {
		return
	}
	header := bare(fn.Child(syntax.FieldObject))
	if !header.Is(syntax.MemberExpression, syntax.SubscriptExpression, syntax.CallExpression, syntax.Identifier) || !r.isHeaderItself(header) {
		return
	}
	fact := &authflow.HeaderParse{At: r.span(n), Code: value.Spell(n), Header: value.Spell(header), Fault: authflow.ThrowsMissing}
	if fn.Has(syntax.OptionalChain) || isOptional(header) {
		if !r.takesAnyScheme(n, name) {
			return
		}
		fact.Fault = authflow.AnyScheme
	} else if r.surelyThere(n, header) {
		return
	}
	if r.behindVerifier(functionOf(n)) {
		return // a request without the header does not come here
	}
	r.placeParse(fact, n)
	r.out.headerParses = append(r.out.headerParses, fact)
}

// behindVerifier: a handler stands behind what verifies tokens on its route:
// app.get('/me', passport.authenticate('jwt'), handler).
func (r *reader) behindVerifier(fn syntax.Node) bool {
	if fn.Parent().Kind() != syntax.Arguments {
		return false
	}
	for a := range fn.Parent().Elements() {
		if a == fn {
			return false
		}
		if a.Kind() != syntax.CallExpression {
			continue
		}
		callee := r.value(a.Child(syntax.FieldFunction))
		if module := packageOf(callee); verifiers[module] || module == "passport" && callee.Name == "authenticate" {
			return true
		}
	}
	return false
}

// isHeaderItself: the header Authorization, or a variable that holds it with no
// default.
func (r *reader) isHeaderItself(n syntax.Node) bool {
	g := &givenSearch{reader: r, busy: map[*scope.Binding]bool{}, header: true}
	n = bare(n)
	switch n.Kind() {
	case syntax.MemberExpression, syntax.SubscriptExpression:
		return g.member(n)
	case syntax.CallExpression:
		name := calleeName(n)
		if root := rootName(n.Child(syntax.FieldFunction)); name == "get" && (root == "ctx" || root == "context") {
			return false // Koa's get returns '' where there is none
		}
		return (name == "get" || name == "header" || slices.Contains(requestReaders, name)) && g.call(n)
	case syntax.Identifier:
		b := r.file.Scopes.Lookup(n)
		if b != nil && b.Kind == scope.Param && !b.Init.OK() {
			return g.decorated(b)
		}
		if b == nil || b.Kind == scope.Param || !b.Init.OK() {
			return false
		}
		for _, w := range b.Writes {
			if w.End() <= n.Start() {
				return false // it may be another value by now
			}
		}
		if len(b.Path) > 0 {
			last := b.Path[len(b.Path)-1]
			return isAuthorization(last.Name) && !last.Default.OK() && g.binding(b)
		}
		init := bare(b.Init)
		for init.Kind() == syntax.AwaitExpression {
			init = bare(firstOf(init))
		}
		return init.Kind() != syntax.Identifier && r.isHeaderItself(init)
	}
	return false
}

// surelyThere: a condition on the way asks about the header, or what is thrown
// is caught in the same function.
func (r *reader) surelyThere(n, header syntax.Node) bool {
	owner := functionOf(n)
	for p := n; p.OK() && p != owner; p = p.Parent() {
		if t := p.Parent(); t.Kind() == syntax.TryStatement && p == t.Child(syntax.FieldBody) && t.Child(syntax.FieldHandler).OK() {
			return true
		}
	}
	text := strings.ReplaceAll(strings.ReplaceAll(header.Text(), "?.", "."), "!", "")
	for fn := owner; fn.OK(); fn = functionOf(fn) {
		for _, c := range flow.Conditions(n, fn) {
			asked := strings.ReplaceAll(c.Expr.Text(), "?.", ".")
			if mentionsName(asked, text) || strings.Contains(strings.ToLower(asked), "authorization") {
				return true
			}
		}
		n = fn
	}
	return false
}

// mentionsName reports whether a text has a name in it, not as part of a longer
// one.
func mentionsName(text, name string) bool {
	for rest := text; ; {
		i := strings.Index(rest, name)
		if i < 0 {
			return false
		}
		end := i + len(name)
		if (i == 0 || !isWordByte(rest[i-1])) && (end == len(rest) || !isWordByte(rest[end])) {
			return true
		}
		rest = rest[end:]
	}
}

// schemeWords are what code says that looks at the scheme.
var schemeWords = regexp.MustCompile(`(?i)bearer|scheme|basic`)

// takesAnyScheme: header?.split(' ')[1] where nothing around it asks for a
// scheme.
func (r *reader) takesAnyScheme(n syntax.Node, name string) bool {
	switch name {
	case "split":
		if !n.Parent().Is(syntax.SubscriptExpression, syntax.MemberExpression) && n.Parent().Kind() != syntax.VariableDeclarator {
			return false
		}
		if p := n.Parent(); p.Kind() == syntax.VariableDeclarator && p.Child(syntax.FieldName).Kind() != syntax.ArrayPattern {
			return false
		}
	case "slice", "substring", "substr":
	default:
		return false
	}
	around := functionOf(n)
	if !around.OK() {
		return false
	}
	for m := range around.Descendants() {
		if m.Is(syntax.String, syntax.TemplateString, syntax.Regex, syntax.Identifier, syntax.PropertyIdentifier) && schemeWords.MatchString(m.Text()) {
			return false
		}
	}
	return true
}

// placeParse says of which handler a place is part.
func (r *reader) placeParse(fact *authflow.HeaderParse, n syntax.Node) {
	for fn := functionOf(n); fn.OK(); fn = functionOf(fn) {
		h := r.handlerAt(fn)
		if h == nil {
			switch name := fn.Child(syntax.FieldName).Text(); {
			case fn.Kind() == syntax.MethodDefinition && name == "canActivate":
				fact.Framework, fact.Middleware = "NestJS", true
				return
			case fn.Kind() == syntax.FunctionDeclaration && name == "middleware":
				fact.Framework, fact.Middleware = "Next", true
				return
			}
			continue
		}
		fact.Framework, fact.Middleware = h.kind, h.next != nil || r.isHook(fn)
		fact.Async = h.kind == "Express" && strings.HasPrefix(fn.Text(), "async") && strings.HasPrefix(r.eval.Project.Version(r.file.Path, "express"), "4")
		return
	}
}

// handlerAt returns what a function is as a handler, by the names of its
// parameters; nil where it is none.
func (r *reader) handlerAt(fn syntax.Node) *serverHandler {
	var first *scope.Binding
	for _, b := range r.file.Scopes.Bindings() {
		if b.Kind != scope.Param || b.Func != fn || len(b.Path) > 0 {
			continue
		}
		if isIncoming(b.Name) && b.Index == 0 {
			first = b
		}
		if isResponseName(b.Name) || first != nil && b.Index == 1 && b.Name == "next" {
			refs := b
			if b.Name == "next" {
				refs = first
			}
			h := &serverHandler{fn: fn, kind: "Express", answer: refs}
			for _, o := range r.file.Scopes.Bindings() {
				if o.Kind == scope.Param && o.Func == fn && o.Index == refs.Index+1 && (slices.ContainsFunc(o.Refs, isCalled) || o.Name == "next" && len(o.Refs) > 0) {
					h.next = o
				}
			}
			if b.Name == "next" {
				h.kind = "Koa"
			}
			return h
		}
	}
	return nil
}

// readTokenExit reads process.exit() in a handler whose token is no good.
func (r *reader) readTokenExit(n syntax.Node) {
	fact := &authflow.HeaderParse{At: r.span(n), Code: "process.exit", Fault: authflow.EndsProcess}
	r.placeParse(fact, n)
	if fact.Framework == "" {
		return
	}
	for p := n.Parent(); p.OK() && !scope.IsFunction(p); p = p.Parent() {
		if p.Kind() == syntax.CatchClause && namesVerifying(p.Parent().Child(syntax.FieldBody)) {
			r.out.headerParses = append(r.out.headerParses, fact)
			return
		}
	}
}

// namesVerifying: a call below n verifies or takes apart a token.
func namesVerifying(n syntax.Node) bool {
	found := false
	syntax.Walk(n, func(m syntax.Node) bool {
		if m.Kind() == syntax.CallExpression {
			name := strings.ToLower(calleeName(m))
			found = found || strings.Contains(name, "verif") || strings.Contains(name, "jwt")
		}
		return !found
	})
	return found
}
