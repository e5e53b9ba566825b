package flow

import (
	"slices"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// A target is a statement that break or continue can name.
type target struct {
	label     string
	loop      bool
	broken    way
	continued state
}

func (w *walker) push(label string, loop bool) *target {
	t := &target{label: label, loop: loop}
	w.targets = append(w.targets, t)
	return t
}

func (w *walker) pop() { w.targets = w.targets[:len(w.targets)-1] }

func (w *walker) jump(s syntax.Node, in state) {
	label := s.Child(syntax.FieldLabel).Text()
	for i, t := range slices.Backward(w.targets) {
		switch {
		case t.label != label, s.Kind() == syntax.ContinueStatement && !t.loop && label == "":
			continue
		case s.Kind() == syntax.BreakStatement:
			t.broken.falls |= in
			if !slices.Contains(t.broken.ends, s) {
				t.broken.ends = append(t.broken.ends, s)
			}
		case t.loop:
			t.continued |= in
		case i+1 < len(w.targets):
			w.targets[i+1].continued |= in // the loop that the label is of
		}
		return
	}
}

// forever: the condition of a loop never ends it.
func forever(s, cond syntax.Node) bool {
	for cond.Is(syntax.ParenthesizedExpression, syntax.ExpressionStatement) {
		cond = cond.First()
	}
	return cond.Kind() == syntax.True || s.Kind() == syntax.ForStatement && (!cond.OK() || cond.Kind() == syntax.EmptyStatement)
}
