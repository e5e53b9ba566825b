package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// Whether those who send requests look at the result before they use it: a
// failure that comes back as a success does harm only to those who do not.

// callersOf says what is done with the results of a client's requests.
func (l *linker) callersOf(key string) authflow.Callers {
	c := authflow.Callers{Look: authflow.No}
	for _, sh := range l.sheets {
		for _, q := range sh.requests {
			f := l.reader.eval.Project.File(q.fact.At.File)
			if q.client.key != key || f == nil {
				continue
			}
			k := looker{file: f, seen: map[*scope.Binding]bool{}}
			k.use(nodeAt(f, q.fact.At.Start, q.fact.At.End), true)
			switch {
			case k.tests:
				return authflow.Callers{Look: authflow.Yes}
			case k.escapes:
				c.Look = authflow.Unknown
			case k.uses:
				c.Seen = append(c.Seen, q.fact.At)
			}
		}
	}
	return c
}

// A looker follows a result through one file.
type looker struct {
	file *module.File
	seen map[*scope.Binding]bool
	// tests: something is asked of it. uses: a part of it is taken, or it is left
	// alone. escapes: it goes to code that may ask.
	tests, uses, escapes bool
}

// use reads what is done with the value of expression n, which is the whole
// result or a part of it.
func (k *looker) use(n syntax.Node, whole bool) {
	p := n.Parent()
	switch p.Kind() {
	case syntax.ParenthesizedExpression:
		if p.Parent().Is(syntax.IfStatement, syntax.WhileStatement, syntax.SwitchStatement) {
			k.tests = true
			return
		}
		k.use(p, whole)
	case syntax.AwaitExpression, syntax.AsExpression, syntax.SatisfiesExpression, syntax.NonNullExpression, syntax.TypeAssertion:
		k.use(p, whole)
	case syntax.ExpressionStatement:
		k.uses = true
	case syntax.UnaryExpression:
		k.tests = true
	case syntax.MemberExpression, syntax.SubscriptExpression:
		k.member(p, whole)
	case syntax.VariableDeclarator:
		k.pattern(p.Child(syntax.FieldName), p)
	case syntax.AssignmentExpression:
		if left := p.Child(syntax.FieldLeft); left.Kind() == syntax.Identifier {
			k.binding(k.file.Scopes.Lookup(left))
		} else {
			k.end(whole)
		}
	case syntax.BinaryExpression:
		if op := p.Operator(); (op == "&&" || op == "||" || op == "??") && p.Child(syntax.FieldRight) == n {
			k.use(p, whole)
		} else {
			k.tests = true
		}
	case syntax.TernaryExpression:
		if p.Child(syntax.FieldCondition) == n {
			k.tests = true
		} else {
			k.use(p, whole)
		}
	case syntax.ReturnStatement, syntax.ArrowFunction:
		k.result(p)
	case syntax.Arguments:
		k.argument(p.Parent(), whole)
	default:
		k.end(whole)
	}
}

// argument: the value is handed to a function, perhaps one that is asked about it.
func (k *looker) argument(call syntax.Node, whole bool) {
	if isLog(call) {
		k.uses = true
		return
	}
	asked := looker{file: k.file, seen: k.seen}
	if asked.use(call, false); asked.tests {
		k.tests = true
		return
	}
	k.end(whole)
}

// end: the value goes where it is not followed.
func (k *looker) end(whole bool) {
	if whole {
		k.escapes = true
	} else {
		k.uses = true
	}
}

// result: the value is what a function returns. Callers of a function around a
// request are requests of their own.
func (k *looker) result(p syntax.Node) {
	fn := p
	if p.Kind() == syntax.ReturnStatement {
		fn = functionOf(p)
	}
	if call := fn.Parent().Parent(); fn.Parent().Kind() == syntax.Arguments && calleeName(call) == "then" {
		k.use(call, false)
	}
}

func (k *looker) member(m syntax.Node, whole bool) {
	if m.Has(syntax.OptionalChain) {
		k.tests = true // somebody expects that it may not be there
		return
	}
	call := m.Parent()
	if call.Kind() != syntax.CallExpression || call.Child(syntax.FieldFunction) != m {
		k.use(m, false)
		return
	}
	switch name := calleeName(call); {
	case whole && name == "then":
		cb := firstOf(call.Child(syntax.FieldArguments))
		if !scope.IsFunction(cb) {
			k.escapes = true
			return
		}
		k.pattern(syntax.Node{}, cb)
		k.use(call, true)
	case whole && (name == "catch" || name == "finally"):
		k.use(call, true)
	default:
		k.uses = true
	}
}

// pattern follows the names that decl declares: those of a variable, or the
// first parameter of a callback.
func (k *looker) pattern(name, decl syntax.Node) {
	if name.Is(syntax.ObjectPattern, syntax.ArrayPattern) {
		k.uses = true
	}
	for _, b := range k.file.Scopes.Bindings() {
		if b.Decl == decl || b.Kind == scope.Param && b.Func == decl && b.Index == 0 {
			k.binding(b)
		}
	}
}

func (k *looker) binding(b *scope.Binding) {
	if b == nil || k.seen[b] {
		return
	}
	k.seen[b] = true
	k.uses = true
	for _, ref := range b.Refs {
		if ref != b.Node && !slices.ContainsFunc(b.Writes, func(w syntax.Node) bool { return w.Child(syntax.FieldLeft) == ref }) {
			k.use(ref, len(b.Path) == 0)
		}
	}
}
