package tshttp

import (
	"slices"
	"strings"

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
		if in := fateOf(s.File, s.Node); in.passed || len(in.fields) > 0 || slices.ContainsFunc(in.parts, isOfHeaders) {
			return
		}
	}
	fate := fateOf(f, callNode)
	if fate.fate < authflow.Kept && onlyChecks(callNode) {
		return
	}
	d := r.declared(f, callNode, sites)
	fact := &authflow.TokenAnswer{
		At: q.fact.At, Purpose: q.fact.Purpose, Call: q.fact.Call, Fate: fate.fate,
		Kept: fate.fields, KeepsWhole: fate.passed || fate.returned,
		Yields: d.tokens, YieldsAt: d.at,
	}
	// A part that the type does not know may be an envelope with the token in it.
	for _, part := range fate.parts {
		if !slices.Contains(d.others, part) {
			fact.KeepsWhole = true
		}
	}
	if fact.Fate == authflow.Kept && !fact.KeepsWhole && len(fact.Kept) == 0 {
		fact.Fate = authflow.Ignored // the user's name is kept, and no token
	}
	r.out.answers = append(r.out.answers, &answer{fact, q})
}

// isOfHeaders: response.headers.authorization, in which some servers send tokens.
func isOfHeaders(part string) bool {
	return strings.EqualFold(part, "headers") || strings.EqualFold(part, "authorization")
}

// onlyChecks reports whether a call stands in a function that logs in to see
// whether that works: the password asked again, a health check.
func onlyChecks(call syntax.Node) bool {
	fn := functionOf(call)
	for !fn.Child(syntax.FieldName).OK() && functionOf(fn).OK() && fn.Parent().Kind() == syntax.Arguments {
		fn = functionOf(fn)
	}
	name := fn.Child(syntax.FieldName)
	if !name.OK() {
		name = fn.Parent().Child(syntax.FieldName)
	}
	words := credential.Words(name.Text())
	return len(words) > 0 && slices.Contains([]string{"check", "verify", "validate", "confirm", "reauthenticate", "test", "is", "can", "ping", "health", "probe", "measure", "warm"}, words[0])
}

// A fate is what becomes of a value: the worst is nothing, the best that it is
// handed to other code.
type fate struct {
	fate             authflow.Fate
	fields           []string // token fields taken from it
	parts            []string // other fields taken from it
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
	a.parts = append(a.parts, b.parts...)
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
		return f.result(functionOf(p), field)
	case syntax.ArrowFunction:
		return f.result(p, field)
	case syntax.Arguments:
		return f.argument(p.Parent(), field)
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
	switch {
	case credential.IsCredentialName(field):
		return fate{fate: authflow.Kept, fields: []string{field}}
	case field != "":
		return fate{fate: authflow.Kept, parts: []string{field}}
	}
	return fate{fate: authflow.Kept, passed: passed, returned: !passed}
}

// result: the value is what a function returns. Where the function is the
// callback of this very promise's then, it goes on from there.
func (f follower) result(fn syntax.Node, field string) fate {
	if call := fn.Parent().Parent(); fn.Parent().Kind() == syntax.Arguments && call.Kind() == syntax.CallExpression && calleeName(call) == "then" {
		return f.use(call, field)
	}
	return f.kept(field, false)
}

// argument: the value is handed to a function. One that only waits for it hands
// it on, and what is logged is not kept.
func (f follower) argument(call syntax.Node, field string) fate {
	fn := call.Child(syntax.FieldFunction)
	switch name := fn.Text(); {
	case isLog(call):
		return ignored
	case name == "firstValueFrom", name == "lastValueFrom", name == "from", name == "Promise.resolve", name == "JSON.stringify", name == "Boolean":
		return f.use(call, field)
	}
	return f.kept(field, true)
}

// isLog: the call shows what it is given and keeps nothing.
func isLog(call syntax.Node) bool {
	fn := call.Child(syntax.FieldFunction)
	return fn.Kind() == syntax.MemberExpression && fn.Child(syntax.FieldObject).Text() == "console" || fn.Text() == "alert"
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
	if observer := first; observer.Kind() == syntax.Object { // { next, error }
		first = syntax.Node{}
		for m := range observer.Elements() {
			switch {
			case m.Kind() == syntax.Pair && scope.PropertyName(m.Child(syntax.FieldKey)) == "next":
				first = m.Child(syntax.FieldValue)
			case m.Kind() == syntax.MethodDefinition && m.Child(syntax.FieldName).Text() == "next":
				first = m
			case m.Kind() == syntax.SpreadElement:
				return f.kept(field, true)
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
		if p.Kind() == syntax.RestPattern || p.Child(syntax.FieldPattern).Kind() == syntax.RestPattern {
			return true
		}
	}
	if fn.Kind() == syntax.ArrowFunction {
		return false // it has no arguments of its own
	}
	for n := range fn.Child(syntax.FieldBody).Descendants() {
		if n.Kind() == syntax.Identifier && n.Text() == "arguments" {
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

// A declaration is what the type of an answer says of it.
type declaration struct {
	tokens []string // the fields that hold tokens
	others []string // the fields that hold something else, and nothing with fields of its own
	at     source.Span
	// optional is the refresh token that may be missing, beside an access token
	// that may not.
	optional source.Span
}

// declared reads the type that the code gives the answer: post<LoginResponse>(…),
// const data: LoginResponse = …, (…) as LoginResponse, or the return type of
// the functions that the request goes through.
func (r *reader) declared(f *module.File, call syntax.Node, sites []value.Operand) declaration {
	if d := r.typedCall(f, call); len(d.tokens) > 0 {
		return d
	}
	if d, typed := r.typedUse(f, call, 0); typed {
		return d
	}
	for _, s := range sites {
		if s.Node == call {
			break
		}
		if d := r.typedCall(s.File, s.Node); len(d.tokens) > 0 {
			return d
		}
		fn := functionOf(s.Node)
		if d := r.described(s.File, fn.Child(syntax.FieldReturnType), 0); len(d.tokens) > 0 {
			return d
		}
	}
	return declaration{}
}

// typedUse reads the type that the code around an expression gives to what it is
// worth, or to what is taken from it: (await res.json()) as Tokens. It also
// reports whether there is one.
func (r *reader) typedUse(f *module.File, n syntax.Node, depth int) (declaration, bool) {
	for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.AwaitExpression, syntax.ParenthesizedExpression, syntax.MemberExpression:
			continue
		case syntax.CallExpression:
			if d := r.typedCall(f, p); len(d.tokens) > 0 { // res.json<Tokens>()
				return d, true
			}
			continue
		case syntax.AsExpression, syntax.SatisfiesExpression:
			return r.described(f, n.Next(), 0), true
		case syntax.VariableDeclarator:
			if t := p.Child(syntax.FieldType); t.OK() {
				return r.described(f, t, 0), true
			}
			return r.typedRead(f, p, depth)
		}
		break
	}
	return declaration{}, false
}

// typedRead goes on from a variable without a type to what is read of it: const
// res = await fetch(…), const data: Tokens = await res.json().
func (r *reader) typedRead(f *module.File, decl syntax.Node, depth int) (declaration, bool) {
	b := f.Scopes.Lookup(decl.Child(syntax.FieldName))
	if b == nil || depth > 0 {
		return declaration{}, false
	}
	for _, ref := range b.Refs {
		if d, typed := r.typedUse(f, ref, depth+1); typed && len(d.tokens) > 0 {
			return d, true
		}
	}
	return declaration{}, false
}

func (r *reader) typedCall(f *module.File, call syntax.Node) declaration {
	for t := range call.Child(syntax.FieldTypeArguments).Elements() {
		return r.described(f, t, 0) // the answer's type is the first
	}
	return declaration{}
}

// envelopes are how deep a type of an answer may wrap the token:
// Promise<AxiosResponse<ApiResult<LoginResponse>>>.
const envelopes = 5

// described reads a type: an object type, a name, or what a generic type wraps.
func (r *reader) described(f *module.File, t syntax.Node, depth int) declaration {
	if depth > envelopes || !t.OK() {
		return declaration{}
	}
	switch t.Kind() {
	case syntax.ObjectType, syntax.InterfaceBody, syntax.ClassBody:
		return r.fieldsOf(f, t, depth)
	case syntax.GenericType:
		for arg := range t.Child(syntax.FieldTypeArguments).Elements() {
			if d := r.described(f, arg, depth+1); len(d.tokens) > 0 {
				return d
			}
		}
		return r.described(f, t.Child(syntax.FieldName), depth+1)
	case syntax.TypeIdentifier, syntax.NestedTypeIdentifier:
		body, in := r.typeBody(f, t)
		return r.described(in, body, depth+1)
	case syntax.TypeAnnotation, syntax.ParenthesizedType, syntax.IntersectionType, syntax.ReadonlyType:
		for part := range t.Elements() {
			if d := r.described(f, part, depth+1); len(d.tokens) > 0 {
				return d
			}
		}
	}
	return declaration{} // of a union, nobody knows which it is
}

// fieldsOf reads the fields of an object type. A field that must not be there
// proves nothing, so optional ones are left out.
func (r *reader) fieldsOf(f *module.File, body syntax.Node, depth int) declaration {
	d := declaration{at: f.Span(body.Parent())}
	var inner declaration
	var optional source.Span
	for m := range body.Elements() {
		if !m.Is(syntax.PropertySignature, syntax.PublicFieldDefinition) {
			continue
		}
		name, t := scope.PropertyName(m.Child(syntax.FieldName)), m.Child(syntax.FieldType)
		switch {
		case credential.IsCredentialName(name):
			if credential.IsRefreshTokenName(name) && (m.Has(syntax.Question) || mayBeNull(t)) {
				optional = f.Span(m)
			}
			if m.Has(syntax.Question) {
				break
			}
			if len(d.tokens) == 0 {
				d.at = f.Span(m)
			}
			d.tokens = append(d.tokens, name)
		case isPlainType(t):
			d.others = append(d.others, name)
		default:
			if in := r.described(f, t, depth+1); len(in.tokens) > 0 {
				inner = in
			} else if in.at.Valid() {
				d.others = append(d.others, name) // seen, and it has no token
			}
		}
	}
	if slices.ContainsFunc(d.tokens, func(t string) bool { return credential.NameOf(t) == credential.NameToken }) {
		d.optional = optional
	}
	if len(d.tokens) == 0 && len(inner.tokens) > 0 {
		inner.others = append(inner.others, d.others...)
		return inner
	}
	return d
}

// mayBeNull: string | null, string | undefined.
func mayBeNull(t syntax.Node) bool {
	return anyBelow(t, func(n syntax.Node) bool {
		return n.Kind() == syntax.LiteralType && (n.Text() == "null" || n.Text() == "undefined")
	})
}

// isPlainType reports whether a type is a string, a number or a truth value.
func isPlainType(t syntax.Node) bool {
	for t.Kind() == syntax.TypeAnnotation {
		t = t.First()
	}
	return t.Is(syntax.PredefinedType, syntax.LiteralType)
}

// typeBody finds the members of a named type: an interface, an alias or a class
// of this file or of the one it is imported from.
func (r *reader) typeBody(f *module.File, t syntax.Node) (syntax.Node, *module.File) {
	var b *scope.Binding
	if t.Kind() == syntax.NestedTypeIdentifier {
		f, b = r.nestedType(f, t)
	} else {
		b = f.Scopes.Lookup(t)
	}
	if b != nil && b.Kind == scope.Import {
		f, b = r.importedType(f, b)
	}
	if b == nil || b.Kind != scope.Type && b.Kind != scope.Class {
		return syntax.Node{}, f
	}
	if body := b.Decl.Child(syntax.FieldBody); body.OK() {
		return body, f
	}
	return b.Decl.Child(syntax.FieldValue), f
}

// nestedType finds AuthApi.LoginResult in its namespace.
func (r *reader) nestedType(f *module.File, t syntax.Node) (*module.File, *scope.Binding) {
	space := f.Scopes.Lookup(t.Child(syntax.FieldModule))
	if space != nil && space.Kind == scope.Import {
		f, space = r.importedType(f, space)
	}
	if space == nil || space.Kind != scope.Namespace {
		return f, nil
	}
	name := t.Child(syntax.FieldName).Text()
	for _, b := range f.Scopes.Bindings() {
		if b.Kind == scope.Type && b.Name == name && space.Decl.Contains(b.Node) {
			return f, b
		}
	}
	return f, nil
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
