package module

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/ts/syntax"
)

func TestImport(t *testing.T) {
	// Each line is what to write, and what its names are imported as.
	tests := []struct{ code, want string }{
		{`import a from "x"`, `a=x:default`},
		{`import { a } from "x"`, `a=x:a`},
		{`import { b as a } from "x"`, `a=x:b`},
		{`import { default as a } from "x"`, `a=x:default`},
		{`import { "b-c" as a } from "x"`, `a=x:b-c`},
		{`import * as a from "x"`, `a=x:*`},
		{`import a, { b } from "x"`, `a=x:default b=x:b`},
		{`import a, * as b from "x"`, `a=x:default b=x:*`},
		{`import type { a } from "x"`, `a=x:a`},
		{`import { type a } from "x"`, `a=x:a`},
		{`import a = require("x")`, `a=x:*`},
		{`const a = require("x")`, `a=x:*`},
		{"var a = require(`x`)", `a=x:*`},
		{`const a = require("x").default`, `a=x:default`},
		{`const { a, b: c } = require("x")`, `a=x:a c=x:b`},
		{`const { a = 1 } = require("x")`, `a=x:a`},
		{`const a = await import("x")`, `a=x:*`},
		{`const { default: a } = await import("x")`, `a=x:default`},
		{`const a = (await import("x")).b`, `a=x:b`},
		{`const a = require("x") as any`, `a=x:*`},
		{`import { createRequire } from "module"; const require = createRequire(import.meta.url); const a = require("x")`, `createRequire=module:createRequire a=x:*`},

		{`const { a, ...b } = require("x")`, `a=x:a`},     // the rest is no export
		{`const { a: { b } } = require("x")`, ``},         // a member of an export
		{`const { a } = require("x").b`, ``},              // likewise
		{`let a = require("x"); a = 1`, ``},               // something else in the end
		{`const a = import("x")`, ``},                     // a promise
		{`const a = require(b)`, ``},                      // not constant
		{"const a = require(`./${b}`)", ``},               // likewise
		{`const require = f; const a = require("x")`, ``}, // not Node's
		{`const a = x.require("x")`, ``},                  // likewise
		{`const a = require("x")()`, ``},                  // what the module makes
		{`for (const a of require("x")) {}`, ``},          // an element
		{`function f(a = require("x")) {}`, ``},           // only by default
	}
	for _, test := range tests {
		p := load(t, "-- a.ts --\n"+test.code+"\n")
		f := p.mustFile(t, "a.ts")
		var got []string
		for _, b := range f.Scopes.Bindings() {
			if spec, name, ok := f.Import(b); ok {
				got = append(got, fmt.Sprintf("%s=%s:%s", b.Name, spec, name))
			}
		}
		if got := strings.Join(got, " "); got != test.want {
			t.Errorf("%s\nimports %q, want %q", test.code, got, test.want)
		}
	}
	f := load(t, "-- a.ts --\n").mustFile(t, "a.ts")
	if _, _, ok := f.Import(nil); ok {
		t.Error("a global is imported")
	}
}

// describe says what an export is: the binding, the kind of the node, and where
// it comes from.
func describe(e Export) string {
	var parts []string
	if e.Binding != nil {
		parts = append(parts, e.Binding.Name)
	}
	if e.Node.OK() {
		parts = append(parts, "<"+e.Node.Kind().String()+">")
	}
	if e.From != "" || e.Name != "" {
		parts = append(parts, e.From+":"+e.Name)
	}
	return strings.Join(parts, " ")
}

func TestExport(t *testing.T) {
	tests := []struct{ file, code, want string }{
		{"a.ts", `export const a = 1, b = 2`, `a=a <variable_declarator>; b=b <variable_declarator>`},
		{"a.ts", `export let { a, b: [c], ...d } = x`, `a=a <variable_declarator>; c=c <variable_declarator>; d=d <variable_declarator>`},
		{"a.ts", `export const { a = function b(c) {} } = x`, `a=a <variable_declarator>`},
		{"a.ts", `export function a() {}`, `a=a <function_declaration>`},
		{"a.ts", `export async function* a() {}`, `a=a <generator_function_declaration>`},
		{"a.ts", `export function a(): void; export function a(b?: any) {}`, `a=a <function_signature>`},
		{"a.ts", `export class A {}`, `A=A <class_declaration>`},
		{"a.ts", `@Injectable() export class A {}`, `A=A <class_declaration>`},
		{"a.ts", `export abstract class A {}`, `A=A <abstract_class_declaration>`},
		{"a.ts", `export enum A { B }`, `A=A <enum_declaration>`},
		{"a.ts", `export namespace A { export const b = 1 }`, `A=A <internal_module>`},
		{"a.ts", `export declare const a: string`, `a=a <variable_declarator>`},
		{"a.ts", `export interface A {}`, `A=A <interface_declaration>`},
		{"a.ts", `const a = 1; export { a, a as b, a as default, a as "c-d" }`, `a=a; b=a; c-d=a; default=a`},
		{"a.ts", `export { a }; function a() {}`, `a=a`},
		{"a.ts", `export { a, b as c, default, default as d } from "x"`, `a=x:a; c=x:b; d=x:default; default=x:default`},
		{"a.ts", `export type { A } from "x"`, `A=x:A`},
		{"a.ts", `export * as a from "x"`, `a=x:*`},
		{"a.ts", `export * from "x"; export * from "y"`, `stars x y`},
		{"a.ts", `export default function a() {}`, `default=a <function_declaration>`},
		{"a.ts", `export default function () {}`, `default=<function_expression>`},
		{"a.ts", `export default class A {}`, `default=A <class_declaration>`},
		{"a.ts", `export default class {}`, `default=<class>`},
		{"a.ts", `export default () => 1`, `default=<arrow_function>`},
		{"a.ts", `export default { a: 1 }`, `default=<object>`},
		{"a.ts", `const a = 1; export default a`, `default=a <identifier>`},
		{"a.ts", `const a = 1; export default a as number`, `default=a <as_expression>`},
		{"a.ts", `export default f(a)`, `default=<call_expression>`},
		{"a.ts", `import a from "x"; export default a`, `default=a <identifier> x:default`},
		{"a.ts", `import { a as b } from "x"; export { b }`, `b=b x:a`},
		{"a.ts", `import * as a from "x"; export { a }`, `a=a x:*`},
		{"a.ts", `const a = 1; export = a`, `default=a <identifier>; whole`},
		{"a.ts", `export as namespace A`, ``},
		{"a.ts", `function f() { exports.a = 1 }`, ``},
		{"a.ts", `const exports = {}; exports.a = 1; const module = {}; module.exports = 1`, ``},

		{"a.js", `module.exports = f()`, `default=<call_expression>; whole`},
		{"a.js", `const b = 1; module.exports = { a: 1, b, c() {}, "d": b, ...require("x") }`,
			`a=<number>; b=b <shorthand_property_identifier>; c=<method_definition>; d=b <identifier>; default=<object>; whole; stars x`},
		{"a.js", `const api = { a: 1 }; module.exports = api`, `a=<number>; default=api <identifier>; whole`},
		{"a.js", `module.exports = require("x")`, `default=<call_expression> x:*; whole; stars x`},
		{"a.js", `const x = require("x"); module.exports = { x, y: require("y").z }`, `default=<object>; x=x <shorthand_property_identifier> x:*; y=<member_expression> y:z; whole`},
		{"a.js", `exports.a = 1; module.exports.b = 2; exports["c"] = 3`, `a=<number>; b=<number>; c=<number>`},
		{"a.js", `exports = module.exports = { a: 1 }`, `a=<number>; default=<object>; whole`},
		{"a.js", `exports.a = exports.b = void 0; exports.__esModule = true; exports.default = 1; exports.a = 2`, `a=<number>; default=<number>`},

		{"A.vue", "<script>\nexport default { data() {} }\n</script>", `default=<object>`},
		{"A.vue", "<script lang=\"ts\">\nimport { defineComponent } from 'vue'\nexport default defineComponent({})\n</script>", `default=<call_expression>`},
		{"A.vue", "<script setup>\nconst a = 1\n</script>", ``},
		{"A.vue", "<script setup>\nconst a = 1\n</script>\n<script>\nexport const b = 1\n</script>", `b=b <variable_declarator>`},
	}
	for _, test := range tests {
		p := load(t, "-- "+test.file+" --\n"+test.code+"\n")
		f := p.mustFile(t, test.file)
		var got []string
		for name, e := range f.table().names {
			got = append(got, name+"="+describe(e))
		}
		slices.Sort(got)
		if f.CommonJS() {
			got = append(got, "whole")
		}
		if s := f.Stars(); len(s) > 0 {
			got = append(got, "stars "+strings.Join(s, " "))
		}
		if got := strings.Join(got, "; "); got != test.want {
			t.Errorf("%s\nexports %q\n   want %q", test.code, got, test.want)
		}
	}
}

func TestLookup(t *testing.T) {
	p := load(t, `
-- client.ts --
export const client = 1
export default client
-- barrel.ts --
export { client as http } from "./client"
export { default as fallback } from "./client"
export * from "./deep"
export * as api from "./client"
-- deep.ts --
export * from "./more"
export const deep = 1
-- more.ts --
import { client } from "./client"
export { client as again }
export default 2
-- first.ts --
export const same = 1
-- second.ts --
export const same = 2
-- both.ts --
export * from "./first"
export * from "./second"
-- own.ts --
export * from "./first"
export const same = 3
-- circle1.ts --
export * from "./circle2"
export { lost } from "./circle2"
-- circle2.ts --
export * from "./circle1"
export { lost } from "./circle1"
export const found = 1
-- self.ts --
export * from "./self"
export { me } from "./self"
-- outside.ts --
export { default as axios } from "axios"
export * from "axios"
import ky from "ky"
export default ky
-- outside2.ts --
export * from "axios"
export * from "ky"
-- missing.ts --
export { gone } from "./client"
export { nofile } from "./nofile"
-- cjs.js --
const get = () => 1
module.exports = { get }
-- cjs2.js --
exports.post = 1
-- cjs3.js --
module.exports = require("./cjs")
-- esm.ts --
export { get } from "./cjs"
export { default as all } from "./cjs"
export { default as members } from "./cjs2"
export { get as got } from "./cjs3"
import * as ns from "./cjs"
export { ns }
-- binary.ts --
`+"\x00"+`
-- star.ts --
export * from "./binary"
`)
	tests := []struct{ file, name, want string }{
		{"client.ts", "client", "client.ts client <variable_declarator>"},
		{"client.ts", "default", "client.ts client <identifier>"},
		{"client.ts", "*", "client.ts :*"},
		{"client.ts", "gone", "-"},
		{"barrel.ts", "http", "client.ts client <variable_declarator>"},
		{"barrel.ts", "fallback", "client.ts client <identifier>"},
		{"barrel.ts", "deep", "deep.ts deep <variable_declarator>"},
		{"barrel.ts", "again", "client.ts client <variable_declarator>"},
		{"barrel.ts", "api", "client.ts :*"},
		{"barrel.ts", "default", "-"}, // a star does not carry it
		{"barrel.ts", "client", "-"},  // exported under another name only
		{"both.ts", "same", "first.ts same <variable_declarator>"},
		{"own.ts", "same", "own.ts same <variable_declarator>"},
		{"circle1.ts", "found", "circle2.ts found <variable_declarator>"},
		{"circle1.ts", "lost", "-"},
		{"circle2.ts", "gone", "-"},
		{"self.ts", "me", "-"},
		{"outside.ts", "axios", "outside.ts axios:default"},
		{"outside.ts", "isAxiosError", "outside.ts axios:isAxiosError"},
		{"outside.ts", "default", "outside.ts ky <identifier> ky:default"},
		{"outside2.ts", "x", "-"}, // either of two
		{"missing.ts", "gone", "-"},
		{"missing.ts", "nofile", "missing.ts ./nofile:nofile"},
		{"cjs.js", "*", "cjs.js <object>"},
		{"esm.ts", "get", "cjs.js get <shorthand_property_identifier>"},
		{"esm.ts", "all", "cjs.js <object>"},
		{"esm.ts", "ns", "cjs.js <object>"},
		{"esm.ts", "members", "cjs2.js :*"},
		{"esm.ts", "got", "cjs.js get <shorthand_property_identifier>"},
		{"star.ts", "x", "star.ts ./binary:x"},
	}
	for _, test := range tests {
		got := "-"
		if in, e, ok := p.Lookup(p.mustFile(t, test.file), test.name); ok {
			got = p.rel(in.Path) + " " + describe(e)
		}
		if got != test.want {
			t.Errorf("%s of %s is %q, want %q", test.name, test.file, got, test.want)
		}
	}
}

func TestSpan(t *testing.T) {
	p := load(t, "-- A.vue --\n<template>\n</template>\n<script>\nconst token = 1\n</script>\n")
	f := p.mustFile(t, "A.vue")
	for n := range f.Tree.Root().Descendants() {
		if n.Kind() == syntax.Identifier {
			if s := f.Span(n); f.Tree.Source()[s.Start:s.End] != "token" || s.File != f.Path {
				t.Errorf("span %+v", s)
			}
			return
		}
	}
	t.Error("no identifier")
}
