package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// An answer is a TokenAnswer that waits for its request to be linked.
type answer struct {
	fact *authflow.TokenAnswer
	of   *request
}

// addAnswer follows the answer of a login or refresh from the call that yields
// it. Inside a wrapper the answer must only be handed back: a wrapper that
// keeps the token itself leaves nothing to its callers.
func (r *reader) addAnswer(q *request, f *module.File, callNode syntax.Node, sent value.Value) {
	sites := append([]value.Operand{{File: sent.File, Node: sent.Node}}, wrappers(sent)...)
	for _, s := range sites {
		if s.Node == callNode {
			break
		}
		if in := fateOf(s.File, s.Node); in.passed || len(in.fields) > 0 {
			return
		}
	}
	fate := fateOf(f, callNode)
	fact := &authflow.TokenAnswer{
		At: q.fact.At, Purpose: q.fact.Purpose, Call: q.fact.Call, Fate: fate.fate,
		Kept: fate.fields, KeepsWhole: fate.passed || fate.returned,
	}
	fact.Yields, fact.YieldsAt = r.declared(f, callNode)
	r.out.answers = append(r.out.answers, &answer{fact, q})
}

// A fate is what becomes of a value: the worst is nothing, the best that it is
// handed to other code.
type fate struct {
	fate             authflow.Fate
	fields           []string // token fields taken from it
	returned, passed bool     // as a whole
}

func (a fate) and(b fate) fate {
	a.fate = max(a.fate, b.fate)
	a.returned, a.passed = a.returned || b.returned, a.passed || b.passed
	for _, f := range b.fields {
		if !slices.Contains(a.fields, f) {
			a.fields = append(a.fields, f)
		}
	}
	return a
}

var (
	dropped = fate{fate: authflow.Dropped}
	ignored = fate{fate: authflow.Ignored}
)

// follower follows a value through one file; seen bounds it.
type follower struct {
	file *module.File
	seen map[*scope.Binding]bool
}

// fateOf follows the result of a call.
func fateOf(f *module.File, call syntax.Node) fate {
	fl := follower{f, map[*scope.Binding]bool{}}
	return fl.use(call, "")
}

// use says what becomes of the value of expression n. field is the last
// property that was taken from the answer on the way to n.
func (f follower) use(n syntax.Node, field string) fate {
	p := n.Parent()
	switch p.Kind() {
	case syntax.ParenthesizedExpression:
		if p.Parent().Is(syntax.IfStatement, syntax.WhileStatement) {
			return ignored
		}
		return f.use(p, field)
	case syntax.AwaitExpression, syntax.AsExpression, syntax.SatisfiesExpression, syntax.NonNullExpression:
		return f.use(p, field)
	case syntax.ExpressionStatement:
		return dropped
	case syntax.UnaryExpression:
		return ignored
	case syntax.MemberExpression, syntax.SubscriptExpression:
		if p.Child(syntax.FieldObject) == n {
			return f.member(p, field)
		}
	case syntax.VariableDeclarator:
		return f.pattern(p, field)
	case syntax.AssignmentExpression:
		if left := p.Child(syntax.FieldLeft); left.Kind() == syntax.Identifier {
			return f.binding(f.file.Scopes.Lookup(left), field).and(f.use(p, field))
		}
	case syntax.ReturnStatement:
		return f.kept(field, false)
	case syntax.ArrowFunction:
		return f.arrow(p, field)
	case syntax.BinaryExpression:
		switch p.Operator() {
		case "===", "!==", "==", "!=", "<", ">", "<=", ">=", "instanceof", "in":
			return ignored
		case "&&":
			if p.Child(syntax.FieldLeft) == n {
				return ignored
			}
			return f.use(p, field)
		case "||", "??":
			return f.use(p, field)
		}
	case syntax.TernaryExpression:
		if p.Child(syntax.FieldCondition) == n {
			return ignored
		}
		return f.use(p, field)
	}
	return f.kept(field, true)
}

// kept: the value goes to other code.
func (f follower) kept(field string, passed bool) fate {
	k := fate{fate: authflow.Kept, passed: passed, returned: !passed}
	if credential.IsCredentialName(field) {
		k.fields, k.passed, k.returned = []string{field}, false, false
	}
	return k
}

// arrow: the value is what an arrow function returns. Where the function is
// the callback of this very promise's then, it goes on from there.
func (f follower) arrow(fn syntax.Node, field string) fate {
	if call := fn.Parent().Parent(); call.Kind() == syntax.CallExpression && calleeName(call) == "then" {
		return f.use(call, field)
	}
	return f.kept(field, false)
}

// statusFields are the properties of an answer that say how it went and hold no
// token.
var statusFields = []string{"status", "ok", "statusText", "statusCode", "code", "success", "message", "msg", "error", "errors", "length"}

// member: a property of the value is read, or a method of it called.
func (f follower) member(m syntax.Node, field string) fate {
	name := m.Child(syntax.FieldProperty).Text()
	if m.Kind() == syntax.SubscriptExpression {
		name = scope.PropertyName(m.Child(syntax.FieldIndex))
	}
	call := m.Parent()
	if call.Kind() == syntax.CallExpression && call.Child(syntax.FieldFunction) == m {
		return f.methodCall(call, name, field)
	}
	if slices.Contains(statusFields, name) {
		return ignored
	}
	return f.use(m, name)
}

func (f follower) methodCall(call syntax.Node, name, field string) fate {
	switch name {
	case "then", "subscribe", "tap", "map":
		return f.callbacks(call, name, field)
	case "pipe":
		out := f.use(call, field)
		for op := range call.Child(syntax.FieldArguments).Elements() {
			if op.Kind() == syntax.CallExpression && slices.Contains([]string{"tap", "map", "switchMap", "mergeMap", "concatMap", "exhaustMap"}, calleeName(op)) {
				out = out.and(f.callbacks(op, "tap", field))
			}
		}
		return out
	case "catch", "finally", "json", "text", "unwrap", "toPromise", "unsubscribe":
		return f.use(call, field)
	}
	return f.kept(field, true)
}

// callbacks: the value is handed to the functions of a call, and in a then
// what they return goes on.
func (f follower) callbacks(call syntax.Node, name, field string) fate {
	cb := call.Child(syntax.FieldArguments)
	var first syntax.Node
	for a := range cb.Elements() {
		first = a
		break
	}
	if first.Kind() == syntax.Object { // an observer: { next, error }
		for m := range first.Elements() {
			if m.Kind() == syntax.Pair && scope.PropertyName(m.Child(syntax.FieldKey)) == "next" {
				first = m.Child(syntax.FieldValue)
			} else if m.Kind() == syntax.MethodDefinition && m.Child(syntax.FieldName).Text() == "next" {
				first = m
			}
		}
	}
	switch {
	case !first.OK():
		if name == "subscribe" {
			return dropped
		}
		return f.use(call, field)
	case !scope.IsFunction(first):
		return f.kept(field, true)
	}
	out := dropped
	for _, b := range f.file.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == first && b.Index == 0 {
			out = out.and(f.taken(b, field))
		}
	}
	if hasOpaqueParam(first) {
		return f.kept(field, true)
	}
	return out
}

// hasOpaqueParam: the function reads its arguments by other means.
func hasOpaqueParam(fn syntax.Node) bool {
	for p := range fn.Child(syntax.FieldParameters).Elements() {
		if p.Kind() == syntax.RestPattern {
			return true
		}
	}
	return false
}

// pattern: the value initializes variables.
func (f follower) pattern(decl syntax.Node, field string) fate {
	out := dropped
	for _, b := range f.file.Scopes.Bindings() {
		if b.Decl == decl {
			out = out.and(f.taken(b, field))
		}
	}
	return out
}

// taken follows one name that the value, or a part of it, is bound to.
func (f follower) taken(b *scope.Binding, field string) fate {
	if n := len(b.Path); n > 0 {
		field = b.Path[n-1].Name
		if slices.Contains(statusFields, field) {
			return ignored
		}
	}
	return f.binding(b, field)
}

func (f follower) binding(b *scope.Binding, field string) fate {
	out := dropped
	if b == nil || f.seen[b] {
		return out
	}
	f.seen[b] = true
	if b.Scope != nil && b.Scope.Parent == nil {
		return f.kept(field, true) // a module's variable: others may read it
	}
	for _, ref := range b.Refs {
		if p := ref.Parent(); p.Kind() == syntax.AssignmentExpression && p.Child(syntax.FieldLeft) == ref {
			continue
		}
		out = out.and(f.use(ref, field))
	}
	return out
}

// declared returns the token fields of the type that a call says its answer
// has: post<LoginResponse>(…).
func (r *reader) declared(f *module.File, call syntax.Node) ([]string, source.Span) {
	args := call.Child(syntax.FieldTypeArguments)
	for t := range args.Elements() {
		body, in := r.typeBody(f, t)
		if fields := tokenFields(body); len(fields) > 0 {
			return fields, in.Span(body.Parent())
		}
		break // the answer's type is the first
	}
	return nil, source.Span{}
}

// typeBody finds the members of a type: written in place, or declared as an
// interface or alias in this file or the one it is imported from.
func (r *reader) typeBody(f *module.File, t syntax.Node) (syntax.Node, *module.File) {
	if t.Kind() == syntax.ObjectType {
		return t, f
	}
	b := f.Scopes.Lookup(t)
	if b != nil && b.Kind == scope.Import {
		f, b = r.importedType(f, b)
	}
	if b == nil || b.Kind != scope.Type {
		return syntax.Node{}, f
	}
	if body := b.Decl.Child(syntax.FieldBody); body.OK() {
		return body, f
	}
	return b.Decl.Child(syntax.FieldValue), f
}

func (r *reader) importedType(f *module.File, b *scope.Binding) (*module.File, *scope.Binding) {
	spec, name, ok := f.Import(b)
	if !ok {
		return f, nil
	}
	path, ok := r.eval.Project.Resolve(f, spec)
	if !ok {
		return f, nil
	}
	target := r.eval.Project.File(path)
	if target == nil {
		return f, nil
	}
	in, x, ok := r.eval.Project.Lookup(target, name)
	if !ok {
		return f, nil
	}
	return in, x.Binding
}

func tokenFields(body syntax.Node) []string {
	var out []string
	for m := range body.Elements() {
		if m.Kind() == syntax.PropertySignature {
			if name := scope.PropertyName(m.Child(syntax.FieldName)); credential.IsCredentialName(name) {
				out = append(out, name)
			}
		}
	}
	return out
}
