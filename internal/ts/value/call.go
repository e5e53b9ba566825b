package value

import (
	"strings"

	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// Arguments returns the operands of a call or new expression.
func (v Value) Arguments() []Operand {
	if v.Kind != Call && v.Kind != Instance {
		return nil
	}
	return arguments(v.File, v.Node, v.Env)
}

// Arg returns argument i of a call, or an operand of no value.
func (v Value) Arg(i int) Operand {
	o, _ := argument(v.Arguments(), i)
	return o
}

func arguments(f *module.File, call syntax.Node, env *Env) []Operand {
	if !call.Is(syntax.CallExpression, syntax.NewExpression) {
		return nil
	}
	var out []Operand
	for a := range call.Child(syntax.FieldArguments).Elements() {
		o := Operand{File: f, Node: a, Env: env}
		if a.Kind() == syntax.SpreadElement {
			o.Node, o.Spread = elementOf(a), true
		}
		out = append(out, o)
	}
	return out
}

func (e *Evaluator) call(f *module.File, n syntax.Node, env *Env) Value {
	fn := n.Child(syntax.FieldFunction)
	site := Operand{File: f, Node: n, Env: env}
	if fn.Kind() == syntax.Import {
		if spec, ok := e.Value(firstArg(f, n, env)).Constant(); ok {
			v := e.imported(f, spec, "*", n)
			v.Promise = true
			return v
		}
		return Value{File: f, Node: n, Env: env}
	}
	if fn.Kind() == syntax.Super {
		return Value{File: f, Node: n, Env: env}
	}
	callee := e.Eval(f, fn, env)
	args := arguments(f, n, env)
	if callee.Kind == Union {
		var vs []Value
		for _, c := range callee.Alts {
			vs = append(vs, e.apply(c, args, site))
		}
		return union(vs...)
	}
	return e.apply(callee, args, site)
}

func firstArg(f *module.File, n syntax.Node, env *Env) Operand {
	o, _ := argument(arguments(f, n, env), 0)
	return o
}

// apply calls a value that is no union.
func (e *Evaluator) apply(callee Value, args []Operand, site Operand) Value {
	unknown := Value{Kind: Call, Base: &callee, File: site.File, Node: site.Node, Env: site.Env}
	switch callee.Kind {
	case Function:
		return e.Invoke(callee, args, site)
	case Class:
		return unknown
	case Member:
		if v, ok := e.builtin(callee, args, site); ok {
			return v
		}
	case Global:
		switch arg, ok := argument(args, 0); {
		case callee.Name == "require" && ok:
			if spec, ok := e.Value(arg).Constant(); ok {
				return e.required(site.File, spec, site.Node)
			}
		case callee.Name == "String" && ok:
			return e.Value(arg)
		}
	case External:
		if v, ok := e.hook(callee, args, site); ok {
			return v
		}
	}
	unknown.Promise = e.Promises != nil && e.Promises(callee)
	return unknown
}

// required evaluates require(spec). A project file that exports with
// module.exports hands out that value, any other its exports by name.
func (e *Evaluator) required(f *module.File, spec string, at syntax.Node) Value {
	v := e.imported(f, spec, "*", at)
	if v.Kind == Namespace {
		if _, x, ok := e.Project.Lookup(v.File, "default"); ok && x.Node.OK() && x.Node.Kind() != syntax.Object {
			return e.export(v.File, "default", f, at)
		}
	}
	return v
}

// Invoke calls a function of the project: its value is what it returns.
func (e *Evaluator) Invoke(fn Value, args []Operand, site Operand) Value {
	unknown := Value{Kind: Call, Base: &fn, File: site.File, Node: site.Node, Env: site.Env}
	env := e.Enter(fn, args, site)
	if env == nil {
		e.truncated = true
		return unknown
	}
	if fn.Node.Is(syntax.GeneratorFunction, syntax.GeneratorFunctionDeclaration) || fn.Node.Has(syntax.Star) {
		return unknown
	}
	v := e.returned(fn, env)
	if fn.Node.Has(syntax.Async) || declaresPromise(fn.Node) {
		v.Promise = true
	}
	return v
}

// declaresPromise: function token(): Promise<string>, whatever it hands on.
func declaresPromise(fn syntax.Node) bool {
	return strings.HasPrefix(strings.TrimLeft(fn.Child(syntax.FieldReturnType).Text(), ": \t\n"), "Promise<")
}

// Enter returns the surroundings of a call of fn, nil where calls are nested
// too deep or fn calls itself.
func (e *Evaluator) Enter(fn Value, args []Operand, site Operand) *Env {
	depth := 0
	if site.Env != nil {
		depth = site.Env.depth
	}
	if depth >= maxCalls {
		return nil
	}
	for c := site.Env; c != nil; c = c.Site.Env {
		if c.Func.Node == fn.Node {
			return nil
		}
	}
	f := fn
	return &Env{Func: &f, Args: args, This: fn.This, Outer: fn.Env, Site: site, depth: depth + 1}
}

// returned joins what the return statements of a function return.
func (e *Evaluator) returned(fn Value, env *Env) Value {
	body := fn.Node.Child(syntax.FieldBody)
	if body.Kind() != syntax.StatementBlock {
		if !body.OK() {
			return Value{File: fn.File, Node: fn.Node}
		}
		return e.Eval(fn.File, body, env)
	}
	var vs []Value
	for _, r := range Returns(body) {
		if x := elementOf(r); x.OK() {
			if len(vs) < maxAlternatives {
				vs = append(vs, e.Eval(fn.File, x, env))
			}
		}
	}
	if len(vs) == 0 {
		return Value{Kind: Undefined, File: fn.File, Node: fn.Node}
	}
	return union(vs...)
}

// Returns lists the return statements of a function's body, not those of
// functions inside it.
func Returns(body syntax.Node) []syntax.Node {
	var out []syntax.Node
	syntax.Walk(body, func(n syntax.Node) bool {
		if n.Kind() == syntax.ReturnStatement {
			out = append(out, n)
		}
		return !scope.IsFunction(n)
	})
	return out
}

func (e *Evaluator) construct(f *module.File, n syntax.Node, env *Env) Value {
	class := e.Eval(f, n.Child(syntax.FieldConstructor), env)
	if class.Kind == Class {
		return Value{Kind: Instance, Base: &class, File: f, Node: n, Env: env}
	}
	return Value{Kind: Call, New: true, Base: &class, File: f, Node: n, Env: env}
}

// builtin evaluates the methods of the language that hand a value on.
func (e *Evaluator) builtin(callee Value, args []Operand, site Operand) (Value, bool) {
	base := *callee.Base
	arg, hasArg := argument(args, 0)
	switch callee.Name {
	case "then":
		if !hasArg {
			return Value{}, false
		}
		resolved := await(base)
		if cb := e.Value(arg); cb.Kind == Function {
			v := e.Invoke(cb, []Operand{{Val: &resolved}}, site)
			v.Promise = true
			return v, true
		}
	case "catch", "finally":
		if promised(base) {
			return base, true
		}
	case "pipe", "asObservable":
		// An observable that is piped still stands for the same request.
		if promised(base) {
			return base, true
		}
	case "bind":
		switch base.Kind {
		case Function, Global, External, Member:
			return base, true
		}
	case "call":
		if base.Kind == Function && hasArg {
			return e.Invoke(base, args[1:], site), true
		}
	case "concat":
		if base.Kind == Text {
			parts := append([]Operand{{Val: &base}}, args...)
			return e.concat(site.File, site.Node, site.Env, parts...), true
		}
	case "join":
		if base.Kind == Array {
			return e.join(base, arg, site)
		}
	case "trim", "toString", "trimEnd", "trimStart", "valueOf":
		return base, len(args) == 0
	case "assign":
		// What is put on a client, Object.assign(axios.create(), { … }), leaves it
		// the client that it is.
		if base.IsGlobal("Object") && hasArg {
			v := e.Value(arg)
			return v, v.Kind == Call
		}
	case "freeze", "seal":
		if base.IsGlobal("Object") && hasArg {
			return e.Value(arg), true
		}
	case "resolve":
		if base.IsGlobal("Promise") && hasArg {
			v := e.Value(arg)
			v.Promise = true
			return v, true
		}
	}
	return Value{}, false
}

// promised reports whether a value comes in a promise or observable: the
// result of a call that was not followed, or a promise for sure.
func promised(v Value) bool {
	if v.Kind == Union {
		for _, a := range v.Alts {
			if promised(a) {
				return true
			}
		}
	}
	return v.Promise || v.Kind == Call
}
