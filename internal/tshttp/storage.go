package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A storage is one access to a store, as an expression in its surroundings
// makes it.
type storage struct {
	storeAPI
	op       authflow.StorageOp
	key, val value.Value // of no file where there is none
	keyNode  syntax.Node // where the key stands, in the expression itself
	noMethod string
}

// An access is an expression of a file that accesses a store.
type access struct {
	file *module.File
	node syntax.Node
}

// readStorage notes an access of the file being read. What its key, its value or
// its store is may be for the callers of the function around it to say.
func (r *reader) readStorage(n syntax.Node) {
	found := r.storages(r.file, n, nil)
	if len(found) == 0 {
		return
	}
	r.out.storage = append(r.out.storage, access{r.file, n})
	for _, s := range found {
		if key, ok := s.key.Constant(); ok && !credential.IsCredentialName(key) {
			continue // whatever callers pass, it is no token
		}
		if f, fn := r.decidedBy(s); f == r.file {
			r.out.askForKeysOf(fn)
		}
	}
}

// decidedBy returns the function whose callers decide which key is accessed, or
// else what is written.
func (r *reader) decidedBy(s storage) (*module.File, syntax.Node) {
	for _, v := range []value.Value{s.key, s.val} {
		for _, a := range v.Alternatives() {
			if p := paramOf(a); p != nil {
				return a.File, p.Func
			}
			if f, fn := r.paramInside(a); fn.OK() {
				return f, fn
			}
		}
	}
	return nil, syntax.Node{}
}

// paramInside finds a parameter in what is no constant: `${prefix}.${key}`,
// this.prefix + key.
func (r *reader) paramInside(v value.Value) (*module.File, syntax.Node) {
	if v.Kind == value.Unknown && v.Node.Is(syntax.BinaryExpression, syntax.SubscriptExpression) {
		for n := range v.Node.Descendants() {
			if n.Kind() != syntax.Identifier {
				continue
			}
			in := r.eval.Eval(v.File, n, v.Env)
			if p := paramOf(in); p != nil {
				return in.File, p.Func
			}
		}
	}
	for _, shape := range v.Shapes {
		for _, part := range shape {
			if part.Hole == nil || part.Hole.Origin != credential.Param {
				continue
			}
			f := r.eval.Project.File(part.At.File)
			if f == nil {
				continue
			}
			if b := f.Scopes.Lookup(f.Tree.Deepest(part.At.Start)); b != nil && b.Kind == scope.Param {
				return f, b.Func
			}
		}
	}
	return nil, syntax.Node{}
}

// storages returns the accesses that an expression makes: several where its
// store or key is one of several.
func (r *reader) storages(f *module.File, n syntax.Node, env *value.Env) []storage {
	switch n.Kind() {
	case syntax.CallExpression:
		return r.storageCalls(f, n, env)
	case syntax.AssignmentExpression:
		left := n.Child(syntax.FieldLeft)
		if s, ok := r.storageProperty(f, left, env); ok {
			s.op, s.val = authflow.Write, r.eval.Eval(f, n.Child(syntax.FieldRight), env)
			return []storage{s}
		}
		if isDocumentCookie(left) {
			return r.cookieText(r.eval.Eval(f, n.Child(syntax.FieldRight), env))
		}
	case syntax.UnaryExpression:
		if n.Operator() == "delete" {
			if s, ok := r.storageProperty(f, n.Child(syntax.FieldArgument), env); ok {
				s.op = authflow.Remove
				return []storage{s}
			}
		}
	case syntax.MemberExpression, syntax.SubscriptExpression:
		return r.storageReads(f, n, env)
	}
	return nil
}

func (r *reader) storageCalls(f *module.File, n syntax.Node, env *value.Env) []storage {
	fn := n.Child(syntax.FieldFunction)
	var out []storage
	for _, callee := range r.eval.Eval(f, fn, env).Alternatives() {
		v := value.Value{Kind: value.Call, Base: &callee, File: f, Node: n, Env: env}
		if s, ok := r.storageCall(v); ok {
			out = append(out, s)
			continue
		}
		receiver := fn.Child(syntax.FieldObject)
		if receiver.Kind() == syntax.MemberExpression {
			receiver = receiver.Child(syntax.FieldProperty)
		}
		if a, ok := guessed(callee, receiver.Text()); ok {
			out = append(out, r.storedBy(a, a.ops[callee.Name], v))
		}
	}
	return out
}

// storageCall recognizes a call of a store that is known.
func (r *reader) storageCall(v value.Value) (storage, bool) {
	if v.Kind != value.Call || v.Base == nil || !v.Node.Is(syntax.CallExpression) {
		return storage{}, false
	}
	if s, ok := r.persisted(v); ok {
		return s, true
	}
	a, name, ok := apiOf(*v.Base)
	if !ok {
		return storage{}, false
	}
	m, ok := a.ops[name]
	switch short, isShort := shortNames[name]; {
	case ok:
		return r.storedBy(a, m, v), true
	case a.closed && isShort && name != "store" && name != "save":
		s := r.storedBy(a, short, v)
		s.noMethod = name
		return s, true
	}
	return storage{}, false
}

// storedBy reads the key and the value among the arguments of a call.
func (r *reader) storedBy(a storeAPI, m storeOp, v value.Value) storage {
	s := storage{storeAPI: a, op: m.op}
	if m.key < 0 {
		return s
	}
	o := v.Arg(m.key)
	s.key, s.keyNode = r.eval.Value(o), o.Node
	if o.File == nil {
		if m.op == authflow.Remove {
			s.op = authflow.Clear // clear() of what also takes a key
		}
		return s
	}
	if m.each {
		s.key, s.keyNode = r.keysIn(s.key), syntax.Node{}
		return s
	}
	options := s.key
	if m.named || options.Kind == value.Object {
		s.keyNode = syntax.Node{}
		s.key = r.eval.Prop(options, "key", options.File, options.Node)
		if s.key.Kind == value.Undefined {
			s.key = r.eval.Prop(options, "name", options.File, options.Node) // cookies().set({ name, value })
		}
		s.val = r.eval.Prop(options, "value", options.File, options.Node)
		if s.val.Kind == value.Undefined {
			s.val = r.eval.Prop(options, "data", options.File, options.Node)
		}
		return s
	}
	if m.val >= 0 {
		s.val = r.eval.Value(v.Arg(m.val))
	}
	return s
}

// keysIn returns the keys of a list, or of a list of pairs of key and value.
func (r *reader) keysIn(list value.Value) value.Value {
	keys := value.Value{Kind: value.Union, File: list.File, Node: list.Node}
	if list.Kind != value.Array {
		return value.Value{File: list.File, Node: list.Node, Env: list.Env}
	}
	for e := range list.Node.Elements() {
		v := r.eval.Eval(list.File, e, list.Env)
		if v.Kind == value.Array {
			v = r.eval.Element(v, "0", v.File, v.Node)
		}
		keys.Alts = append(keys.Alts, v)
	}
	return keys
}

// webStorageNames are how code names web storage.
var webStorageNames = []string{"localStorage", "sessionStorage", "window.localStorage", "window.sessionStorage", "globalThis.localStorage", "globalThis.sessionStorage"}

// storageProperty recognizes localStorage.token and localStorage['token'].
func (r *reader) storageProperty(f *module.File, n syntax.Node, env *value.Env) (storage, bool) {
	if !n.Is(syntax.MemberExpression, syntax.SubscriptExpression) {
		return storage{}, false
	}
	object := n.Child(syntax.FieldObject)
	if size := object.End() - object.Start(); size > 25 || size < 12 || !slices.Contains(webStorageNames, object.Text()) {
		return storage{}, false
	}
	store := r.eval.Eval(f, object, env)
	if store.Kind != value.Global {
		return storage{}, false
	}
	s := storage{storeAPI: storeAPI{store: store.Name, ops: webStorage}}
	if n.Kind() == syntax.SubscriptExpression {
		s.keyNode = n.Child(syntax.FieldIndex)
		s.key = r.eval.Eval(f, s.keyNode, env)
		return s, true
	}
	name := n.Child(syntax.FieldProperty)
	s.key = constant(f, name, name.Text())
	return s, true
}

// constant is the value of a text that stands in the code without quotes.
func constant(f *module.File, n syntax.Node, text string) value.Value {
	return value.Value{Kind: value.Text, File: f, Node: n, Shapes: []credential.Shape{credential.Text(text, f.Span(n), true)}}
}

// ownNames are the properties of a Storage object that are no keys.
var ownNames = []string{"length", "key", "getItem", "setItem", "removeItem", "clear", "toString", "valueOf", "hasOwnProperty", "constructor", "prototype"}

// storageReads reads localStorage.token, cookies.token of react-cookie, and
// document.cookie, which holds all.
func (r *reader) storageReads(f *module.File, n syntax.Node, env *value.Env) []storage {
	p := n.Parent()
	if p.Child(syntax.FieldLeft) == n && p.Is(syntax.AssignmentExpression) || p.Child(syntax.FieldFunction) == n && p.Is(syntax.CallExpression) {
		return nil
	}
	if p.Kind() == syntax.UnaryExpression && p.Operator() == "delete" {
		return nil
	}
	if isDocumentCookie(n) {
		return []storage{{storeAPI: storeAPI{store: "cookie"}, key: value.Value{File: f, Node: n}}}
	}
	s, ok := r.storageProperty(f, n, env)
	if name, _ := s.key.Constant(); !ok || slices.Contains(ownNames, name) {
		return nil
	}
	return []storage{s}
}

func isDocumentCookie(n syntax.Node) bool {
	return n.Kind() == syntax.MemberExpression && n.Child(syntax.FieldProperty).Text() == "cookie" && strings.HasSuffix(n.Child(syntax.FieldObject).Text(), "document")
}

// cookieText reads `token=${token}; path=/`, which sets a cookie, and
// "token=; Max-Age=0", which removes one.
func (r *reader) cookieText(v value.Value) []storage {
	var out []storage
	for _, shape := range r.eval.Shapes(value.Operand{Val: &v}) {
		s := storage{storeAPI: storeAPI{store: "cookie"}, op: authflow.Write, key: value.Value{File: v.File, Node: v.Node, Env: v.Env}}
		name, rest, ok := strings.Cut(shape.Prefix(), "=")
		if ok {
			s.key = value.Value{Kind: value.Text, File: v.File, Node: v.Node, Shapes: []credential.Shape{{{Text: strings.TrimSpace(name)}}}}
		} else if len(shape) > 1 && shape[0].Hole != nil {
			s.key = value.Value{Kind: value.Text, File: v.File, Node: v.Node, Shapes: []credential.Shape{shape[:1]}}
		}
		s.val = value.Value{Kind: value.Text, File: v.File, Node: v.Node, Shapes: []credential.Shape{shape}}
		text := strings.ToLower(shape.String())
		if strings.Contains(text, "max-age=0") || strings.Contains(text, "max-age=-") || strings.Contains(text, "1970") || ok && strings.HasPrefix(strings.TrimSpace(rest), ";") {
			s.op = authflow.Remove
		}
		out = append(out, s)
	}
	return out
}

// spellsKey returns the text of the literal that is the key, to edit.
func spellsKey(n syntax.Node) (syntax.Node, bool) {
	if n.Is(syntax.String, syntax.PropertyIdentifier) {
		return n, true
	}
	return n, n.Kind() == syntax.TemplateString && scope.Unquote(n) != "" && !n.First().OK()
}
