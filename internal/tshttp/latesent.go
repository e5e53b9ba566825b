package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readLateHeaders finds a header that is set on the object which a request was
// given, after the request and in the same block: fetch and axios have read it.
// The object must be made in that block and be used for nothing afterwards.
func (r *reader) readLateHeaders(c call, headers value.Value) {
	made := headers.Node
	if headers.File != r.file || !made.OK() || headers.Kind != value.Object && !(headers.Kind == value.Call && headers.New) {
		return
	}
	decl := made.Parent()
	for decl.Is(syntax.AsExpression, syntax.SatisfiesExpression) {
		decl = decl.Parent()
	}
	name := decl.Child(syntax.FieldName)
	if decl.Kind() != syntax.VariableDeclarator || name.Kind() != syntax.Identifier {
		return
	}
	b, block := r.file.Scopes.Lookup(name), decl.Parent().Parent()
	if b == nil || len(b.Writes) > 0 || scope.Enclosing(c.value.Node) != scope.Enclosing(made) {
		return
	}
	sent := statementIn(c.value.Node, block)
	if !sent.Is(syntax.LexicalDeclaration, syntax.VariableDeclaration, syntax.ExpressionStatement) {
		return // on a branch, or the end
	}
	var late []*authflow.LateWrite
	for _, ref := range b.Refs {
		if ref.Start() < sent.End() {
			continue
		}
		w := headerSetOn(ref)
		if !w.OK() || w.Parent().Kind() != syntax.ExpressionStatement || w.Parent().Parent() != block {
			return // it may be sent again
		}
		if strings.Contains(strings.ToLower(w.Text()), "authorization") {
			late = append(late, &authflow.LateWrite{At: r.span(w), What: writtenAs(w), Fault: authflow.AfterRead, Because: c.value.Span()})
		}
	}
	r.out.late = append(r.out.late, late...)
}

// statementIn is the statement of a block that n stands in.
func statementIn(n, block syntax.Node) syntax.Node {
	for n.OK() && n.Parent() != block {
		n = n.Parent()
	}
	return n
}

// headerSetOn returns the call or assignment that sets a header on the object
// of a name: headers.set(…), headers.Authorization = ….
func headerSetOn(ref syntax.Node) syntax.Node {
	m := ref.Parent()
	if !m.Is(syntax.MemberExpression, syntax.SubscriptExpression) || m.Child(syntax.FieldObject) != ref {
		return syntax.Node{}
	}
	w := m.Parent()
	switch {
	case w.Kind() == syntax.CallExpression && w.Child(syntax.FieldFunction) == m && slices.Contains(headerSetters, m.Child(syntax.FieldProperty).Text()),
		w.Kind() == syntax.AssignmentExpression && w.Child(syntax.FieldLeft) == m:
		return w
	}
	return syntax.Node{}
}

// writtenAs is how the code spells what sets a header.
func writtenAs(w syntax.Node) string {
	if w.Kind() == syntax.CallExpression {
		return w.Child(syntax.FieldFunction).Text()
	}
	return w.Child(syntax.FieldLeft).Text()
}

// lateResends finds the new header that a handler of failures gives to the
// request that failed, and then does not send it.
func (l *linker) lateResends(sh *sheet) {
	for _, h := range sh.headers {
		if h.at.path != sh.file.Path || h.key != "" {
			continue
		}
		n := sh.file.Tree.At(h.at.node)
		if n.Kind() != syntax.AssignmentExpression {
			continue
		}
		config := n.Child(syntax.FieldLeft)
		for config.Is(syntax.MemberExpression, syntax.SubscriptExpression, syntax.NonNullExpression) && !namesHeaders(config.Child(syntax.FieldProperty).Text()) {
			config = config.First()
		}
		if config = config.Child(syntax.FieldObject); !config.OK() {
			continue
		}
		for _, i := range sh.interceptors {
			if !i.response || i.file != sh.file || !i.node.Contains(n) || !l.failedConfig(sh, config, i) || l.handedOnLater(sh, config, i) {
				continue
			}
			l.facts.LateWrites = append(l.facts.LateWrites, &authflow.LateWrite{
				At: h.fact.At, What: n.Child(syntax.FieldLeft).Text(), Fault: authflow.NeverResent, Because: sh.file.Span(i.node),
			})
			break
		}
	}
}

// failedConfig: an expression is the configuration of the failure that a handler
// was given.
func (l *linker) failedConfig(sh *sheet, config syntax.Node, i interceptor) bool {
	v := l.reader.eval.Eval(sh.file, config, nil)
	root, path := v.Path()
	p := paramOf(root)
	return p != nil && p.Func == i.node && p.Index == 0 && len(path) > 0 && path[len(path)-1] == "config"
}

// handedOnLater: the configuration, or the failure that has it, is used in
// another way than to read or set what is in it, or to reject with it.
func (l *linker) handedOnLater(sh *sheet, config syntax.Node, i interceptor) bool {
	root := config
	for root.Is(syntax.MemberExpression, syntax.NonNullExpression) {
		root = root.First()
	}
	names := []*scope.Binding{sh.file.Scopes.Lookup(root)}
	for _, b := range sh.file.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == i.node && b.Index == 0 {
			names = append(names, b)
		}
	}
	for at := 0; at < len(names); at++ { // more join it on the way
		if names[at] == nil {
			return true
		}
		for _, ref := range names[at].Refs {
			n := withHeader(ref)
			if !n.OK() {
				continue
			}
			if p := n.Parent(); p.Kind() == syntax.VariableDeclarator {
				for _, b := range sh.file.Scopes.Bindings() {
					if b.Decl == p && !slices.Contains(names, b) {
						names = append(names, b)
					}
				}
			} else if handsOn(p, n) {
				return true
			}
		}
	}
	return false
}

// withHeader is the largest expression around a mention of a failure or its
// configuration that still has the header in it, if there is one: error.config,
// not error.response.status.
func withHeader(ref syntax.Node) syntax.Node {
	n, part := ref, false
	for n.Parent().Is(syntax.MemberExpression, syntax.SubscriptExpression, syntax.NonNullExpression) && n.Parent().First() == n {
		n = n.Parent()
		part = part || n.Kind() != syntax.NonNullExpression
	}
	if last := lastName(n.Text()); part && last != "config" && last != "headers" {
		return syntax.Node{}
	}
	for p := n.Parent(); ; n, p = p, p.Parent() {
		switch {
		case p.Is(syntax.ParenthesizedExpression, syntax.AsExpression, syntax.AwaitExpression):
		case shortCircuits(p):
		case p.Kind() == syntax.TernaryExpression && p.Child(syntax.FieldCondition) != n:
		default:
			return n
		}
	}
}

// handsOn: p, the parent of n, gives it to other code, which may send it.
func handsOn(p, n syntax.Node) bool {
	switch p.Kind() {
	case syntax.Arguments:
		call := p.Parent()
		return !isLog(call) && calleeName(call) != "reject" && calleeName(call) != "isAxiosError"
	case syntax.AssignmentExpression:
		return p.Child(syntax.FieldRight) == n
	case syntax.ArrowFunction:
		return p.Child(syntax.FieldBody) == n
	case syntax.ReturnStatement, syntax.SpreadElement, syntax.Pair, syntax.Array:
		return true
	}
	return n.Kind() == syntax.ShorthandPropertyIdentifier
}
