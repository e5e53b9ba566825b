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

// Refresh tokens of answers that are written over the old ones.

// An overwrite waits for its request to be linked.
type overwrite struct {
	fact *authflow.Overwrite
	sent []source.Span // the calls that send the request
}

// readOverwrite reads what changes an object that has a refresh token already:
// { ...token, refreshToken: data.refresh_token }, this.refreshToken = ….
func (r *reader) readOverwrite(n syntax.Node) {
	name, val := syntax.Node{}, syntax.Node{}
	switch n.Kind() {
	case syntax.Pair:
		name, val = n.Child(syntax.FieldKey), n.Child(syntax.FieldValue)
	case syntax.ShorthandPropertyIdentifier:
		name, val = n, n
	case syntax.AssignmentExpression:
		if left := n.Child(syntax.FieldLeft); left.Kind() == syntax.MemberExpression {
			name, val = left.Child(syntax.FieldProperty), n.Child(syntax.FieldRight)
		}
	}
	if !name.OK() || !credential.IsRefreshTokenName(strings.Trim(name.Text(), `'"`)) || !r.hasOld(n) {
		return
	}
	r.addOverwrite(r.value(val), r.operand(val), r.operand(n))
}

// hasOld: what a property is written to was there before, and may have the
// property.
func (r *reader) hasOld(n syntax.Node) bool {
	if n.Kind() == syntax.AssignmentExpression {
		root := n.Child(syntax.FieldLeft)
		for root.Kind() == syntax.MemberExpression {
			root = root.Child(syntax.FieldObject)
		}
		b := r.file.Scopes.Lookup(root)
		return root.Kind() == syntax.This || b != nil && (b.Kind == scope.Param || !b.Init.Is(syntax.Object, syntax.NewExpression)) &&
			!slices.Contains(webStorageNames, n.Child(syntax.FieldLeft).Child(syntax.FieldObject).Text())
	}
	for m := range n.Parent().Elements() {
		if m == n {
			return false
		}
		if m.Kind() == syntax.SpreadElement && len(r.answered(r.value(firstOf(m)))) == 0 {
			return true
		}
	}
	return false
}

// addOverwrite notes a write of the refresh token of an answer. at are the places
// that it passes on its way, that of the value first and that of the write last.
func (r *reader) addOverwrite(v value.Value, at ...value.Operand) {
	alts := v.Alternatives()
	field := alts[0]
	if field.Kind != value.Member || !credential.IsRefreshTokenName(field.Name) {
		return
	}
	calls := r.answered(field)
	if len(calls) == 0 {
		return
	}
	site := at[len(at)-1]
	o := overwrite{fact: &authflow.Overwrite{At: site.File.Span(site.Node), Token: value.Spell(at[0].Node), Tested: len(alts) > 1 || hasDefault(at[0])}}
	for _, a := range at {
		o.fact.Tested = o.fact.Tested || r.asksFor(field, a)
	}
	for _, c := range calls {
		o.sent = append(o.sent, c.Span())
		if d := r.declaredAround(c); d.optional.Valid() {
			o.fact.MayLack, o.fact.OptionalAt = authflow.Yes, d.optional
		} else if slices.ContainsFunc(d.tokens, credential.IsRefreshTokenName) {
			o.fact.MayLack = authflow.No
		}
	}
	r.out.overwrites = append(r.out.overwrites, o)
}

// overwritesStored notes a write to a store, as one chain of calls makes it.
func (l *linker) overwritesStored(sh *sheet, x reach) {
	if x.op != authflow.Write || x.val.File == nil {
		return
	}
	first := x.val.Alternatives()[0]
	l.reader.out = sh
	l.reader.addOverwrite(x.val, append([]value.Operand{{File: first.File, Node: first.Node, Env: first.Env}}, x.way...)...)
}

// hasDefault: const { refresh_token = old } = data.
func hasDefault(o value.Operand) bool {
	b := o.File.Scopes.Lookup(o.Node)
	return b != nil && slices.ContainsFunc(b.Path, func(s scope.Step) bool { return s.Default.OK() })
}

// declaredAround reads the type of the answer to a request from the functions that
// it goes through, the outermost first.
func (r *reader) declaredAround(sent value.Value) declaration {
	sites := append([]value.Operand{{File: sent.File, Node: sent.Node}}, wrappers(sent)...)
	outer := sites[len(sites)-1]
	return r.declared(outer.File, outer.Node, sites)
}

// asksFor reports whether the function around a place asks for a field of an
// answer.
func (r *reader) asksFor(field value.Value, at value.Operand) bool {
	return asksAround(at.Node, func(test syntax.Node) bool { return r.speaksOf(field, at.File, test, at.Env) })
}

// asksAround reports whether the outermost function around a place has a test that
// is about something, anywhere: what looks like a test counts.
func asksAround(at syntax.Node, about func(test syntax.Node) bool) bool {
	var outer syntax.Node
	for fn := functionOf(at); fn.OK(); fn = functionOf(fn) {
		outer = fn
	}
	for n := range outer.Descendants() {
		var test syntax.Node
		switch n.Kind() {
		case syntax.IfStatement, syntax.TernaryExpression, syntax.SwitchStatement:
			test = n.Child(syntax.FieldCondition)
			if n.Kind() == syntax.SwitchStatement {
				test = n.Child(syntax.FieldValue)
			}
		case syntax.BinaryExpression, syntax.AugmentedAssignmentExpression:
			if op := n.Operator(); strings.HasPrefix(op, "&&") || strings.HasPrefix(op, "||") || strings.HasPrefix(op, "??") {
				test = n.Child(syntax.FieldLeft)
			}
		case syntax.UnaryExpression:
			test = n.Child(syntax.FieldArgument)
		case syntax.CallExpression:
			if name := calleeName(n); name == "invariant" || name == "assert" || name == "Boolean" {
				test = n.Child(syntax.FieldArguments)
			}
		}
		if test.OK() && about(test) {
			return true
		}
	}
	return false
}

// speaksOf reports whether a test is about a field of an answer: it reads it, names
// it, or hands the answer to a function that may look.
func (r *reader) speaksOf(field value.Value, f *module.File, test syntax.Node, env *value.Env) bool {
	root, _ := field.Path()
	return anyBelow(test, func(n syntax.Node) bool {
		switch n.Kind() {
		case syntax.String:
			return scope.Unquote(n) == field.Name
		case syntax.Identifier, syntax.MemberExpression, syntax.SubscriptExpression:
			for _, v := range r.eval.Eval(f, n, env).Alternatives() {
				if from, _ := v.Path(); v.Kind == value.Member && v.Name == field.Name && from.Node == root.Node {
					return true
				}
			}
		case syntax.CallExpression:
			for a := range n.Child(syntax.FieldArguments).Elements() {
				if from, _ := r.eval.Eval(f, a, env).Path(); from.Kind == value.Call && from.Node == root.Node {
					return true
				}
			}
		}
		return false
	})
}

// linkOverwrites joins the writes to their requests: refreshes alone matter.
func (l *linker) linkOverwrites() {
	for _, sh := range l.sheets {
		for _, o := range sh.overwrites {
			i := slices.IndexFunc(l.facts.Requests, func(q *authflow.Request) bool {
				return q.Purpose == authflow.Refresh && (slices.Contains(o.sent, q.At) || slices.Contains(o.sent, q.Sends))
			})
			if i >= 0 {
				o.fact.Request = l.facts.Requests[i]
				l.facts.Overwrites = append(l.facts.Overwrites, o.fact)
			}
		}
	}
}
