package value

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// project writes the files of a txtar-like text ("-- name --" lines; what comes
// before the first is main.ts) and loads them.
func project(t *testing.T, text string) (*Evaluator, *module.File) {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{}
	name := "main.ts"
	for line := range strings.Lines(text) {
		if n, ok := strings.CutPrefix(strings.TrimSpace(line), "-- "); ok {
			name = strings.TrimSuffix(n, " --")
			continue
		}
		files[name] += line
	}
	var paths []string
	for name, src := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(path) != ".json" {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	p := module.Load(context.Background(), module.Options{Dir: dir, Files: paths, Seed: func([]byte) bool { return true }})
	for _, problem := range p.Problems() {
		t.Fatalf("%s: %s", problem.File, problem.Message)
	}
	e := New(p, func(_ Value, name string) credential.Hole { return credential.Hole{Name: name} })
	return e, p.File(filepath.Join(dir, "main.ts"))
}

// result evaluates what is assigned to x in the file.
func result(t *testing.T, e *Evaluator, f *module.File) (Operand, Value) {
	t.Helper()
	for n := range f.Tree.Root().Descendants() {
		if n.Kind() == syntax.VariableDeclarator && n.Child(syntax.FieldName).Text() == "x" {
			o := Operand{File: f, Node: n.Child(syntax.FieldValue)}
			return o, e.Value(o)
		}
	}
	t.Fatal("no x")
	return Operand{}, Value{}
}

func TestShapes(t *testing.T) {
	tests := []struct {
		name, src string
		want      string // the shapes, joined by " | "
	}{
		// Literals.
		{"string", `const x = 'a"b'`, `a"b`},
		{"double quotes", `const x = "it's"`, `it's`},
		{"escapes", `const x = 'a\tb\n\\\'\x41\u0042\u{43}\q\0'`, "a\tb\n\\'ABCq\x00"},
		{"a line that goes on", "const x = 'a\\\nb'", "ab"},
		{"template", "const x = `a b`", "a b"},
		{"template with escapes", "const x = `\\`\\${a}\\n`", "`${a}\n"},
		{"empty", `const x = ''`, ""},
		{"number", `const x = 'v' + 2`, "v2"},
		{"no string", `const x = 1 + 2`, "‹1 + 2›"},

		// Put together.
		{"hole", "const x = `a ${t} b`", "a ‹t› b"},
		{"nested template", "const x = `a ${`b ${t}`}`", "a b ‹t›"},
		{"plus", `const x = 'a' + ' ' + t`, "a ‹t›"},
		{"plus from the left", `const x = t + ' a'`, "‹t› a"},
		{"plus of numbers, then a string", `const x = a + b + 'c'`, "‹a›‹b›c"},
		{"concat", `const x = 'a'.concat(' ', t)`, "a ‹t›"},
		{"concat on a constant", `const a = 'a'; const x = a.concat(t)`, "a‹t›"},
		{"join", `const x = ['a', t].join(' ')`, "a ‹t›"},
		{"join by a comma", `const x = ['a', t].join()`, "a,‹t›"},
		{"join of what is spread", `const x = ['a', ...t].join(' ')`, "‹['a', ...t].join(' ')›"},
		{"trim", `const x = ('a' + t).trim()`, "a‹t›"},
		{"String", `const x = String('a')`, "a"},
		{"augmented", `let a = 'a '; a += t; const x = a`, "a  | a ‹t›"},
		{"augmented twice", `let a = 'a'; a += ' '; a += t; const x = a`, "‹a›"},

		// Names.
		{"constant", `const A = 'a'; const x = A`, "a"},
		{"of a constant", `const A = 'a', B = A; const x = B + t`, "a‹t›"},
		{"used before it is declared", `const f = () => A; const x = f(); const A = 'a'`, "a"},
		{"shadowed", `const a = 'a'; function f(a) { return a } const x = f('b')`, "b"},
		{"let that is written once", `let a; a = 'a'; const x = a`, "a"},
		{"let that is written twice", `let a = 'a'; if (c) a = 'b'; const x = a`, "a | b"},
		{"let that begins as null", `let a = null; a = 'a'; const x = a`, "a"},
		{"written again from itself", `let a = t; a = 'a ' + a; const x = a`, "‹a› | a ‹a›"},
		{"written again from a constant", `let a = 'b'; a = 'a ' + a; const x = a`, "b | a b"},
		{"a parameter written again", `function f(a) { a = 'a ' + a; return a } const x = f(t)`, "‹t› | a ‹a›"},
		{"counted up", `let a = 0; a++; const x = 'v' + a`, "v‹a›"},
		{"destructured into", `let a = 'a'; ({ a } = t); const x = a`, "‹a›"},
		{"global", `const x = window.y`, "‹window.y›"},

		// Objects.
		{"property", `const o = { a: 'a' }; const x = o.a`, "a"},
		{"quoted property", `const o = { 'a-b': 'a' }; const x = o['a-b']`, "a"},
		{"computed property", `const K = 'k'; const o = { [K]: 'a' }; const x = o.k`, "a"},
		{"property by a constant", `const K = 'k'; const o = { k: 'a' }; const x = o[K]`, "a"},
		{"nested", `const o = { p: { q: 'a' } } as const; const x = o.p.q`, "a"},
		{"optional chain", `const o = { p: { q: 'a' } }; const x = o?.p?.q`, "a"},
		{"shorthand", `const a = 'a'; const o = { a }; const x = o.a`, "a"},
		{"spread", `const p = { a: 'a' }; const o = { ...p, b: 'b' }; const x = o.a`, "a"},
		{"overridden by a spread", `const p = { a: 'b' }; const o = { a: 'a', ...p }; const x = o.a`, "b"},
		{"overrides a spread", `const p = { a: 'b' }; const o = { ...p, a: 'a' }; const x = o.a`, "a"},
		{"a spread that is not known", `const o = { a: 'a', ...p }; const x = o.a`, "‹o.a›"},
		{"a computed key that is not known", `const o = { a: 'a', [k]: 'b' }; const x = o.a`, "‹o.a›"},
		{"missing", `const o = { a: 'a' }; const x = 'v' + o.b`, "v"},
		{"filled later", `const o = { a: null, b: '', c: undefined }; const x = o.a + '.' + o.b + '.' + o.c`, "‹o.a›.‹o.b›.‹o.c›"},
		{"frozen", `const o = Object.freeze({ a: 'a' }); const x = o.a`, "a"},
		{"method", `const o = { m() { return 'a' } }; const x = o.m()`, "a"},
		{"getter", `const o = { get a() { return 'a' } }; const x = o.a`, "a"},
		{"this in a method", `const o = { a: 'a', m() { return this.a } }; const x = o.m()`, "a"},
		{"element", `const l = ['a', 'b']; const x = l[1]`, "b"},
		{"enum", `enum E { A = 'a' } const x = E.A`, "a"},

		// Destructuring.
		{"destructured", `const { a } = { a: 'a' }; const x = a`, "a"},
		{"renamed", `const { a: b } = { a: 'a' }; const x = b`, "a"},
		{"deep", `const { o: { a } } = { o: { a: 'a' } }; const x = a`, "a"},
		{"default", `const { a = 'd' } = {}; const x = a`, "d"},
		{"default not used", `const { a = 'd' } = { a: 'a' }; const x = a`, "a"},
		{"array", `const [, a] = ['a', 'b']; const x = a`, "b"},
		{"of what is not known", `const { a } = p; const x = 'v' + a`, "v‹a›"},

		// Functions.
		{"function", `function f() { return 'a' } const x = f()`, "a"},
		{"arrow", `const f = (t) => 'a ' + t; const x = f(u)`, "a ‹t›"},
		{"arrow with a block", "const f = t => { return `a ${t}` }; const x = f('b')", "a b"},
		{"argument", `function f(s, t) { return s + ' ' + t } const x = f('a', 'b')`, "a b"},
		{"default of a parameter", `function f(s = 'a') { return s } const x = f()`, "a"},
		{"default of a parameter not used", `function f(s = 'a') { return s } const x = f('b')`, "b"},
		{"parameter taken apart", `function f({ s = 'a' }) { return s } const x = f({ s: 'b' })`, "b"},
		{"parameter taken apart, default", `function f({ s = 'a' }) { return s } const x = f({})`, "a"},
		{"two returns", `function f() { if (c) return 'a'; return 'b' } const x = f()`, "a | b"},
		{"closure", `function f(s) { return t => s + t } const x = f('a')('b')`, "ab"},
		{"function in a function", `const f = t => g(t), g = t => 'a' + t; const x = f('b')`, "ab"},
		{"callback", `const f = (g) => g('b'); const x = f(t => 'a' + t)`, "ab"},
		{"call", `function f(t) { return 'a' + t } const x = f.call(null, 'b')`, "ab"},
		{"bind", `const f = function (t) { return 'a' + t }.bind(null); const x = f('b')`, "ab"},
		{"spread arguments", `const f = (s, t) => s + '.' + t; const x = f(...l)`, "‹s›.‹t›"},
		{"generator", `function* f() { return 'a' } const x = 'v' + f()`, "v‹f()›"},
		{"not seen", `const x = 'v' + f(t)`, "v‹f(t)›"},
		{"recursion", `function f(n) { return n ? f(n - 1) : 'a' } const x = f(3)`, "‹f(3)› | a"},
		{"nothing returned", `function f() {} const x = 'v' + f()`, "v"},

		// Choices.
		{"ternary", `const x = c ? 'a' : 'b'`, "a | b"},
		{"ternary in a template", "const x = `${c ? 'a' : 'b'} ${t}`", "a ‹t› | b ‹t›"},
		{"or", `const x = t || 'a'`, "‹t› | a"},
		{"or after something", `const x = 'a' || 'b'`, "a"},
		{"or after nothing", `const x = '' || 'b'`, "b"},
		{"nullish", `const x = t ?? 'a'`, "‹t› | a"},
		{"nullish after null", `const x = null ?? 'a'`, "a"},
		{"and", `const x = t && 'a'`, "a"},
		{"null is no value", `const x = c ? 'a' : null`, "a"},
		{"sequence", `const x = (1, 'a')`, "a"},

		// Types.
		{"as", `const x = 'a' as string`, "a"},
		{"satisfies", `const x = 'a' satisfies string`, "a"},
		{"not null", `const o = { a: 'a' }; const x = o.a!`, "a"},
		{"angle brackets", `const x = <string>'a'`, "a"},

		// Promises.
		{"await", `async function f() { return 'a' } const x = await f()`, "a"},
		{"then", `const f = async () => 'a'; const x = await f().then(s => s + 'b')`, "ab"},
		{"resolve", `const x = await Promise.resolve('a')`, "a"},

		// Classes.
		{"field", `class C { a = 'a' } const x = new C().a`, "a"},
		{"static field", `class C { static a = 'a' } const x = C.a`, "a"},
		{"method of a class", `class C { a = 'a'; m() { return this.a } } const x = new C().m()`, "a"},
		{"getter of a class", `class C { get a() { return 'a' } } const x = new C().a`, "a"},
		{"constructor", `class C { constructor(a) { this.a = a } } const x = new C('a').a`, "a"},
		{"parameter property", `class C { constructor(private a: string) {} m() { return this.a } } const x = new C('a').m()`, "a"},
		{"inherited", `class B { a = 'a' } class C extends B {} const x = new C().a`, "a"},
		{"overridden", `class B { a = 'b' } class C extends B { a = 'a' } const x = new C().a`, "a"},
		{"static method", `class C { static m() { return 'a' } } const x = C.m()`, "a"},

		// Cycles.
		{"itself", `const a = a; const x = 'v' + a`, "v‹a›"},
		{"each other", `const a = b, b = a; const x = 'v' + a`, "v‹a›"},
		{"functions of each other", `const f = () => g(), g = () => f(); const x = 'v' + f()`, "v‹f()›"},
		{"an object in itself", `const o = { a: 'a', o: null }; o.o = o; const x = o.a`, "a"},

		// Files.
		{"named import", "import { A } from './a'; const x = A\n-- a.ts --\nexport const A = 'a'\n", "a"},
		{"renamed import", "import { A as B } from './a'; const x = B\n-- a.ts --\nexport const A = 'a'\n", "a"},
		{"default import", "import A from './a'; const x = A\n-- a.ts --\nexport default 'a'\n", "a"},
		{"default of a name", "import A from './a'; const x = A\n-- a.ts --\nconst A = 'a'\nexport default A\n", "a"},
		{"default function", "import f from './a'; const x = f('b')\n-- a.ts --\nexport default (t) => 'a' + t\n", "ab"},
		{"namespace import", "import * as m from './a'; const x = m.A\n-- a.ts --\nexport const A = 'a'\n", "a"},
		{"export list", "import { B } from './a'; const x = B\n-- a.ts --\nconst A = 'a'\nexport { A as B }\n", "a"},
		{"re-export", "import { A } from './b'; const x = A\n-- b.ts --\nexport { A } from './a'\n-- a.ts --\nexport const A = 'a'\n", "a"},
		{"star", "import { A } from './b'; const x = A\n-- b.ts --\nexport * from './a'\n-- a.ts --\nexport const A = 'a'\n", "a"},
		{"star as", "import { n } from './b'; const x = n.A\n-- b.ts --\nexport * as n from './a'\n-- a.ts --\nexport const A = 'a'\n", "a"},
		{"default as a name", "import { A } from './b'; const x = A\n-- b.ts --\nexport { default as A } from './a'\n-- a.ts --\nexport default 'a'\n", "a"},
		{"index", "import { A } from './lib'; const x = A\n-- lib/index.ts --\nexport const A = 'a'\n", "a"},
		{"extension of what it compiles to", "import { A } from './a.js'; const x = A\n-- a.ts --\nexport const A = 'a'\n", "a"},
		{"paths", "import { A } from '@/a'; const x = A\n-- src/a.ts --\nexport const A = 'a'\n-- tsconfig.json --\n{ \"compilerOptions\": { \"paths\": { \"@/*\": [\"./src/*\"] } } }\n", "a"},
		{"require", "const { A } = require('./a'); const x = A\n-- a.js --\nexports.A = 'a'\n", "a"},
		{"module.exports", "const f = require('./a'); const x = f('b')\n-- a.js --\nmodule.exports = t => 'a' + t\n", "ab"},
		{"an instance", "import { c } from './a'; const x = c.m()\n-- a.ts --\nclass C { s = 'a'; m() { return this.s } }\nexport const c = new C()\n", "a"},
		{"a circle of files", "import { A } from './a'; const x = 'v' + A\n-- a.ts --\nexport { A } from './b'\n-- b.ts --\nexport { A } from './a'\n", "v‹A›"},
		{"a package", "import { A } from 'a'; const x = 'v' + A\n", "v‹A›"},
		{"not exported", "import { B } from './a'; const x = 'v' + B\n-- a.ts --\nexport const A = 'a'\n", "v‹B›"},
		{"a script in markup", "import { A } from './a.vue'; const x = 'v' + A\n-- a.vue --\n<script>\nexport const A = 'a'\n</script>\n", "va"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, f := project(t, tt.src)
			o, _ := result(t, e, f)
			var got []string
			for _, s := range e.Shapes(o) {
				got = append(got, s.String())
			}
			if s := strings.Join(got, " | "); s != tt.want {
				t.Errorf("got  %q\nwant %q", s, tt.want)
			}
		})
	}
}

// What a fix edits must be what stands in the file.
func TestShapePlaces(t *testing.T) {
	const src = "const A = 'Bearer'; /* größer */ const x = `${A}\\t${t} b` + 'c' + f('d')"
	e, f := project(t, src)
	o, _ := result(t, e, f)
	for _, s := range e.Shapes(o) {
		for _, p := range s {
			if !p.At.Valid() {
				t.Errorf("%q stands nowhere", p.Text)
				continue
			}
			at := src[p.At.Start:p.At.End]
			switch {
			case p.Verbatim && at != p.Text:
				t.Errorf("%q stands at %q", p.Text, at)
			case p.Hole != nil && at != p.Hole.Name:
				t.Errorf("‹%s› stands at %q", p.Hole.Name, at)
			}
		}
	}
}

func TestKinds(t *testing.T) {
	tests := []struct {
		src  string
		kind Kind
	}{
		{`const x = true`, Bool}, {`const x = null`, Null}, {`const x = undefined`, Undefined}, {`const x = 1`, Number},
		{`const x = {}`, Object}, {`const x = []`, Array}, {`const x = () => 1`, Function}, {`const x = class {}`, Class},
		{`class C {} const x = new C()`, Instance}, {`const x = new URL('/')`, Call}, {`const x = fetch`, Global},
		{`const x = window.fetch`, Global}, {`const x = f()`, Call}, {`const x = a.b`, Member}, {`const x = c ? 1 : 'a'`, Union},
		{`import a from 'a'; const x = a`, External}, {`import * as a from 'a'; const x = a.b`, External},
		{`const x = c ? null : null`, Null}, {"const x = `a`", Text}, {`const f = (t) => { const x = t }`, Param},
		{`const x = a > b`, Unknown}, {`const x = t`, Global},
	}
	for _, tt := range tests {
		e, f := project(t, tt.src)
		if _, v := result(t, e, f); v.Kind != tt.kind {
			t.Errorf("%s: kind %d, want %d", tt.src, v.Kind, tt.kind)
		}
	}
}

func TestPromise(t *testing.T) {
	for src, want := range map[string]bool{
		`async function f() { return 'a' } const x = f()`:               true,
		`async function f() { return 'a' } const x = await f()`:         false,
		`const x = Promise.resolve('a')`:                                true,
		`const f = async () => 'a'; const x = f().then(s => s)`:         true,
		`const f = async () => 'a'; const x = await f().then(s => s)`:   false,
		`const f = async () => 'a'; const x = f().catch(() => 'b')`:     true,
		`function f() { return 'a' } const x = f()`:                     false,
		`const f = async () => ({ a: 'a' }); const x = (await f()).a`:   false,
		`const f = async () => 'a'; const g = () => f(); const x = g()`: true,
	} {
		e, f := project(t, src)
		if _, v := result(t, e, f); v.Promise != want {
			t.Errorf("%s: Promise = %v", src, v.Promise)
		}
	}
}

// The same call twice makes the same client once; two calls make two.
func TestKey(t *testing.T) {
	e, f := project(t, `
		import { make, shared } from './a'
		const a = make(), b = make(), c = shared, d = shared
		const x = [a, b, c, d, a]
-- a.ts --
export const make = () => create()
export const shared = create()
`)
	_, v := result(t, e, f)
	var keys []string
	for i := range 5 {
		keys = append(keys, e.Element(v, fmt.Sprint(i), f, v.Node).Key())
	}
	if keys[0] == keys[1] || keys[2] != keys[3] || keys[0] != keys[4] || keys[0] == keys[2] {
		t.Errorf("keys %q", keys)
	}
}

// What is answered does not depend on what was asked before.
func TestOrderOfQuestions(t *testing.T) {
	const src = `
		const a = () => b() + 'a', b = () => c ? 'b' : a()
		const p = a(), q = b(), x = p + q
	`
	ask := func(names ...string) map[string]string {
		e, f := project(t, src)
		out := map[string]string{}
		for _, name := range names {
			for _, b := range f.Scopes.Bindings() {
				if b.Name == name {
					var shapes []string
					for _, s := range e.Shapes(Operand{File: f, Node: b.Init}) {
						shapes = append(shapes, s.String())
					}
					out[name] = strings.Join(shapes, " | ")
				}
			}
		}
		return out
	}
	first, second := ask("p", "q", "x"), ask("x", "q", "p")
	for name := range first {
		if first[name] != second[name] {
			t.Errorf("%s is %q, asked in another order %q", name, first[name], second[name])
		}
	}
}

// Code that branches at every turn is given up on, in time.
func TestBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("const a0 = c ? 'a' : 'b'\n")
	for i := 1; i < 200; i++ {
		fmt.Fprintf(&b, "const a%d = c ? a%d + 'a' : a%d + 'b'\n", i, i-1, i-1)
	}
	b.WriteString("const x = a199\n")
	e, f := project(t, b.String())
	o, _ := result(t, e, f)
	if got := len(e.Shapes(o)); got == 0 || got > maxAlternatives {
		t.Errorf("%d shapes", got)
	}

	e, f = project(t, "const x = "+strings.Repeat("'a' +\n", 900)+"t")
	o, _ = result(t, e, f)
	e.Shapes(o)
}
