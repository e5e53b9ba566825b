package flow

import (
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// ExitKind says how a function ends.
type ExitKind uint8

const (
	Returns ExitKind = iota
	Throws           // and no catch of the function takes it
	RunsOut          // control comes to the end of the code
)

// An Exit is one place where a function ends.
type Exit struct {
	Kind ExitKind
	// Node is the return or throw statement, or the body of a function that is one
	// expression. Where control runs out it is the innermost block at whose end
	// that happens, or the statement that may be passed by: an if without else, a
	// loop, a switch without default, a break.
	Node syntax.Node
}

// Value returns what is returned or thrown, no node where there is nothing.
func (e Exit) Value() syntax.Node {
	if e.Kind == RunsOut {
		return syntax.Node{}
	}
	if !e.Node.Is(syntax.ReturnStatement, syntax.ThrowStatement) {
		return e.Node
	}
	for c := range e.Node.Elements() {
		return c
	}
	return syntax.Node{}
}

// Conditions lists what has been tested on every way from the start of within to
// the exit, the innermost first.
func (e Exit) Conditions(within syntax.Node) []Condition {
	if e.Kind != RunsOut {
		return Conditions(e.Node, within)
	}
	var out []Condition
	switch e.Node.Kind() {
	case syntax.StatementBlock:
		out = left(e.Node, syntax.Node{})
	case syntax.IfStatement:
		out = []Condition{{Expr: e.Node.Child(syntax.FieldCondition)}}
	}
	return append(out, Conditions(e.Node, within)...)
}

// Exits lists the places where a function ends, in the order of the code. Code
// that nothing leads to has none. What the functions inside it do is left out.
func Exits(fn syntax.Node) []Exit {
	body := fn.Child(syntax.FieldBody)
	switch {
	case !body.OK():
		return nil
	case body.Kind() != syntax.StatementBlock:
		return []Exit{{Returns, body}}
	}
	c := &collector{}
	for _, n := range c.ends(body) {
		c.out = append(c.out, Exit{RunsOut, n})
	}
	return c.out
}

type collector struct {
	out     []Exit
	targets []*target // loops, switches and labels around, the innermost last
	caught  int       // tries with a catch around
}

// A target is a statement that break or continue can name.
type target struct {
	label     string
	loop      bool
	broken    []syntax.Node
	continued bool
}

// ends collects the exits in a statement and returns where control goes on behind
// it; none where it never does.
func (c *collector) ends(s syntax.Node) []syntax.Node {
	switch s.Kind() {
	case syntax.ReturnStatement:
		c.out = append(c.out, Exit{Returns, s})
		return nil
	case syntax.ThrowStatement:
		if c.caught == 0 {
			c.out = append(c.out, Exit{Throws, s})
		}
		return nil
	case syntax.BreakStatement, syntax.ContinueStatement:
		c.jump(s)
		return nil
	case syntax.StatementBlock, syntax.ElseClause:
		return c.sequence(s)
	case syntax.IfStatement:
		out := c.ends(s.Child(syntax.FieldConsequence))
		if alternative := s.Child(syntax.FieldAlternative); alternative.OK() {
			return append(out, c.ends(alternative)...)
		}
		return append(out, s)
	case syntax.TryStatement:
		return c.try(s)
	case syntax.SwitchStatement:
		return c.cases(s)
	case syntax.WhileStatement, syntax.ForStatement, syntax.ForInStatement, syntax.DoStatement:
		return c.loop(s)
	case syntax.LabeledStatement:
		t := c.push(s.Child(syntax.FieldLabel).Text(), false)
		out := c.ends(s.Child(syntax.FieldBody))
		c.pop()
		return append(out, t.broken...)
	}
	return []syntax.Node{s}
}

// sequence follows the statements of a block or case.
func (c *collector) sequence(block syntax.Node) []syntax.Node {
	at := []syntax.Node{block}
	for s := range block.Elements() {
		if s.Field() == syntax.FieldValue || scope.IsFunction(s) {
			continue // what a case compares with; a declaration
		}
		if at = c.ends(s); len(at) == 0 {
			return nil
		}
		if len(at) == 1 && at[0] == s && s.Kind() != syntax.IfStatement && !isLoopOrSwitch(s) {
			at[0] = block
		}
	}
	return at
}

func isLoopOrSwitch(s syntax.Node) bool {
	return s.Is(syntax.WhileStatement, syntax.ForStatement, syntax.ForInStatement, syntax.DoStatement, syntax.SwitchStatement)
}

func (c *collector) push(label string, loop bool) *target {
	t := &target{label: label, loop: loop}
	c.targets = append(c.targets, t)
	return t
}

func (c *collector) pop() { c.targets = c.targets[:len(c.targets)-1] }

func (c *collector) jump(s syntax.Node) {
	label := s.Child(syntax.FieldLabel).Text()
	for i := len(c.targets) - 1; i >= 0; i-- {
		t := c.targets[i]
		if t.label != label || s.Kind() == syntax.ContinueStatement && !t.loop && label == "" {
			continue
		}
		if s.Kind() == syntax.BreakStatement {
			t.broken = append(t.broken, s)
		} else {
			t.continued = true
		}
		return
	}
}

func (c *collector) try(s syntax.Node) []syntax.Node {
	handler := s.Child(syntax.FieldHandler)
	first := len(c.out)
	if handler.OK() {
		c.caught++
	}
	at := c.ends(s.Child(syntax.FieldBody))
	if handler.OK() {
		c.caught--
		at = append(at, c.ends(handler.Child(syntax.FieldBody))...)
	}
	if f := s.Child(syntax.FieldFinalizer); f.OK() {
		own := len(c.out)
		if end := c.ends(f.Child(syntax.FieldBody)); len(end) == 0 {
			c.out = append(c.out[:first], c.out[own:]...) // it has the last word
			return nil
		}
	}
	return at
}

func (c *collector) cases(s syntax.Node) []syntax.Node {
	t := c.push("", false)
	var at []syntax.Node
	def := false
	for k := range s.Child(syntax.FieldBody).Elements() {
		def = def || k.Kind() == syntax.SwitchDefault
		at = c.sequence(k)
	}
	c.pop()
	if at = append(t.broken, at...); !def {
		at = append(at, s)
	}
	return at
}

func (c *collector) loop(s syntax.Node) []syntax.Node {
	t := c.push("", true)
	body := c.ends(s.Child(syntax.FieldBody))
	c.pop()
	at := t.broken
	switch cond := s.Child(syntax.FieldCondition); {
	case forever(s, cond):
	case s.Kind() == syntax.DoStatement && len(body) == 0 && !t.continued:
	default:
		at = append(at, s)
	}
	return at
}

// forever: the condition of a loop never ends it.
func forever(s, cond syntax.Node) bool {
	for cond.Is(syntax.ParenthesizedExpression, syntax.ExpressionStatement) {
		cond = cond.First()
	}
	return cond.Kind() == syntax.True || s.Kind() == syntax.ForStatement && (!cond.OK() || cond.Kind() == syntax.EmptyStatement)
}
