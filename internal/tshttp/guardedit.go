package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// addGuard returns the edits that test and set a flag, where the request has a
// simple name and the branch that sends it again is an if.
func (w *walk) addGuard(fn value.Value, call syntax.Node) []authflow.Edit {
	arg := call.Child(syntax.FieldArguments).First()
	if !arg.Is(syntax.Identifier, syntax.MemberExpression) {
		return nil
	}
	for n, p := call, call.Parent(); p.OK() && p != fn.Node; n, p = p, p.Parent() {
		block := p.Child(syntax.FieldConsequence)
		if p.Kind() != syntax.IfStatement || block != n || block.Kind() != syntax.StatementBlock {
			continue
		}
		cond := p.Child(syntax.FieldCondition)
		if b := fn.File.Scopes.Lookup(arg); b != nil && b.Node.Start() > cond.Start() {
			return nil // named only inside the branch
		}
		flag := arg.Text() + "._retry"
		edits := testFlag(fn.File, cond, flag)
		edits = append(edits, authflow.Edit{At: edge(fn.File, block, 1), Text: setFlag(block, flag)})
		return append(edits, declareFlag(fn.File, arg)...)
	}
	return nil
}

// testFlag adds the test to a condition, behind what is there: that may be the
// test that the request exists.
func testFlag(f *module.File, cond syntax.Node, flag string) []authflow.Edit {
	tested := f.Span(firstOf(cond))
	end := authflow.Edit{At: after(tested), Text: " && !" + flag}
	if !bindsLooser(firstOf(cond)) {
		return []authflow.Edit{end}
	}
	end.Text = ")" + end.Text
	return []authflow.Edit{{At: before(tested), Text: "("}, end}
}

// bindsLooser tells whether an expression falls apart before &&.
func bindsLooser(n syntax.Node) bool {
	switch n.Kind() {
	case syntax.BinaryExpression:
		return n.Operator() == "||" || n.Operator() == "??"
	case syntax.Identifier, syntax.MemberExpression, syntax.SubscriptExpression, syntax.CallExpression,
		syntax.UnaryExpression, syntax.ParenthesizedExpression, syntax.NonNullExpression:
		return false
	}
	return true
}

// setFlag is the statement that begins a block, laid out as the one behind it.
func setFlag(block syntax.Node, flag string) string {
	first := firstOf(block)
	between := block.Tree().Source()[block.Start()+1 : first.Start()]
	if !strings.HasPrefix(strings.TrimLeft(between, " \t\r"), "\n") {
		return " " + flag + " = true;"
	}
	set := flag + " = true"
	// Without a semicolon, a line that begins with a bracket would go on with it.
	if strings.HasSuffix(first.Text(), ";") || strings.ContainsAny(first.Text()[:1], "([`+-/") {
		set += ";"
	}
	lineBreak := "\n"
	if strings.Contains(between, "\r\n") {
		lineBreak = "\r\n"
	}
	return lineBreak + between[strings.LastIndexByte(between, '\n')+1:] + set
}

// declareFlag is the edit that makes the flag known to TypeScript, where the
// request is known to be one of axios, whose type has no such property.
func declareFlag(f *module.File, request syntax.Node) []authflow.Edit {
	if strings.Contains(f.Tree.Source(), "_retry") || !axiosTyped(f, request, 0) {
		return nil
	}
	var last syntax.Node
	for n := range f.Tree.Root().Children() {
		if n.Kind() == syntax.ImportStatement {
			last = n
		}
	}
	if !last.OK() {
		return nil
	}
	const declaration = "\n\ndeclare module 'axios' {\n  interface AxiosRequestConfig<D = any> {\n    _retry?: boolean\n  }\n}"
	at := f.Span(last)
	at.Start = at.End
	return []authflow.Edit{{At: at, Text: declaration}}
}

// axiosTyped tells whether what an expression begins with is written down as a
// type of axios: the error of a handler, its request, or a name for either.
func axiosTyped(f *module.File, n syntax.Node, depth int) bool {
	for n.Is(syntax.MemberExpression, syntax.NonNullExpression) {
		n = n.First()
	}
	b := f.Scopes.Lookup(n)
	if b == nil || depth > 3 {
		return false
	}
	if written := b.Decl.Child(syntax.FieldType); written.OK() {
		return strings.Contains(written.Text(), "Axios") && !strings.Contains(written.Text(), "&")
	}
	return b.Kind != scope.Param && axiosTyped(f, b.Init, depth+1)
}

// edge is the empty place behind the brace that opens a block, or before the one
// that closes it.
func edge(f *module.File, n syntax.Node, side int) source.Span {
	s := f.Span(n)
	if side > 0 {
		s = before(s)
		s.Start, s.End = s.Start+1, s.End+1
	} else {
		s = after(s)
		s.Start, s.End = s.Start-1, s.End-1
	}
	return s
}
