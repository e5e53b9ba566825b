// Package value says what an expression of TypeScript or JavaScript evaluates
// to, as far as that can be known without running it: constants, strings with
// holes, objects, functions, and above all where a value comes from, across
// variables, functions, classes and files. A call is an axios call because its
// callee comes from axios, whatever it is named.
package value

import (
	"strconv"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// Kind says what form a value has.
type Kind uint8

const (
	Unknown   Kind = iota // not followed; Node is the expression
	Text                  // a string, of one of Shapes
	Number                // Node is the literal
	Bool                  // Name is "true" or "false"
	Null                  //
	Undefined             //
	Object                // an object literal
	Array                 // an array literal
	Function              // a function or method of the project
	Class                 // a class of the project
	Instance              // what new makes of a class of the project; Base is the class
	Namespace             // all exports of File
	External              // export Name of the package Module
	Global                // a name that the file does not declare
	Member                // property Name of Base, where Base could not be followed
	Call                  // the result of calling Base, which could not be followed; New where by new
	Param                 // a parameter that no call bound; Binding says which
	Union                 // one of Alts
	Declared              // a client that the configuration names: Name is its library, Module where it comes from
)

// A Value is what an expression evaluates to.
type Value struct {
	Kind Kind
	// File and Node are the code that makes the value: its literal, the call, the
	// declaration. Env is what the names in it are bound to.
	File *module.File
	Node syntax.Node
	Env  *Env

	Name    string
	Module  string
	Base    *Value
	New     bool
	Shapes  []credential.Shape
	Alts    []Value
	Binding *scope.Binding
	This    *Value // the object that a method belongs to
	// Promise: the value comes in a promise that was not awaited.
	Promise bool
}

// An Operand is an expression in its surroundings, or a value itself.
type Operand struct {
	File *module.File
	Node syntax.Node
	Env  *Env
	Val  *Value
	// Spread: the operand stands for the elements of an array.
	Spread bool
}

// An Env is one call of a function: what its parameters and its this stand for.
type Env struct {
	Func  *Value
	Args  []Operand
	This  *Value
	Outer *Env    // of the code around the function
	Site  Operand // the call
	depth int
}

// Alternatives returns the values that v can be: those of a union, or v itself.
func (v Value) Alternatives() []Value {
	if v.Kind == Union {
		return v.Alts
	}
	return []Value{v}
}

// Span returns the place of the code that makes the value.
func (v Value) Span() source.Span {
	if v.File == nil || !v.Node.OK() {
		return source.Span{}
	}
	return v.File.Span(v.Node)
}

// Key identifies what made the value: the place of its code and the calls that
// led there. Two values of one Key are the same object, as far as can be seen.
func (v Value) Key() string {
	k := place(v.File, v.Node)
	for e := v.Env; e != nil; e = e.Outer {
		if e.Site.File != nil {
			k += "@" + place(e.Site.File, e.Site.Node)
		}
	}
	return k
}

func place(f *module.File, n syntax.Node) string {
	if f == nil {
		return ""
	}
	return f.Path + "#" + strconv.Itoa(int(n.ID()))
}

// From reports whether v is export name of one of the packages, or the property
// of that name of the package as a whole.
func (v Value) From(name string, packages ...string) bool {
	if v.Kind == Member && v.Name == name && v.Base.Kind == External && v.Base.Name == "default" {
		v = *v.Base
		name = "default"
	}
	if v.Kind != External || v.Name != name {
		return false
	}
	for _, p := range packages {
		if v.Module == p {
			return true
		}
	}
	return false
}

// IsGlobal reports whether v is the global of that name, reached bare or
// through window, globalThis, self or global.
func (v Value) IsGlobal(name string) bool { return v.Kind == Global && v.Name == name }

// Constant returns the string where v is exactly one.
func (v Value) Constant() (string, bool) {
	if v.Kind != Text || len(v.Shapes) != 1 {
		return "", false
	}
	return v.Shapes[0].Constant()
}

// Truthy returns whether v is surely true or surely false where it is a
// constant.
func (v Value) Truthy() (truth, known bool) {
	switch v.Kind {
	case Bool:
		return v.Name == "true", true
	case Null, Undefined:
		return false, true
	case Object, Array, Function, Class, Instance:
		return true, true
	case Text:
		s, ok := v.Constant()
		return s != "", ok
	}
	return false, false
}

// maxAlternatives bounds a union. What lies beyond is Unknown.
const maxAlternatives = credential.MaxAlternatives

// union joins alternatives, flattened, without duplicates of constants.
func union(vs ...Value) Value {
	var alts []Value
	for _, v := range vs {
		alts = append(alts, v.Alternatives()...)
	}
	alts = dedupe(alts)
	switch {
	case len(alts) == 0:
		return Value{}
	case len(alts) == 1:
		return alts[0]
	case len(alts) > maxAlternatives:
		alts = append(alts[:maxAlternatives-1:maxAlternatives-1], Value{File: alts[0].File, Node: alts[0].Node})
	}
	return Value{Kind: Union, File: alts[0].File, Node: alts[0].Node, Alts: alts}
}

func dedupe(vs []Value) []Value {
	var out []Value
next:
	for _, v := range vs {
		for _, o := range out {
			if same(v, o) {
				continue next
			}
		}
		out = append(out, v)
	}
	return out
}

func same(a, b Value) bool {
	if a.Kind != b.Kind {
		return false
	}
	if a.Kind == Null || a.Kind == Undefined {
		return true
	}
	if a.Node != b.Node || a.Env != b.Env || a.Name != b.Name || a.Module != b.Module {
		return false
	}
	// One piece of code may name members of two globals: (persist ? localStorage :
	// sessionStorage).getItem. Of other objects, the first stands for all that a
	// variable was assigned.
	return a.Kind != Member || a.Base.Kind != Global || b.Base.Kind != Global || a.Base.Name == b.Base.Name
}
