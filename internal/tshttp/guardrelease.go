package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// A flag that is set and set back before the request is sent again: it keeps
// apart those who are refused at the same time, and lets the next refusal in.

// released reports whether a flag that was tested is surely false again when
// call n sends the request.
//
// Have: busy = true; await refresh(); busy = false; return api(config)
func (g guards) released(n syntax.Node, t authflow.State) bool {
	if t.Kind != authflow.Outer && t.Kind != authflow.OnRequest {
		return false
	}
	freed := false
	for child, p := n, n.Parent(); p.OK() && child != g.fn; child, p = p, p.Parent() {
		if !p.Is(syntax.StatementBlock, syntax.SwitchCase) {
			continue
		}
		for _, s := range slices.Backward(statementsBefore(p, child)) {
			switch value, written := g.writeOf(s, t); {
			case written && value.Kind() == syntax.False:
				freed = true
			case written:
				return freed
			case freed || !g.writesBelow(s, t):
			case s.Kind() == syntax.TryStatement && (g.frees(s.Child(syntax.FieldBody), t) || g.frees(s.Child(syntax.FieldFinalizer), t)):
				return true
			default:
				return false // on some ways it may be set still
			}
		}
	}
	return false // never set here
}

// statementsBefore lists the statements of a block that stand before one of them.
func statementsBefore(block, s syntax.Node) []syntax.Node {
	var out []syntax.Node
	for c := range block.Children() {
		if c == s {
			break
		}
		out = append(out, c)
	}
	return out
}

// frees: a statement of the block itself sets the flag back, and none after it
// sets it again.
func (g guards) frees(block syntax.Node, t authflow.State) bool {
	if block.Kind() == syntax.FinallyClause {
		block = block.Child(syntax.FieldBody)
	}
	freed := false
	for s := range block.Children() {
		if value, written := g.writeOf(s, t); written {
			freed = value.Kind() == syntax.False
		}
	}
	return freed
}

// writeOf returns what a statement sets the flag to.
func (g guards) writeOf(s syntax.Node, t authflow.State) (syntax.Node, bool) {
	x := firstOf(s)
	if s.Kind() != syntax.ExpressionStatement || x.Kind() != syntax.AssignmentExpression || !g.names(x.Child(syntax.FieldLeft), t) {
		return syntax.Node{}, false
	}
	return x.Child(syntax.FieldRight), true
}

func (g guards) writesBelow(s syntax.Node, t authflow.State) bool {
	return anyBelow(s, func(m syntax.Node) bool { return isWritten(m) && g.names(m, t) })
}

// names: the place that is written is the state.
func (g guards) names(left syntax.Node, t authflow.State) bool {
	return slices.ContainsFunc(g.target(left), func(s authflow.State) bool {
		return s.Kind == t.Kind && s.Owner == t.Owner && s.Name == t.Name
	})
}
