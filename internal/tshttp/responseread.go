package tshttp

import (
	"path/filepath"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A responseRead is a ResponseRead whose failure waits to be known.
type responseRead struct {
	fact  *authflow.ResponseRead
	f     failure
	typed bool
}

// readResponse reads error.response.status, without ?.
func (r *reader) readResponse(n syntax.Node) {
	if n.Has(syntax.OptionalChain) {
		return
	}
	object := n.Child(syntax.FieldObject)
	if f, typed, ok := r.responseOf(object); ok {
		edits, safe := mendRead(r.file, object, n)
		r.addResponseRead(n, n, f, typed, edits, safe)
	}
}

// readResponsePattern reads const { status } = error.response.
func (r *reader) readResponsePattern(n syntax.Node) {
	pattern := n.Child(syntax.FieldName)
	init := n.Child(syntax.FieldValue)
	if pattern.Kind() != syntax.ObjectPattern || !init.OK() {
		return
	}
	if f, typed, ok := r.responseOf(init); ok && plainName(init).Kind() == syntax.MemberExpression {
		var edits []authflow.Edit
		if init.Kind() == syntax.MemberExpression && !nested(pattern) {
			edits = []authflow.Edit{{At: after(r.span(init)), Text: " ?? {}"}}
		}
		r.addResponseRead(init, n, f, typed, edits, isJavaScript(r.file.Path))
	}
}

// readResponsePair reads { response: { status } } in what takes an error apart: a
// declaration, a parameter, a catch.
func (r *reader) readResponsePair(n syntax.Node) {
	inner := n.Child(syntax.FieldValue)
	if inner.Kind() != syntax.ObjectPattern || scope.PropertyName(n.Child(syntax.FieldKey)) != "response" {
		return
	}
	if d := n.Parent().Parent(); d.Kind() == syntax.VariableDeclarator {
		if b, typed := r.errorName(d.Child(syntax.FieldValue)); b != nil {
			r.addResponseRead(n, n, failure{r.file, b}, typed, nil, false)
		}
		return
	}
	for m := range inner.Descendants() {
		b := r.file.Scopes.Lookup(m)
		if b != nil && b.Node == m && len(b.Path) > 1 && b.Path[0].Name == "response" && (b.Kind == scope.Param || b.Kind == scope.Catch) {
			r.addResponseRead(n, n, failure{r.file, b}, false, nil, false)
			return
		}
	}
}

// nested: a pattern takes more than one level apart.
func nested(pattern syntax.Node) bool {
	for c := range pattern.Elements() {
		if c.Kind() == syntax.PairPattern && c.Child(syntax.FieldValue).Is(syntax.ObjectPattern, syntax.ArrayPattern) {
			return true
		}
	}
	return false
}

func isJavaScript(path string) bool {
	ext := filepath.Ext(path)
	return ext == ".js" || ext == ".jsx" || ext == ".mjs" || ext == ".cjs"
}

func (r *reader) addResponseRead(at, n syntax.Node, f failure, typed bool, edits []authflow.Edit, safe bool) {
	q := &responseRead{f: f, typed: typed || r.typed(f), fact: &authflow.ResponseRead{
		At: r.span(at), Text: value.Spell(at), Error: f.err.Name, Owner: r.span(f.err.Node), Mend: edits, Safe: safe, Caught: r.caughtHere(n),
	}}
	exists, axios := r.exists(f, at)
	q.fact.Exists, q.typed = exists, q.typed || axios
	if exists == authflow.No {
		r.out.reads = append(r.out.reads, q)
	}
}

// readPassedFailure reads what a function does with a failure that it is handed:
// handleError(error). Its file may mention nothing that would have it read.
func (r *reader) readPassedFailure(n syntax.Node, callee value.Value) {
	for a := range n.Child(syntax.FieldArguments).Elements() {
		if b := r.file.Scopes.Lookup(plainName(a)); b == nil || !isCaught(b) {
			continue
		}
		for _, fn := range callee.Alternatives() {
			if fn.Kind == value.Function {
				r.readResponsesIn(fn)
			}
		}
		return
	}
}

// readResponsesIn reads a function of another file.
func (r *reader) readResponsesIn(fn value.Value) {
	if fn.File == r.file {
		return
	}
	own := r.file
	r.file = fn.File
	defer func() { r.file = own }()
	for n := range fn.Node.Descendants() {
		switch n.Kind() {
		case syntax.MemberExpression, syntax.SubscriptExpression:
			r.readResponse(n)
		case syntax.VariableDeclarator:
			r.readResponsePattern(n)
		case syntax.PairPattern:
			r.readResponsePair(n)
		}
	}
}

// responseOf reports whether an expression is the response of an error, and of
// which.
func (r *reader) responseOf(n syntax.Node) (f failure, typed, ok bool) {
	n = plainName(n)
	switch n.Kind() {
	case syntax.MemberExpression:
		if n.Child(syntax.FieldProperty).Text() != "response" {
			return f, false, false // the cheap test first
		}
		b, typed := r.errorName(n.Child(syntax.FieldObject))
		return failure{r.file, b}, typed, b != nil
	case syntax.Identifier:
		b := r.file.Scopes.Lookup(n)
		if b == nil || len(b.Writes) > 0 {
			return f, false, false
		}
		switch {
		case len(b.Path) == 1 && b.Path[0].Name == "response" && !b.Path[0].Default.OK() && !b.Rest:
			if b.Kind == scope.Catch || b.Kind == scope.Param && !b.Init.OK() {
				return failure{r.file, b}, false, true
			}
			if e, typed := r.errorName(b.Init); e != nil {
				return failure{r.file, e}, typed, true
			}
		case len(b.Path) == 0 && b.Kind == scope.Const && plainName(b.Init).Kind() == syntax.MemberExpression:
			return r.responseOf(b.Init)
		}
	}
	return f, false, false
}

// errorName returns the name of the error that an expression is: a parameter or
// the variable of a catch, by way of constants that stand for it.
func (r *reader) errorName(n syntax.Node) (b *scope.Binding, typed bool) {
	for range 4 {
		typed = typed || r.cast(r.file, n)
		if n = plainName(n); n.Kind() != syntax.Identifier {
			return nil, false
		}
		b = r.file.Scopes.Lookup(n)
		switch {
		case b == nil || len(b.Path) > 0 || b.Rest:
			return nil, false
		case b.Kind == scope.Catch, b.Kind == scope.Param && !b.Init.OK():
			return b, typed
		case b.Kind != scope.Const || !b.Init.OK():
			return nil, false
		}
		n = b.Init
	}
	return nil, false
}

// caughtHere: what n throws is taken by a catch of the same function.
func (r *reader) caughtHere(n syntax.Node) authflow.Truth {
	for child, p := n, n.Parent(); p.OK(); child, p = p, p.Parent() {
		if p.Kind() == syntax.TryStatement && p.Child(syntax.FieldHandler).OK() && p.Child(syntax.FieldBody) == child {
			return authflow.Yes
		}
		if scope.IsFunction(p) && !isCallback(p) {
			break
		}
	}
	return authflow.No
}

// isCallback: the function is handed to another, which may run it at once.
func isCallback(fn syntax.Node) bool { return fn.Parent().Kind() == syntax.Arguments }

// linkResponseReads keeps the reads whose error is a failure of axios.
func (l *linker) linkResponseReads() {
	seen := map[source.Span]bool{}
	for _, sh := range l.sheets {
		for _, q := range sh.reads {
			if seen[q.fact.At] {
				continue // of a function that several call
			}
			seen[q.fact.At] = true
			c, ok := l.causeOf(q.f, 0)
			if !ok && !q.typed {
				continue
			}
			if ok {
				q.fact.Source = c.at
			}
			l.facts.ResponseReads = append(l.facts.ResponseReads, q.fact)
		}
	}
}
