package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// Whether the code has made sure that a failure has a response. What is
// understood is judged; any other test that speaks of the error may be one, so
// nothing is said then.

// exists reports whether every way to n has made sure that there is a response.
// axios: a test on the way says that the error is one of axios.
func (r *reader) exists(f failure, n syntax.Node) (exists authflow.Truth, axios bool) {
	g := responseGuard{r: r, f: f}
	exists = authflow.No
	for _, c := range flow.Conditions(n, g.within()) {
		said := g.said(c.Expr, c.Holds, 0)
		if len(c.Cases) > 0 {
			said = g.switched(c.Expr)
		}
		switch said {
		case saysResponse:
			return authflow.Yes, g.axios
		case saysPerhaps:
			exists = authflow.Unknown
		}
	}
	if g.assigned() {
		exists = authflow.Unknown
	}
	return exists, g.axios
}

type responseGuard struct {
	r     *reader
	f     failure
	axios bool
}

// saying is what a condition tells about the response.
type saying uint8

const (
	saysNothing saying = iota
	saysPerhaps        // it speaks of the error in a way that is not understood
	saysResponse
)

// perhaps is what a condition says that is not understood.
func (g *responseGuard) perhaps(n syntax.Node) saying {
	if g.mentions(n, 0) {
		return saysPerhaps
	}
	return saysNothing
}

func (g *responseGuard) said(n syntax.Node, holds bool, depth int) saying {
	n = plainName(n)
	if depth > 20 {
		return saysPerhaps
	}
	if g.through(n, 0) {
		if holds {
			return saysResponse
		}
		return saysNothing
	}
	switch n.Kind() {
	case syntax.UnaryExpression:
		if n.Operator() == "!" {
			return g.said(n.Child(syntax.FieldArgument), !holds, depth+1)
		}
	case syntax.BinaryExpression:
		return g.saidBinary(n, holds, depth)
	case syntax.CallExpression:
		return g.saidCall(n, holds, depth)
	case syntax.Identifier:
		if g.isErr(n, 0) {
			return saysNothing // that there is an error
		}
		b := g.f.file.Scopes.Lookup(n)
		if b != nil && b.Init.OK() && len(b.Writes) == 0 && len(b.Path) == 0 && b.Kind != scope.Param && g.within().Contains(b.Node) {
			return g.said(b.Init, holds, depth+1)
		}
	}
	return g.perhaps(n)
}

func (g *responseGuard) saidBinary(n syntax.Node, holds bool, depth int) saying {
	left, right := n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)
	switch op := n.Operator(); op {
	case "&&", "||":
		a, b := g.said(left, holds, depth+1), g.said(right, holds, depth+1)
		if (op == "&&") == holds {
			return max(a, b) // both are so
		}
		if a == saysResponse && b == saysResponse {
			return saysResponse
		}
		if a == saysPerhaps || b == saysPerhaps {
			return saysPerhaps
		}
		return saysNothing
	case "===", "==", "!==", "!=":
		if plainName(left).Is(syntax.String, syntax.Number, syntax.Null, syntax.Undefined, syntax.True) {
			left, right = right, left
		}
		return g.saidEqual(left, right, (op == "===" || op == "==") == holds)
	case "<", ">", "<=", ">=":
		if g.through(left, 0) || g.through(right, 0) {
			if holds {
				return saysResponse // undefined is neither less nor more
			}
			return saysNothing
		}
	case "in":
		if g.isErr(right, 0) && scope.PropertyName(left) == "response" {
			return saysIf(holds)
		}
	case "instanceof":
		if g.isErr(left, 0) {
			return g.class(right, holds)
		}
	}
	return g.perhaps(n)
}

func saysIf(holds bool) saying {
	if holds {
		return saysResponse
	}
	return saysNothing
}

// saidEqual reads an equation: equal says whether both sides are the same.
func (g *responseGuard) saidEqual(left, right syntax.Node, equal bool) saying {
	right = plainName(right)
	if left = plainName(left); left.Kind() == syntax.UnaryExpression && left.Operator() == "typeof" {
		if !g.through(left.Child(syntax.FieldArgument), 0) {
			return g.perhaps(left)
		}
		return saysIf(equal != (scope.Unquote(right) == "undefined"))
	}
	if !g.through(left, 0) {
		return max(g.perhaps(left), g.perhaps(right))
	}
	if right.Is(syntax.Undefined, syntax.Null) || right.Text() == "undefined" || right.Kind() == syntax.False {
		return saysIf(!equal)
	}
	return saysIf(equal) // something that is not undefined
}

// class reads error instanceof AxiosError.
func (g *responseGuard) class(n syntax.Node, holds bool) saying {
	v := g.r.eval.Eval(g.f.file, n, nil)
	if v.From("AxiosError", "axios") || isAxiosMember(v, "AxiosError") {
		g.axios = g.axios || holds
		return saysNothing
	}
	if v.IsGlobal("Error") {
		return saysNothing
	}
	return saysPerhaps
}

// questions are functions that tell whether one value is among others.
var questions = []string{"includes", "has", "indexOf", "test", "some", "isArray"}

func (g *responseGuard) saidCall(n syntax.Node, holds bool, depth int) saying {
	fn := n.Child(syntax.FieldFunction)
	arg := firstOf(n.Child(syntax.FieldArguments))
	callee := g.r.eval.Eval(g.f.file, fn, nil)
	switch name := calleeName(n); {
	case (callee.From("isAxiosError", "axios") || isAxiosMember(callee, "isAxiosError")) && g.isErr(arg, 0):
		g.axios = g.axios || holds
		return saysNothing
	case (callee.From("isCancel", "axios") || isAxiosMember(callee, "isCancel")) && g.isErr(arg, 0):
		return saysNothing
	case fn.Text() == "Boolean":
		return g.said(arg, holds, depth+1)
	case slices.Contains(questions, name) && arg.OK() && g.through(arg, 0):
		return saysIf(holds)
	case (name == "hasOwnProperty" || name == "hasOwn") && g.mentions(n, 0):
		return saysIf(holds)
	}
	return g.perhaps(n)
}

// switched reads a switch that leads to one of its cases.
func (g *responseGuard) switched(subject syntax.Node) saying {
	if g.through(subject, 0) {
		return saysResponse
	}
	return g.perhaps(subject)
}

// assigned: the code gives the error a response of its own.
func (g *responseGuard) assigned() bool {
	for n := range g.within().Descendants() {
		if n.Is(syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression) && g.isResponse(n.Child(syntax.FieldLeft), 0) {
			return true
		}
	}
	return len(g.f.err.Writes) > 0
}
