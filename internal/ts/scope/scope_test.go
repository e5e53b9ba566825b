package scope

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/ts/parse"
	"github.com/authlint/authlint/internal/ts/syntax"
)

func analyze(t *testing.T, src string) (*syntax.Tree, *Info) {
	t.Helper()
	tree, problems := parse.Source(context.Background(), "a.tsx", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return tree, Analyze(tree)
}

// at returns the identifier that stands behind the mark /*x*/.
func at(t *testing.T, tree *syntax.Tree, mark string) syntax.Node {
	t.Helper()
	i := strings.Index(tree.Source(), mark)
	if i < 0 {
		t.Fatalf("no %s", mark)
	}
	return tree.Deepest(i + len(mark))
}

// Every use marked /*u*/ is bound to the declaration marked /*d*/; where there
// is none, to nothing.
func TestLookup(t *testing.T) {
	for name, src := range map[string]string{
		"const":                  `const /*d*/a = 1; f(/*u*/a)`,
		"before its declaration": `f(/*u*/a); function /*d*/a() {}`,
		"var out of a block":     `if (x) { var /*d*/a = 1 } f(/*u*/a)`,
		"let stays in its block": `if (x) { let a = 1 } f(/*u*/a)`,
		"shadowed":               `const a = 1; { const /*d*/a = 2; f(/*u*/a) }`,
		"parameter":              `function f(/*d*/a) { return () => /*u*/a }`,
		"arrow parameter":        `const f = /*d*/a => /*u*/a`,
		"destructured parameter": `const f = ({ b: { /*d*/a } }) => /*u*/a`,
		"default of a parameter": `const f = (/*d*/a, b = /*u*/a) => b`,
		"catch":                  `try {} catch (/*d*/a) { f(/*u*/a) }`,
		"catch ends":             `try {} catch (a) {} f(/*u*/a)`,
		"for of":                 `for (const /*d*/a of b) f(/*u*/a)`,
		"class":                  `new /*u*/A(); class /*d*/A {}`,
		"class as a type":        `class /*d*/A {} let x: /*u*/A`,
		"enum":                   `enum /*d*/E { A } f(/*u*/E.A)`,
		"import":                 `import { x as /*d*/a } from 'm'; f(/*u*/a)`,
		"import default":         `import /*d*/a from 'm'; f(/*u*/a)`,
		"import namespace":       `import * as /*d*/a from 'm'; f(/*u*/a.b)`,
		"shorthand":              `const /*d*/a = 1; f({ /*u*/a })`,
		"named function inside":  `const f = function /*d*/g() { return /*u*/g }`,
		"jsx":                    `import /*d*/A from 'm'; const x = </*u*/A />`,
		"global":                 `f(/*u*/localStorage)`,
		"array element":          `const [, /*d*/a] = b; f(/*u*/a)`,
		"object rest":            `const { b, .../*d*/a } = c; f(/*u*/a)`,
		"overload":               `function /*d*/f(a: string): void; function f(a: any) {} /*u*/f(1)`,
	} {
		t.Run(name, func(t *testing.T) {
			tree, info := analyze(t, src)
			got := info.Lookup(at(t, tree, "/*u*/"))
			if !strings.Contains(src, "/*d*/") {
				if got != nil {
					t.Errorf("bound to %s at %d", got.Name, got.Node.Start())
				}
				return
			}
			want := at(t, tree, "/*d*/")
			if got == nil || got.Node != want {
				t.Errorf("got %+v, want the binding at %d", got, want.Start())
			}
		})
	}
}

// What is known of a binding: where its value comes from and who writes it.
func TestBindings(t *testing.T) {
	for src, want := range map[string]string{
		`const a = f()`:                          "a const init=f()",
		`const { data: { token: a = d } } = f()`: "a const init=f() .data.token|d",
		`const [x, a] = useState(0)`:             "x const init=useState(0) [0]; a const init=useState(0) [1]",
		`let a; a = 1; a += 2; a++`:              "a let writes=3",
		`function f(a, { b = 1 }, ...c) {}`:      "f function; a param#0; b param#1 .b|1; c param#2 rest",
		`({ a } = b); let a`:                     "a let writes=1",
	} {
		_, info := analyze(t, src)
		var got []string
		for _, b := range info.Bindings() {
			got = append(got, describe(b))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\ngot  %s\nwant %s", src, s, want)
		}
	}
}

func describe(b *Binding) string {
	kind := map[Kind]string{Const: "const", Let: "let", Function: "function", Param: "param"}[b.Kind]
	s := b.Name + " " + kind
	if b.Kind == Param {
		s += fmt.Sprintf("#%d", b.Index)
	} else if b.Init.OK() {
		s += " init=" + b.Init.Text()
	}
	for i, st := range b.Path {
		switch {
		case st.Index >= 0:
			s += fmt.Sprintf(" [%d]", st.Index)
		case i == 0:
			s += " ." + st.Name
		default:
			s += "." + st.Name
		}
		if st.Default.OK() {
			s += "|" + st.Default.Text()
		}
	}
	if b.Rest {
		s += " rest"
	}
	if len(b.Writes) > 0 {
		s += fmt.Sprintf(" writes=%d", len(b.Writes))
	}
	return s
}
