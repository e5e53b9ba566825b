package flow

import "github.com/authlint/authlint/internal/ts/syntax"

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
	w := (&walker{}).stmt(body, free)
	var out []Exit
	for _, x := range w.exits {
		e := Exit{Returns, x.At}
		if x.Kind == Thrown {
			e.Kind = Throws
		}
		out = append(out, e)
	}
	for _, n := range w.ends {
		out = append(out, Exit{RunsOut, n})
	}
	return out
}
