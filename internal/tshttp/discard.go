package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// copiers are the methods of Angular's immutable classes that return a changed
// copy.
var copiers = map[string][]string{
	"HttpHeaders": {"set", "append", "delete"},
	"HttpParams":  {"set", "append", "appendAll", "delete"},
	"HttpRequest": {"clone"},
}

// immutable names the immutable class of Angular that v is an instance of, by
// its type or constructor, never by what is called on it.
func immutable(v value.Value) string {
	for _, a := range v.Alternatives() {
		switch {
		case a.Binding != nil && a.Kind != value.Member && interceptsIn(a.Binding):
			return "HttpRequest"
		case a.Kind == value.Call && a.New && a.Base != nil && a.Base.Kind == value.External && a.Base.Module == angularHTTP && copiers[a.Base.Name] != nil:
			return a.Base.Name
		case a.Kind == value.Call && !a.New && a.Base != nil && a.Base.Kind == value.Member:
			if t := immutable(*a.Base.Base); slices.Contains(copiers[t], a.Base.Name) {
				return t
			}
		case a.Kind == value.Member && (a.Name == "headers" || a.Name == "params") && immutable(*a.Base) == "HttpRequest":
			if a.Name == "headers" {
				return "HttpHeaders"
			}
			return "HttpParams"
		}
	}
	return ""
}

// interceptsIn: the binding is the request that a functional interceptor is
// handed, const auth: HttpInterceptorFn = (request, next) => ….
func interceptsIn(b *scope.Binding) bool {
	if b.Kind != scope.Param || b.Index != 0 || len(b.Path) > 0 {
		return false
	}
	decl := b.Func.Parent()
	return decl.Kind() == syntax.VariableDeclarator && strings.HasSuffix(strings.TrimSpace(decl.Child(syntax.FieldType).Text()), "HttpInterceptorFn")
}

// readDiscard reads headers.set('Authorization', token) as a statement, and
// const copy = request.clone(…) that is never used.
func (r *reader) readDiscard(n syntax.Node, callee value.Value) {
	if callee.Kind != value.Member || !slices.Contains([]string{"set", "append", "appendAll", "delete", "clone"}, callee.Name) {
		return // the cheap test first
	}
	unused := r.unusedVariable(n)
	if !thrownAway(n) && unused == "" {
		return
	}
	t := immutable(*callee.Base)
	if !slices.Contains(copiers[t], callee.Name) {
		return
	}
	fn := n.Child(syntax.FieldFunction)
	object := fn.Child(syntax.FieldObject)
	d := &authflow.Discard{
		At: r.span(n), Object: value.Spell(object), Type: t, Call: value.Spell(fn), Unused: unused,
		InOther: callee.Base.Kind == value.Member && callee.Base.Base != nil && immutable(*callee.Base.Base) == "HttpRequest",
	}
	if p := n.Parent(); unused == "" && !d.InOther && p.Is(syntax.ExpressionStatement, syntax.ArrowFunction) {
		d.Assign = r.assign(n, object)
	}
	r.out.discards = append(r.out.discards, d)
}

// thrownAway: nobody takes the value of an expression. It is a statement, alone
// or behind a condition (token && headers.set(…)), or what forEach is answered.
func thrownAway(n syntax.Node) bool {
	if stmt, _ := statementOf(n); stmt.OK() {
		return true
	}
	p := n.Parent()
	return p.Kind() == syntax.ArrowFunction && p.Child(syntax.FieldBody) == n && p.Parent().Kind() == syntax.Arguments && calleeName(p.Parent().Parent()) == "forEach"
}

// unusedVariable returns the variable that holds the result of a call and is
// never read.
func (r *reader) unusedVariable(n syntax.Node) string {
	decl := n.Parent()
	name := decl.Child(syntax.FieldName)
	if decl.Kind() != syntax.VariableDeclarator || name.Kind() != syntax.Identifier || decl.Child(syntax.FieldValue) != n {
		return ""
	}
	b := r.file.Scopes.Lookup(name)
	if b == nil || decl.Parent().Parent().Kind() == syntax.ExportStatement {
		return ""
	}
	for _, ref := range b.Refs {
		if ref != name {
			return ""
		}
	}
	return b.Name
}

// assign returns the edits that assign the result of a call to its object; a
// constant becomes a variable.
func (r *reader) assign(n, object syntax.Node) []authflow.Edit {
	at := r.span(n)
	at.End = at.Start
	edits := []authflow.Edit{{At: at, Text: object.Text() + " = "}}
	switch {
	case object.Kind() == syntax.MemberExpression && object.Child(syntax.FieldObject).Kind() == syntax.This:
		return edits
	case object.Kind() != syntax.Identifier:
		return nil // a chain
	}
	b := r.file.Scopes.Lookup(object)
	switch {
	case b == nil || b.Kind == scope.Import:
		return nil
	case b.Kind == scope.Const:
		list := b.Decl.Parent()
		kw := r.span(list)
		kw.End = kw.Start + len("const")
		if b.Decl.Kind() != syntax.VariableDeclarator || b.Decl.Next().OK() && b.Decl.Next().Kind() == syntax.VariableDeclarator || len(list.Text()) < 5 || list.Text()[:5] != "const" {
			return nil
		}
		edits = append(edits, authflow.Edit{At: kw, Text: "let"})
	}
	return edits
}
