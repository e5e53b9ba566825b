package tshttp

import (
	"bytes"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Some questions only the callers of a function can answer: what is passed for
// the parameter that it writes into a header, which handlers it registers.

// An invocation is a call of a function of the project.
type invocation struct {
	fn   place
	call value.Operand
}

// maxCallers bounds how far callers of callers are asked.
const maxCallers = 4

// askCallersOf notes that callers of a function have to be read.
func (r *reader) askCallersOf(fn syntax.Node) {
	r.out.offers = true
	if name := calledBy(r.file, fn); !slices.Contains(r.out.asks, name) {
		r.out.asks = append(r.out.asks, name)
	}
}

// calledBy returns the name that callers of a function have to write; empty
// where it has none, or where importers give it one.
func calledBy(f *module.File, fn syntax.Node) string {
	decl := fn
	if p := fn.Parent(); p.Is(syntax.VariableDeclarator, syntax.PublicFieldDefinition, syntax.FieldDefinition, syntax.Pair) {
		decl = p
	}
	if x, ok := f.Export("default"); ok && (x.Node == fn || x.Binding != nil && x.Binding.Decl == decl) {
		return ""
	}
	for _, field := range []syntax.Field{syntax.FieldName, syntax.FieldProperty, syntax.FieldKey} {
		if name := decl.Child(field); name.OK() {
			return name.Text()
		}
	}
	return ""
}

// concerns reports whether an importer of a file is worth reading: it leads on
// to where clients are used, or it names a function whose callers decide.
func (sh *sheet) concerns(src []byte) bool {
	for _, name := range sh.asks {
		if bytes.Contains(src, []byte(name)) {
			return true
		}
	}
	for _, asked := range sh.keyAsks {
		if slices.ContainsFunc(aliases(src, sh.file.Path, asked), func(name string) bool { return passesKey(src, name) }) {
			return true
		}
	}
	return sh.offers && leadsOn(src) || exportsAny(src, sh.file.Path, sh.keyAsks)
}

// askForKeysOf notes that the callers of a function decide which key of a store
// it accesses.
func (sh *sheet) askForKeysOf(fn syntax.Node) {
	sh.keyFuncs = append(sh.keyFuncs, placeOf(sh.file, fn))
	if name := calledBy(sh.file, fn); !slices.Contains(sh.keyAsks, name) {
		sh.keyAsks = append(sh.keyAsks, name)
	}
}

// invocations returns the calls of a function that were seen.
func (l *linker) invocations(fn place) []invocation {
	var out []invocation
	for _, sh := range l.sheets {
		for _, c := range sh.calls {
			if c.fn == fn {
				out = append(out, c)
			}
		}
	}
	return out
}

// enter binds the parameters of the function that c calls, as outer binds the
// names around the call.
func (l *linker) enter(c invocation, outer *value.Env) *value.Env {
	eval := l.reader.eval
	site := value.Operand{File: c.call.File, Node: c.call.Node, Env: outer}
	call := value.Value{Kind: value.Call, File: site.File, Node: site.Node, Env: outer}
	for _, fn := range eval.Eval(site.File, site.Node.Child(syntax.FieldFunction), outer).Alternatives() {
		if fn.Kind == value.Function && placeOf(fn.File, fn.Node) == c.fn {
			return eval.Enter(fn, call.Arguments(), site)
		}
	}
	return nil
}

// askCallers says what the callers pass for a parameter that is written. Where
// some of them pass a scheme, each call is a write of its own, since they cannot
// all be right; where none does, the function is where to put it. A function
// that nobody was seen to call is judged by its parameter's name.
func (l *linker) askCallers(h *header) []*authflow.HeaderWrite {
	if !h.param.OK() {
		return []*authflow.HeaderWrite{h.fact}
	}
	var out []*authflow.HeaderWrite
	seen := false
	for _, c := range l.invocations(placeOf(h.file, h.param)) {
		writes, ok := l.passed(h, []invocation{c})
		seen = seen || ok
		out = append(out, writes...)
	}
	if !seen {
		return []*authflow.HeaderWrite{h.fact}
	}
	whole := *h.fact
	whole.Values = nil
	for _, w := range out {
		if slices.ContainsFunc(w.Values, credential.HasScheme) {
			return out
		}
		whole.Values = append(whole.Values, w.Values...)
	}
	if len(whole.Values) == 0 {
		return nil // every caller takes the header away
	}
	return []*authflow.HeaderWrite{&whole}
}

// passed evaluates the header for a chain of calls, the innermost first. Where
// the outermost passes on its own function's parameter, its callers are asked.
// It reports false where the chain cannot be followed.
func (l *linker) passed(h *header, chain []invocation) (out []*authflow.HeaderWrite, ok bool) {
	var env *value.Env
	for _, c := range slices.Backward(chain) {
		if env = l.enter(c, env); env == nil {
			return nil, false
		}
	}
	shapes := l.reader.eval.Shapes(value.Operand{File: h.file, Node: h.val, Env: env})
	last := chain[len(chain)-1]
	if slices.ContainsFunc(shapes, isParameter) && len(chain) < maxCallers {
		around := functionOf(last.call.Node)
		for _, c := range l.invocations(placeOf(last.call.File, around)) {
			writes, followed := l.passed(h, append(slices.Clone(chain), c))
			out, ok = append(out, writes...), ok || followed
		}
		if ok {
			return out, true
		}
	}
	shapes = slices.DeleteFunc(shapes, func(s credential.Shape) bool { return len(s) == 0 })
	shapes = l.reader.withTests(shapes, append(sites(chain), value.Operand{File: h.file, Node: h.val})...)
	if len(shapes) == 0 {
		return nil, true // null: the header is taken away
	}
	w := *h.fact
	w.Values, w.Via = shapes, h.fact.At
	w.At = last.call.File.Span(last.call.Node)
	w.ValueAt, w.PutScheme = w.At, nil
	if arg := l.argument(h, last, len(chain)); arg.OK() {
		w.ValueAt, w.PutScheme = last.call.File.Span(arg), putScheme(last.call.File, arg)
		w.Values = named(shapes, value.Spell(arg))
	}
	return []*authflow.HeaderWrite{&w}, true
}

// sites are the calls of a chain.
func sites(chain []invocation) []value.Operand {
	var out []value.Operand
	for _, c := range chain {
		out = append(out, c.call)
	}
	return out
}

// named gives values that are one hole the name that the caller has for them.
func named(shapes []credential.Shape, name string) []credential.Shape {
	var out []credential.Shape
	for _, s := range shapes {
		if h := s.Sole(); h != nil {
			own := *h
			own.Name = name
			s = credential.Of(own, s[0].At)
		}
		out = append(out, s)
	}
	return out
}

// isParameter: the value is a parameter as it came in.
func isParameter(s credential.Shape) bool {
	h := s.Sole()
	return h != nil && h.Origin == credential.Param
}

// argument returns the argument of a call that is the header's value: at the
// position of the parameter that is written, or the only one there is.
func (l *linker) argument(h *header, c invocation, depth int) syntax.Node {
	var args []syntax.Node
	for a := range c.call.Node.Child(syntax.FieldArguments).Elements() {
		args = append(args, a)
	}
	switch {
	case len(args) == 1:
		return args[0]
	case depth == 1 && h.index < len(args):
		return args[h.index]
	}
	return syntax.Node{}
}

// registerHandlers asks the callers of functions that register a handler which
// they are given: client.addResponseInterceptor({ rejected: … }).
func (l *linker) registerHandlers() {
	for _, sh := range l.sheets {
		for _, reg := range sh.registrations {
			for _, other := range l.sheets {
				for _, c := range other.calls {
					if c.fn != reg.fn {
						continue
					}
					l.reader.file, l.reader.out = other.file, other
					if env := l.enter(c, nil); env != nil {
						l.reader.register(reg.call.File, reg.call.Node, env, reg.stage)
					}
				}
			}
		}
	}
}

// putScheme returns the edits that put Bearer before a value.
func putScheme(f *module.File, val syntax.Node) []authflow.Edit {
	before, after := f.Span(val), f.Span(val)
	if soleSubstitution(val).OK() {
		before.Start++
		before.End = before.Start
		return []authflow.Edit{{At: before, Text: "Bearer "}}
	}
	if !val.Is(syntax.Identifier, syntax.MemberExpression, syntax.CallExpression, syntax.SubscriptExpression, syntax.AwaitExpression, syntax.NonNullExpression) {
		return nil
	}
	before.End, after.Start = before.Start, after.End
	return []authflow.Edit{{At: before, Text: "`Bearer ${"}, {At: after, Text: "}`"}}
}
