package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readHandler reads how a handler of axios ends.
func (r *reader) readHandler(fn value.Value, stage authflow.Stage, client string) {
	body := fn.Node.Child(syntax.FieldBody)
	if body.Kind() != syntax.StatementBlock || fn.Node.Has(syntax.Star) || fn.Node.Broken() {
		return
	}
	h := &authflow.Handler{At: signature(fn.File, fn.Node), Stage: stage, Client: client}
	syntax.Walk(body, func(n syntax.Node) bool {
		switch n.Kind() {
		case syntax.ReturnStatement:
			if firstOf(n).OK() {
				h.Returns = true
			} else {
				h.Empty = append(h.Empty, fn.File.Span(n))
			}
		case syntax.ThrowStatement:
			h.Returns = true
		}
		return !scope.IsFunction(n)
	})
	for _, n := range openEnds(body) {
		at := fn.File.Span(n)
		if n == body {
			at = h.At
		}
		h.Empty = append(h.Empty, at)
	}
	r.out.handlers = append(r.out.handlers, h)
}

// addHandlers leaves out what several registrations of one handler say alike.
func (l *linker) addHandlers(found []*authflow.Handler) {
	for _, h := range found {
		if !slices.ContainsFunc(l.facts.Handlers, func(o *authflow.Handler) bool { return o.At == h.At }) {
			l.facts.Handlers = append(l.facts.Handlers, h)
		}
	}
}

// openEnds returns the branches from whose end control runs out of a statement,
// the innermost; none where every way leaves. Loops that may run for ever are
// taken to.
func openEnds(s syntax.Node) []syntax.Node {
	if flow.Leaves(s) {
		return nil
	}
	switch s.Kind() {
	case syntax.StatementBlock, syntax.ElseClause:
		var last syntax.Node
		for c := range s.Elements() {
			if c.Is(syntax.WhileStatement, syntax.ForStatement, syntax.DoStatement, syntax.SwitchStatement, syntax.LabeledStatement) {
				return nil // not followed
			}
			last = c
		}
		if last.Is(syntax.IfStatement, syntax.TryStatement, syntax.StatementBlock) {
			if ends := openEnds(last); len(ends) > 0 && !(len(ends) == 1 && ends[0] == last) {
				return ends
			}
		}
		return []syntax.Node{s}
	case syntax.IfStatement:
		alternative := s.Child(syntax.FieldAlternative)
		if !alternative.OK() {
			return []syntax.Node{s} // where the condition does not hold
		}
		return append(openEnds(s.Child(syntax.FieldConsequence)), openEnds(alternative)...)
	case syntax.TryStatement:
		return append(openEnds(s.Child(syntax.FieldBody)), openEnds(s.Child(syntax.FieldHandler).Child(syntax.FieldBody))...)
	}
	return []syntax.Node{s}
}
