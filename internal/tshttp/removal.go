package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A removal looks for what takes an interceptor away: the number that use
// returns is given to eject, or all are cleared.
type removal struct {
	*linker
	file    *module.File
	use     stageCall
	client  value.Value
	fault   authflow.RemovalFault
	faultAt source.Span
}

// of says whether the interceptor is removed; it is unknown where the number gets
// into hands that are not followed.
func (m *removal) of() authflow.Truth {
	if m.cleared() {
		return authflow.Yes
	}
	n, p := m.use.node, m.use.node.Parent()
	for p.Is(syntax.ParenthesizedExpression, syntax.AwaitExpression, syntax.AsExpression, syntax.NonNullExpression) {
		n, p = p, p.Parent()
	}
	switch p.Kind() {
	case syntax.ExpressionStatement:
		m.ejectsNothing()
		return authflow.No
	case syntax.ArrowFunction:
		if _, effect := effectOf(p); effect || calledAtOnce(p).OK() {
			return authflow.No // nobody gets what it returns
		}
	case syntax.VariableDeclarator:
		if name := p.Child(syntax.FieldName); name.Kind() == syntax.Identifier {
			return m.given(name)
		}
	case syntax.AssignmentExpression:
		if p.Child(syntax.FieldRight) != n {
			break
		}
		if left := p.Child(syntax.FieldLeft); left.Kind() == syntax.Identifier {
			return m.given(left)
		}
	}
	return authflow.Unknown
}

// given follows the number that a variable holds.
func (m *removal) given(name syntax.Node) authflow.Truth {
	b := m.file.Scopes.Lookup(name)
	if b == nil {
		return authflow.Unknown
	}
	for _, ref := range b.Refs {
		if ref == b.Node || slices.Contains(b.Writes, ref) {
			continue
		}
		c, ok := stageCallOf(ref.Parent().Parent())
		if !ok || c.method != "eject" || ref.Parent().Kind() != syntax.Arguments {
			return authflow.Unknown
		}
		switch {
		case c.stage != m.use.stage:
			m.fault, m.faultAt = authflow.OtherStage, m.file.Span(c.node)
		case m.isOther(m.file, c):
			m.fault, m.faultAt = authflow.OtherClient, m.file.Span(c.node)
		default:
			return authflow.Yes
		}
	}
	m.ejectsNothing()
	return authflow.No
}

// isOther reports whether a call is about another client, as far as both are
// known.
func (m *removal) isOther(f *module.File, c stageCall) bool {
	if c.object.Text() == m.use.object.Text() {
		return false
	}
	own, other := m.identify(m.client), m.identify(m.reader.eval.Eval(f, c.object, nil))
	return own != "" && other != "" && own != other
}

func (m *removal) identify(v value.Value) string {
	if c, ok := clientOf(v); ok {
		return c.key
	}
	return identity(v)
}

// ejectsNothing notes an eject() of the file that says not which.
func (m *removal) ejectsNothing() {
	for _, sh := range m.sheets {
		for _, c := range sh.stageCalls {
			if m.fault == authflow.NoFault && sh.file == m.file && c.method == "eject" && c.stage == m.use.stage && !firstOf(c.node.Child(syntax.FieldArguments)).OK() {
				m.fault, m.faultAt = authflow.NoID, m.file.Span(c.node)
			}
		}
	}
}

// cleared reports whether all interceptors of the client are taken away, in any
// of the ways that there are.
func (m *removal) cleared() bool {
	for _, sh := range m.sheets {
		for _, c := range sh.stageCalls {
			if c.method == "clear" && c.stage == m.use.stage && !m.isOther(sh.file, c) {
				return true
			}
		}
	}
	return strings.Contains(m.file.Tree.Source(), m.use.stage+".handlers")
}
