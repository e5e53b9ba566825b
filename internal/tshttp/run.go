package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A run is code and what makes it run.
type run struct {
	file *module.File
	node syntax.Node // the code; where functions of the project lead to it, the outermost call seen
	fn   syntax.Node // the function or field that it stands in; none at the top level
}

// runOf follows code outwards, through the calls that env knows of.
func runOf(f *module.File, n syntax.Node, env *value.Env) run {
	for range 40 {
		fn := runner(n)
		if !fn.OK() {
			return run{f, n, fn}
		}
		if call := calledAtOnce(fn); call.OK() {
			n = call
			continue
		}
		site := siteOf(fn, env)
		if site.File == nil {
			return run{f, n, fn}
		}
		f, n, env = site.File, site.Node, site.Env
	}
	return run{f, n, runner(n)}
}

// runner returns what makes n run: the function around it, or the field of a
// class that it initializes.
func runner(n syntax.Node) syntax.Node {
	for n = n.Parent(); n.OK(); n = n.Parent() {
		if scope.IsFunction(n) || n.Is(syntax.PublicFieldDefinition, syntax.FieldDefinition) && !n.Has(syntax.Static) {
			return n
		}
	}
	return syntax.Node{}
}

// atOnce are the methods that call the function which they are given, now or
// when what they wait for is there, and never again.
var atOnce = []string{"forEach", "map", "filter", "reduce", "find", "some", "every", "then", "catch", "finally"}

// calledAtOnce returns the call that runs a function where it stands: of the
// function itself, or of a method that calls it.
func calledAtOnce(fn syntax.Node) syntax.Node {
	n, p := fn, fn.Parent()
	for p.Kind() == syntax.ParenthesizedExpression {
		n, p = p, p.Parent()
	}
	if p.Kind() == syntax.CallExpression && p.Child(syntax.FieldFunction) == n {
		return p
	}
	call := p.Parent()
	if p.Kind() == syntax.Arguments && call.Kind() == syntax.CallExpression &&
		call.Child(syntax.FieldFunction).Kind() == syntax.MemberExpression && slices.Contains(atOnce, calleeName(call)) {
		return call
	}
	return syntax.Node{}
}

// siteOf returns the call of fn that env is of.
func siteOf(fn syntax.Node, env *value.Env) value.Operand {
	for ; env != nil; env = env.Outer {
		switch {
		case env.Func != nil && env.Func.Node == fn:
			return env.Site
		case fn.Is(syntax.PublicFieldDefinition, syntax.FieldDefinition) && env.This != nil && env.This.Kind == value.Instance &&
			env.This.Node.Kind() == syntax.NewExpression && env.This.Base.Node.Contains(fn):
			return value.Operand{File: env.This.File, Node: env.This.Node, Env: env.This.Env}
		}
	}
	return value.Operand{}
}

// readAt returns the code that reads a stored value: the outermost call seen of
// the functions that lead there.
func readAt(v value.Value) source.Span {
	if v.File == nil || !v.Node.OK() {
		return source.Span{}
	}
	r := runOf(v.File, v.Node, v.Env)
	return r.file.Span(r.node)
}
