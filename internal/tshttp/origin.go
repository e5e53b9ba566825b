package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// describe turns a value that is no constant into a hole: where it comes from
// and what is known of it.
func (r *reader) describe(v value.Value, name string) credential.Hole {
	h := credential.Hole{Name: name, Promise: v.Promise}
	if s, ok := r.storedValue(v); ok {
		h.Origin, h.Store, h.MayBeNull, h.Undefined = credential.Storage, s.store, !hasFallback(v.Node), s.store == "cookie"
		h.Key, _ = s.key.Constant()
		h.ReadAt = readAt(v)
		return h
	}
	switch v.Kind {
	case value.Param:
		h.Origin, h.Key = credential.Param, v.Name
	case value.Member:
		r.describeMember(v, &h)
	case value.Call:
		if arg, ok := parsed(v); ok {
			h := r.describe(r.eval.Value(arg), name)
			h.Parsed = true
			return h
		}
		if arg, ok := r.encoded(v); ok {
			h.Encodes = arg
		}
		h.Origin, h.MayHaveScheme = credential.Call, true
		h.FromURL = v.Base != nil && v.Base.Kind == value.Member && v.Base.Name == "get" && isQuery(*v.Base.Base)
		h.Reshaped = v.Base != nil && v.Base.Kind == value.Member && slices.Contains(reshapers, v.Base.Name)
	case value.Unknown:
		if v.Binding == nil {
			h.MayHaveScheme = true
			break
		}
		h.Origin, h.Key = credential.Variable, v.Binding.Name
	case value.Global:
		h.Origin, h.Key = credential.Variable, v.Name
	default:
		h.MayHaveScheme = true
	}
	return h
}

// isQuery: new URLSearchParams(location.search), url.searchParams, and what the
// routers call useSearchParams.
func isQuery(v value.Value) bool {
	return v.Kind == value.Call && v.New && v.Base.IsGlobal("URLSearchParams") || v.Kind == value.Member && v.Name == "searchParams" ||
		v.Kind == value.Call && v.Base != nil && v.Base.Name == "useSearchParams"
}

// storedValue recognizes what is read from a store: the result of the call, or
// the value in it. Left out is the storage of mini programs: their servers
// mostly take the token as it was stored, so what is read there tells less than
// a name.
func (r *reader) storedValue(v value.Value) (storage, bool) {
	if v.Kind == value.Member && v.Name == "value" { // (await Preferences.get({ key })).value, cookies().get('token').value
		v = *v.Base
		if s, ok := r.storageCall(v); ok && isNuxtCookie(v) {
			s.store = "cookie"
			return s, !cookieHasDefault(v)
		}
	}
	s, ok := r.storageCall(v)
	return s, ok && s.op == authflow.Read && s.noMethod == "" && !s.mini
}

// reshapers are the methods of strings whose result may begin otherwise.
var reshapers = []string{"replace", "replaceAll", "repeat", "padStart", "slice", "substring", "substr", "join", "concat", "at", "charAt"}

// parsed sees through JSON.parse and atob, which hand on what was stored.
func parsed(v value.Value) (value.Operand, bool) {
	b := v.Base
	if b != nil && b.Kind == value.Member && b.Name == "parse" && b.Base.IsGlobal("JSON") {
		return v.Arg(0), true
	}
	return value.Operand{}, false
}

func (r *reader) describeMember(v value.Value, h *credential.Hole) {
	root, path := v.Path()
	last := path[len(path)-1]
	h.Origin, h.Key = credential.Variable, last
	switch {
	case isMeta(root.Node, path), root.IsGlobal("process") && path[0] == "env":
		h.Origin = credential.Env
	case root.Kind == value.Call && root.New && root.Base.Kind == value.External:
		h.MayHaveScheme = true // a library's token may be "Bot …"
	case root.IsGlobal("localStorage"), root.IsGlobal("sessionStorage"):
		h.Origin, h.Store, h.MayBeNull, h.Undefined = credential.Storage, root.Name, !hasFallback(v.Node), true
		h.ReadAt = readAt(v)
	case root.Kind == value.Call && root.Base.Kind == value.Member && root.Base.Name == "getState":
		h.Origin, h.MayBeNull = credential.Store, !hasFallback(v.Node)
		h.ReadAt = readAt(v)
	case slices.ContainsFunc(path, isHeaders):
		// A header that is handed on has whatever scheme it came with.
		h.Origin, h.MayHaveScheme = credential.Header, true
	}
	if arg, ok := parsed(root); ok && root.Kind == value.Call {
		for _, a := range r.eval.Value(arg).Alternatives() {
			if s, ok := r.storageCall(a); ok && s.op == authflow.Read {
				h.ReadAt = readAt(a) // JSON.parse(localStorage.getItem('user')).token
			}
		}
	}
	if h.Origin != credential.Env && h.Origin != credential.Header && (isOptional(v.Node) || isGuarded(v.Node)) && !hasFallback(v.Node) {
		h.MayBeNull, h.Undefined = true, true
	}
}

// isMeta recognizes import.meta.env, which one grammar takes for an expression
// of its own and the other for a property of import.
func isMeta(root syntax.Node, path []string) bool {
	if root.Kind() == syntax.Import && len(path) > 1 && path[0] == "meta" {
		return path[1] == "env"
	}
	return root.Kind() == syntax.MetaProperty && path[0] == "env"
}

// isOptional: user?.token, and session?.user.token, which is undefined as a
// whole where session is.
func isOptional(n syntax.Node) bool {
	for ; n.Kind() == syntax.MemberExpression; n = n.Child(syntax.FieldObject) {
		if n.Has(syntax.OptionalChain) {
			return true
		}
	}
	return false
}

// isGuarded: user && user.token, the older spelling of user?.token.
func isGuarded(n syntax.Node) bool {
	and := n.Parent()
	if and.Kind() != syntax.BinaryExpression || and.Operator() != "&&" || and.Child(syntax.FieldRight) != n {
		return false
	}
	last := and.Child(syntax.FieldLeft)
	if last.Kind() == syntax.BinaryExpression {
		last = last.Child(syntax.FieldRight)
	}
	for o := n.Child(syntax.FieldObject); o.OK(); o = o.Child(syntax.FieldObject) {
		if o.Text() == last.Text() {
			return true
		}
	}
	return false
}

func isHeaders(name string) bool {
	return strings.EqualFold(name, "headers") || strings.EqualFold(name, "header")
}

// encoded sees what btoa(x) and Buffer.from(x).toString('base64') encode.
func (r *reader) encoded(v value.Value) (credential.Shape, bool) {
	switch {
	case v.Base == nil:
		return nil, false
	case v.Base.IsGlobal("btoa"), v.Base.From("encode", "base-64", "js-base64"), v.Base.From("btoa", "btoa", "base-64"):
	case v.Base.Kind == value.Member && v.Base.Name == "toString" && v.Base.Base.Kind == value.Call:
		if form, _ := r.eval.Value(v.Arg(0)).Constant(); form != "base64" {
			return nil, false
		}
		v = *v.Base.Base
		if root, path := v.Base.Path(); !root.IsGlobal("Buffer") && !root.From("Buffer", "buffer") || len(path) != 1 || path[0] != "from" {
			return nil, false
		}
	default:
		return nil, false
	}
	shapes := r.eval.Shapes(v.Arg(0))
	if len(shapes) != 1 {
		return nil, false
	}
	return r.withTests([]credential.Shape{withOptional(shapes[0], v.File)}, v.Arg(0))[0], true
}

// withOptional marks the parameters in a shape that callers may leave out:
// (user: string, password?: string).
func withOptional(s credential.Shape, f *module.File) credential.Shape {
	for i, p := range s {
		if p.Hole == nil || p.Hole.Origin != credential.Param || p.At.File != f.Path {
			continue
		}
		b := f.Scopes.Lookup(nodeAt(f, p.At.Start, p.At.End))
		if b == nil || b.Decl.Kind() != syntax.OptionalParameter || b.Init.OK() || len(b.Path) > 0 {
			continue
		}
		h := *p.Hole
		h.MayBeNull, h.Undefined = true, true
		s = slices.Clone(s)
		s[i].Hole = &h
	}
	return s
}
