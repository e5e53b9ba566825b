package tshttp

import (
	"cmp"
	"path/filepath"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/discover"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// linkStorage makes facts of the accesses. A wrapper that takes the key, or a
// function that takes what is stored, is followed to its callers.
func (l *linker) linkStorage(dir string) {
	for _, sh := range l.sheets {
		for _, a := range sh.storage {
			for _, x := range l.reached(a, nil) {
				l.addStorage(x, dir)
				l.overwritesStored(sh, x)
			}
		}
	}
	slices.SortStableFunc(l.facts.Storage, func(a, b *authflow.StorageAccess) int {
		return cmp.Or(cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Start, b.At.Start))
	})
}

// A reach is an access as one chain of calls makes it; site is the outermost of
// them, or the access itself.
type reach struct {
	storage
	inner access
	site  value.Operand
	way   []value.Operand // the access, and the calls that lead to it
}

// reached evaluates an access for a chain of calls that lead to it, the
// innermost first, and goes on to their callers where these decide.
func (l *linker) reached(a access, chain []invocation) []reach {
	var env *value.Env
	var way []value.Operand
	for _, c := range slices.Backward(chain) {
		way = append(way, value.Operand{File: c.call.File, Node: c.call.Node, Env: env})
		if env = l.enter(c, env); env == nil {
			return []reach{{storage: storage{key: value.Value{File: a.file, Node: a.node}}, inner: a, site: chain[len(chain)-1].call}}
		}
	}
	way = append(way, value.Operand{File: a.file, Node: a.node, Env: env})
	slices.Reverse(way)
	site := value.Operand{File: a.file, Node: a.node}
	if len(chain) > 0 {
		site = chain[len(chain)-1].call
	}
	var out []reach
	for _, s := range l.reader.storages(a.file, a.node, env) {
		f, fn := l.reader.decidedBy(s)
		if f == nil || len(chain) == maxCallers {
			out = append(out, reach{s, a, site, way})
			continue
		}
		callers := l.invocations(placeOf(f, fn))
		for _, c := range callers {
			out = append(out, l.reached(a, append(slices.Clone(chain), c))...)
		}
		if len(callers) == 0 && !(isPlainFunction(fn) && paramOf(s.key) != nil) {
			out = append(out, reach{s, a, site, way})
		}
	}
	return out
}

// isPlainFunction: the function is called by its name alone, so that every call
// of it is found in the files that name it. Those that name no token were not
// read.
func isPlainFunction(fn syntax.Node) bool {
	return (fn.Kind() == syntax.FunctionDeclaration || fn.Parent().Kind() == syntax.VariableDeclarator) && !functionOf(fn).OK()
}

// addStorage makes facts of one access: one for each key that it may be about.
func (l *linker) addStorage(x reach, dir string) {
	a := authflow.StorageAccess{At: x.site.File.Span(x.site.Node), Store: x.store, Op: x.op, NoMethod: x.noMethod}
	inner := x.inner.file.Span(x.inner.node)
	if a.At != inner {
		a.Via = inner
	}
	if fn := functionOf(x.site.Node); fn.OK() {
		a.In = x.site.File.Span(fn)
		a.EndsSession = namedLogout(fn)
	}
	if rel, err := filepath.Rel(dir, a.At.File); err == nil {
		a.Test = discover.IsTest(filepath.ToSlash(rel))
	}
	l.describeAccess(&a, x)
	if x.op == authflow.Clear {
		l.keepStorage(a)
		return
	}
	var open []credential.Shape
	for _, shape := range l.reader.eval.Shapes(value.Operand{Val: &x.key}) {
		if key, ok := shape.Constant(); ok && key != "" {
			one := a
			one.Key, one.KeyAt = key, keyAt(x, key)
			one.Owner = l.ownerOf(key, a.At.File)
			l.keepStorage(one)
			continue
		}
		open = append(open, shape)
	}
	if len(open) > 0 || x.key.File == nil {
		a.Keys = open
		l.keepStorage(a)
	}
}

func namedLogout(fn syntax.Node) bool {
	for ; fn.OK(); fn = functionOf(fn) {
		if authflow.PurposeOfName(calledAs(fn)) == authflow.Logout {
			return true
		}
	}
	return false
}

// keyAt is the place of the literal that spells the key in the access itself.
func keyAt(x reach, key string) source.Span {
	n, f := x.keyNode, x.inner.file
	if x.site.Node != x.inner.node {
		f = x.site.File
		n = syntax.Node{}
		for a := range x.site.Node.Child(syntax.FieldArguments).Elements() {
			if a.Kind() == syntax.String && a.Text()[1:len(a.Text())-1] == key {
				n = a
			}
		}
	}
	switch {
	case n.Kind() == syntax.PropertyIdentifier && n.Text() == key:
		return f.Span(n)
	case n.Kind() == syntax.String && n.Text()[1:len(n.Text())-1] == key:
		at := f.Span(n)
		at.Start++
		at.End--
		return at
	}
	return source.Span{}
}

// describeAccess says what is written, and in which form.
func (l *linker) describeAccess(a *authflow.StorageAccess, x reach) {
	switch x.op {
	case authflow.Read:
		a.Encoding = l.reader.decoding(x.inner.file, x.inner.node)
		if a.Encoding == authflow.EncodingUnknown && x.site.Node != x.inner.node {
			a.Encoding = l.reader.decoding(x.site.File, x.site.Node)
		}
	case authflow.Write:
		if isEmptyValue(x.val) {
			a.Op = authflow.Remove
			return
		}
		a.Value = l.reader.eval.Shapes(value.Operand{Val: &x.val})
		a.Encoding, a.Text = l.reader.encoding(x.val)
		a.Cipher = l.reader.cipherOf(x.storage)
		a.Unheard = l.unheard(x.way)
		if a.IsWebStorage() {
			a.Unasked = l.unasked(x)
		}
	}
	if x.encoding != authflow.EncodingUnknown {
		a.Encoding = x.encoding
	}
}

// isEmptyValue: storing it is meant as removing.
func isEmptyValue(v value.Value) bool {
	s, ok := v.Constant()
	return v.Kind == value.Null || v.Kind == value.Undefined || ok && s == ""
}

func (l *linker) keepStorage(a authflow.StorageAccess) {
	if a.Via.Valid() && slices.ContainsFunc(l.facts.Storage, func(o *authflow.StorageAccess) bool {
		return o.At == a.At && o.Store == a.Store && o.Op == a.Op && o.Key == a.Key
	}) {
		return
	}
	l.facts.Storage = append(l.facts.Storage, &a)
}
