package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// sources are the operators of RxJS that hand on what they are given, unchanged.
var sources = []string{"tap", "catchError", "retry", "finalize", "take", "first", "timeout", "shareReplay", "share", "takeUntil",
	"takeUntilDestroyed", "delay", "filter", "observeOn"}

// takers are the operators whose function is given each value.
var takers = []string{"tap", "map", "switchMap", "mergeMap", "concatMap", "exhaustMap", "filter"}

// deliverer returns the expression whose outcome a callback is given: the promise
// of its then, the observable of its subscribe or pipe.
func deliverer(fn syntax.Node) (syntax.Node, bool) {
	arg, p := fn, fn.Parent()
	if p.Kind() == syntax.Pair && scope.PropertyName(p.Child(syntax.FieldKey)) == "next" || fn.Kind() == syntax.MethodDefinition && p.Kind() == syntax.Object && calledAs(fn) == "next" {
		for p.Is(syntax.Pair, syntax.Object) { // subscribe({ next })
			arg, p = p, p.Parent()
		}
	}
	if p.Kind() != syntax.Arguments || firstOf(p) != arg {
		return syntax.Node{}, false
	}
	call := p.Parent()
	switch name := calleeName(call); {
	case name == "then", name == "subscribe":
		return call.Child(syntax.FieldFunction).Child(syntax.FieldObject), true
	case slices.Contains(takers, name) && call.Parent().Kind() == syntax.Arguments && calleeName(call.Parent().Parent()) == "pipe":
		for op := range call.Parent().Elements() {
			if op == call {
				return call.Parent().Parent().Child(syntax.FieldFunction).Child(syntax.FieldObject), true
			}
			if !slices.Contains(sources, calleeName(op)) {
				break // something else comes out of it
			}
		}
	}
	return syntax.Node{}, false
}

// answered returns the calls of requests whose answers a value is taken from,
// through the callbacks that are given them.
func (r *reader) answered(v value.Value) []value.Value {
	var out []value.Value
	for _, c := range carried(v) {
		if _, ok := r.sends(c); ok {
			out = append(out, c)
		}
	}
	for _, a := range v.Alternatives() {
		root, _ := a.Path()
		if b := root.Binding; len(out) == 0 && b != nil && b.Kind == scope.Param && b.Index == 0 {
			if from, ok := deliverer(b.Func); ok {
				out = append(out, r.delivered(root.File, from, root.Env)...)
			}
		}
	}
	return out
}

func (r *reader) delivered(f *module.File, from syntax.Node, env *value.Env) []value.Value {
	if from.Kind() == syntax.CallExpression && calleeName(from) == "pipe" {
		for op := range from.Child(syntax.FieldArguments).Elements() {
			if !slices.Contains(sources, calleeName(op)) {
				return nil
			}
		}
	}
	return r.answered(r.eval.Eval(f, from, env))
}
