package value

import "github.com/authlint/authlint/internal/ts/syntax"

// Foreign returns the object that an instance of a class is by what the class
// extends, where the project does not declare that: class Api extends Axios. It
// is the call of its constructor, and so has the arguments of super(…). ok is
// false where everything that the class extends is of the project.
func (e *Evaluator) Foreign(v Value) (made Value, ok bool) {
	if v.Kind != Instance {
		return Value{}, false
	}
	class := *v.Base
	for range maxHeritage {
		super := e.super(class)
		switch super.Kind {
		case Class:
			class = super
			continue
		case External, Member:
		default:
			return Value{}, false
		}
		made = Value{Kind: Call, New: true, Base: &super, File: class.File, Node: class.Node, Env: class.Env}
		constructor := constructorOf(class)
		for n := range constructor.Descendants() {
			if n.Kind() == syntax.CallExpression && n.Child(syntax.FieldFunction).Kind() == syntax.Super {
				made.Node, made.Env = n, e.constructorEnv(class, constructor, &v)
			}
		}
		if site := e.constructs(class, &v, 0); !constructor.OK() && site.File != nil {
			made.File, made.Node, made.Env = site.File, site.Node, site.Env // it hands its arguments on
		}
		return made, true
	}
	return Value{}, false
}
