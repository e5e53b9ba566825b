package parse

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	sitter "github.com/smacker/go-tree-sitter"
	"github.com/smacker/go-tree-sitter/javascript"
	"github.com/smacker/go-tree-sitter/typescript/tsx"
	"github.com/smacker/go-tree-sitter/typescript/typescript"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// outline writes a tree on one line: (kind field:kind(...)), a leaf of code
// with its text.
func outline(n syntax.Node) string {
	var b strings.Builder
	var write func(syntax.Node)
	write = func(n syntax.Node) {
		if n.Field() != syntax.FieldNone {
			b.WriteString(n.Field().String() + ":")
		}
		b.WriteString(n.Kind().String())
		if !n.First().OK() {
			b.WriteString("‹" + n.Text() + "›")
			return
		}
		b.WriteString("(")
		for c := range n.Children() {
			if c != n.First() {
				b.WriteString(" ")
			}
			write(c)
		}
		b.WriteString(")")
	}
	for c := range n.Children() {
		write(c)
	}
	return b.String()
}

func mustParse(t testing.TB, path, src string) *syntax.Tree {
	t.Helper()
	tree, problems := Source(t.Context(), path, []byte(src))
	if tree == nil || len(problems) > 0 {
		t.Fatalf("%s: %q: %v", path, src, problems)
	}
	checkTree(t, tree)
	return tree
}

// checkTree checks what everything over a tree relies on.
func checkTree(t testing.TB, tree *syntax.Tree) {
	t.Helper()
	if tree.Len() == 0 {
		t.Fatal("the tree has no root")
	}
	for id := range int32(tree.Len()) {
		n := tree.At(id)
		if n.Start() > n.End() || n.End() > len(tree.Source()) {
			t.Fatalf("%d: range %d to %d of %d bytes", id, n.Start(), n.End(), len(tree.Source()))
		}
		end, children := n.Start(), int32(0)
		for c := range n.Children() {
			if c.Parent() != n {
				t.Fatalf("%d: the parent of its child %d is %d", id, c.ID(), c.Parent().ID())
			}
			if c.Start() < end || c.End() > n.End() {
				t.Fatalf("%d: child %d, %d to %d, is not in order within %d to %d", id, c.ID(), c.Start(), c.End(), n.Start(), n.End())
			}
			if c.Broken() && !n.Broken() {
				t.Fatalf("%d: only its child %d is broken", id, c.ID())
			}
			end = c.End()
			for range c.Descendants() {
				children++
			}
			children++
		}
		all := int32(0)
		for range n.Descendants() {
			all++
		}
		if all != children {
			t.Fatalf("%d: %d descendants, its children have %d", id, all, children)
		}
		if n.Is(syntax.Error, syntax.Missing) && !n.Broken() {
			t.Fatalf("%d: an error that is not broken", id)
		}
		if n.Kind() == syntax.Invalid || n.Kind() == syntax.Other {
			t.Fatalf("%d: kind %v", id, n.Kind())
		}
	}
}

func TestSource(t *testing.T) {
	for _, test := range []struct{ path, src, want string }{
		{"a.ts", "await f?.(x)", "expression_statement(await_expression(call_expression(function:identifier‹f› optional_chain‹?.› arguments:arguments(identifier‹x›))))"},
		{"a.ts", "for await (const x of y);", "for_in_statement(await‹await› kind:const‹const› left:identifier‹x› operator:of‹of› right:identifier‹y› body:empty_statement‹;›)"},
		{"a.ts", "a!.b!= !c", "expression_statement(binary_expression(left:member_expression(object:non_null_expression(identifier‹a›) property:property_identifier‹b›) operator:operator‹!=› right:unary_expression(operator:operator‹!› argument:identifier‹c›)))"},
		{"a.ts", "a * typeof b", "expression_statement(binary_expression(left:identifier‹a› operator:operator‹*› right:unary_expression(operator:typeof‹typeof› argument:identifier‹b›)))"},
		{"a.ts", "x ??= i++", "expression_statement(augmented_assignment_expression(left:identifier‹x› operator:operator‹??=› right:update_expression(argument:identifier‹i› operator:operator‹++›)))"},
		{"a.ts", "a?.[0]", "expression_statement(subscript_expression(object:identifier‹a› optional_chain:optional_chain‹?.› index:number‹0›))"},
		{"a.ts", "export * from 'm'", "export_statement(*‹*› source:string(string_fragment‹m›))"},
		{"a.ts", "import type { T } from \"m\"", "import_statement(type‹type› import_clause(named_imports(import_specifier(name:identifier‹T›))) source:string(string_fragment‹m›))"},
		{"a.ts", "x as const", "expression_statement(as_expression(identifier‹x› const‹const›))"},
		{"a.ts", "class A { static async *m() {} readonly x? = 1 }", "class_declaration(name:type_identifier‹A› body:class_body(method_definition(static‹static› async‹async› *‹*› name:property_identifier‹m› parameters:formal_parameters‹()› body:statement_block‹{}›) public_field_definition(readonly‹readonly› name:property_identifier‹x› ?‹?› value:number‹1›)))"},
		{"a.ts", "new A<T>", "expression_statement(new_expression(constructor:identifier‹A› type_arguments:type_arguments(type_identifier‹T›)))"},
		{"a.ts", "`a${b}`", "expression_statement(template_string(string_fragment‹a› template_substitution(identifier‹b›)))"},
		{"a.ts", "// c\nx", "comment‹// c›expression_statement(identifier‹x›)"},
		{"a.ts", "<T>x", "expression_statement(type_assertion(type_arguments(type_identifier‹T›) identifier‹x›))"},
		{"a.tsx", "<a b={c}/>", "expression_statement(jsx_self_closing_element(name:identifier‹a› attribute:jsx_attribute(property_identifier‹b› jsx_expression(identifier‹c›))))"},
		// A prefix is around a call with type arguments too.
		{"a.ts", "await f<T>(x)", "expression_statement(await_expression(call_expression(function:identifier‹f› type_arguments:type_arguments(type_identifier‹T›) arguments:arguments(identifier‹x›))))"},
		{"a.ts", "await a.b<T>(x).c!.d(y)[0]", "expression_statement(await_expression(subscript_expression(object:call_expression(function:member_expression(object:non_null_expression(member_expression(object:call_expression(function:member_expression(object:identifier‹a› property:property_identifier‹b›) type_arguments:type_arguments(type_identifier‹T›) arguments:arguments(identifier‹x›)) property:property_identifier‹c›)) property:property_identifier‹d›) arguments:arguments(identifier‹y›)) index:number‹0›)))"},
		{"a.ts", "z = !await f<T>(x) && y", "expression_statement(assignment_expression(left:identifier‹z› right:binary_expression(left:unary_expression(operator:operator‹!› argument:await_expression(call_expression(function:identifier‹f› type_arguments:type_arguments(type_identifier‹T›) arguments:arguments(identifier‹x›)))) operator:operator‹&&› right:identifier‹y›)))"},
		{"a.ts", "(await f)<T>(x)", "expression_statement(call_expression(function:parenthesized_expression(await_expression(identifier‹f›)) type_arguments:type_arguments(type_identifier‹T›) arguments:arguments(identifier‹x›)))"},
		// JavaScript has the shapes of TypeScript.
		{"a.js", "class A extends B { x = 1 }", "class_declaration(name:type_identifier‹A› class_heritage(extends_clause(value:identifier‹B›)) body:class_body(public_field_definition(name:property_identifier‹x› value:number‹1›)))"},
		{"a.js", "function f(a, b = 1) {}", "function_declaration(name:identifier‹f› parameters:formal_parameters(required_parameter(pattern:identifier‹a›) required_parameter(pattern:identifier‹b› value:number‹1›)) body:statement_block‹{}›)"},
		{"a.ts", "", ""},
		{"a.ts", " \n", ""},
	} {
		if got := outline(mustParse(t, test.path, test.src).Root()); got != test.want {
			t.Errorf("%s: %s\n got %s\nwant %s", test.path, test.src, got, test.want)
		}
	}
}

func TestExtensions(t *testing.T) {
	const ts, jsx, both = "let x = <T>y", "let x = <a>b</a>", "let x = 1"
	for path, src := range map[string]string{
		"a.ts": ts, "a.mts": ts, "a.cts": ts, "dir.x/A.D.TS": ts,
		"a.tsx": jsx, "a.js": jsx, "a.jsx": jsx, "a.mjs": jsx, "a.cjs": jsx,
		"a.vue": "<script>" + jsx + "</script>", "b.vue": "<script lang=ts>" + ts + "</script>", "c.vue": `<script lang="tsx">` + jsx + "</script>",
		"a.svelte": "<script>" + both + "</script>", "a.astro": "---\n" + ts + "\n---", "a.html": "<script>" + both + "</script>", "a.htm": "<script>" + both + "</script>",
	} {
		if !Known(path) {
			t.Errorf("%s is not known", path)
		}
		tree := mustParse(t, path, src)
		if first := tree.Root().First(); !first.Is(syntax.LexicalDeclaration) {
			t.Errorf("%s: found %v", path, first.Kind())
		}
	}
	for _, path := range []string{"a.go", "a", "ts", "a.css", ""} {
		tree, problems := Source(t.Context(), path, []byte(both))
		if Known(path) || tree != nil || len(problems) != 1 || problems[0].Kind != ProblemSkipped {
			t.Errorf("%q: %v", path, problems)
		}
	}
}

// Valid code that the grammars are too old for, or get wrong. The text of
// every node is that of the file all the same.
func TestNewerSyntax(t *testing.T) {
	for _, test := range []struct{ path, src, want string }{
		{"a.ts", "export type * from 'm'", "export_statement(*‹*› source:string(string_fragment‹m›))"},
		{"a.ts", "export type * as ns from 'm'", "export_statement(namespace_export(identifier‹ns›) source:string(string_fragment‹m›))"},
		{"a.ts", "f<typeof import('m')>()", ""},
		{"a.ts", "f<Readonly<import('m').T>>()", ""},
		{"a.ts", "let x: import(\"m\").T<string>", ""},
		{"a.ts", "interface A<in T, out U, in out V> {}", ""},
		{"a.ts", "import defer * as m from 'm'", ""},
		{"a.ts", "import m from 'm.json' assert { type: 'json' }", ""},
		{"a.ts", "export { m } from 'm.json' with { type: 'json' }", ""},
		{"a.ts", "for (await using x of xs) {}", ""},
		{"a.tsx", "<p>terms & conditions</p>", "expression_statement(jsx_element(open_tag:jsx_opening_element(name:identifier‹p›) jsx_text‹terms & conditions› close_tag:jsx_closing_element(name:identifier‹p›)))"},
		{"a.jsx", "<a href=\"/login?a=1&b=2\"/>", "expression_statement(jsx_self_closing_element(name:identifier‹a› attribute:jsx_attribute(property_identifier‹href› string(string_fragment‹/login?a=1&b=2›))))"},
		{"a.tsx", "<>m&sup3;</>", ""},
	} {
		tree := mustParse(t, test.path, test.src)
		if got := outline(tree.Root()); test.want != "" && got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.src, got, test.want)
		}
	}
}

// A rewrite does not touch what the grammars understand: the operator far from
// the error is none of a text's ampersands.
func TestNewerSyntaxStaysNearErrors(t *testing.T) {
	tree := mustParse(t, "a.ts", "export type * from 'm'\n\n\n\nx = a & b\n")
	var operators []string
	for n := range tree.Root().Descendants() {
		if n.Is(syntax.BinaryExpression) {
			operators = append(operators, n.Operator())
		}
	}
	if fmt.Sprint(operators) != "[&]" {
		t.Errorf("operators: %v", operators)
	}
}

func TestBadInput(t *testing.T) {
	long := strings.Repeat("x", 60<<10)
	for _, test := range []struct {
		name, path, src string
		problem         string // "" for none
		tree            bool
	}{
		{"error", "a.ts", "a()\n\nif (\nb()\n", "parse: line 3:", true},
		{"one problem for many errors", "a.ts", "a(;\nb(;\nc(;\n", "parse: line 1:", true},
		{"missing token", "a.ts", "f(a\n", "parse: line 1:", true},
		{"error after a script in markup", "a.vue", "<template>\n</template>\n<script>\nlet = = 1\n</script>", "parse: line 4:", true},
		{"binary", "a.ts", "\x47\x40\x11\x00\x10", "skipped: not text: NUL byte at offset 3", false},
		{"UTF-16", "a.ts", "\xff\xfea\x00", "skipped: encoded in UTF-16", false},
		{"too large", "a.ts", strings.Repeat("// large\n", 20<<20/9), "skipped: 20971512 bytes, more than the limit of 2097152", false},
		{"minified", "a.js", "var a='" + long + "'", "skipped: minified", false},
		{"one long line among others", "a.js", "var a='" + long + "'" + strings.Repeat("\n", 100), "", true},
		{"invalid UTF-8 in a comment", "a.ts", "// caf\xe9\nf()", "", true},
		{"invalid UTF-8 in a string", "a.ts", "f('caf\xe9')", "", true},
		{"invalid UTF-8 in code", "a.ts", "f(\xe9\xe9)\ng()", "parse: line 1:", true},
		{"CRLF", "a.ts", "f()\r\ng()\r\n", "", true},
		{"no scripts", "a.html", "<p>text</p>", "", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			src := []byte(test.src)
			tree, problems := Source(t.Context(), test.path, src)
			if string(src) != test.src {
				t.Error("the source was changed")
			}
			if (tree != nil) != test.tree {
				t.Errorf("tree: %v", tree != nil)
			}
			if tree != nil {
				checkTree(t, tree)
				if tree.Source() != test.src {
					t.Error("the tree's source is not the file")
				}
			}
			got := ""
			for _, p := range problems {
				got += p.Kind + ": " + p.Message
			}
			if !strings.HasPrefix(got, test.problem) || test.problem == "" && got != "" || len(problems) > 1 {
				t.Errorf("problems: %q, want %q", got, test.problem)
			}
		})
	}
}

// Offsets are those of the file on disk, whatever stands at its head.
func TestOffsets(t *testing.T) {
	for _, src := range []string{"call(x)", "\ufeffcall(x)", "\r\n\r\ncall(x)", "/* caf\xe9 é 日本 */ call(x)", "\ufeff// é\r\ncall(x)"} {
		tree := mustParse(t, "a.ts", src)
		at := strings.Index(src, "call")
		n := tree.Deepest(at)
		if n.Text() != "call" || n.Start() != at {
			t.Errorf("%q: found %q at %d", src, n.Text(), n.Start())
		}
	}
}

func TestReadsOnAfterErrors(t *testing.T) {
	tree, _ := Source(t.Context(), "a.ts", []byte("before(1)\nlet = = ;\nafter(2)\n"))
	var calls []string
	for n := range tree.Root().Descendants() {
		if n.Is(syntax.CallExpression) {
			calls = append(calls, n.Text())
		}
	}
	if fmt.Sprint(calls) != "[before(1) after(2)]" {
		t.Errorf("calls: %v", calls)
	}
}

func TestGenerated(t *testing.T) {
	for src, want := range map[string]bool{
		"/* @generated by protobuf-ts */":                  true,
		"// Code generated by x. DO NOT EDIT.":             true,
		"/* eslint-disable */\n// Generated by orval v6":   true,
		"const token = generateToken()":                    false,
		"":                                                 false,
		strings.Repeat(" ", 1<<10) + "// @generated":       false,
		"// Tokens are generated in the server\nexport {}": false,
	} {
		if got := Generated([]byte(src)); got != want {
			t.Errorf("%q: %v", src, got)
		}
	}
}

// TestCopyAgreesWithBinding guards the declarations of tree-sitter's functions
// and structs, which the compiler cannot check: the table has the nodes that
// the binding's own API visits.
func TestCopyAgreesWithBinding(t *testing.T) {
	for path, language := range map[string]*sitter.Language{"a.ts": typescript.GetLanguage(), "a.tsx": tsx.GetLanguage()} {
		for _, src := range append(seeds, "f(", "let = 1; class { (", "}}}") {
			if path == "a.tsx" && strings.Contains(src, "as T") {
				continue
			}
			lang, _ := languageOf(path)
			rows, _, err := grammars[lang].parse(t.Context(), []byte(src), time.Now().Add(time.Minute), Limits{}.withDefaults())
			if err != nil {
				t.Fatal(err)
			}
			var copied []string
			for _, r := range rows {
				if r.Kind == syntax.Missing || r.Kind > syntax.Operator && r.Kind.Keyword() || r.Kind == syntax.Operator || r.Kind == syntax.OptionalChain {
					continue
				}
				copied = append(copied, fmt.Sprintf("%v %v %d %d %v", r.Kind, r.Field, r.Start, r.End, r.Flags&syntax.FlagBroken != 0))
			}
			root, err := sitter.ParseCtx(context.Background(), []byte(src), language)
			if err != nil {
				t.Fatal(err)
			}
			var visited []string
			var visit func(*sitter.Node, string)
			visit = func(n *sitter.Node, field string) {
				if n.IsNamed() && !n.IsMissing() && n.Type() != "optional_chain" {
					visited = append(visited, fmt.Sprintf("%v %v %d %d %v", n.Type(), syntax.FieldOf(field), n.StartByte(), n.EndByte(), n.HasError()))
				}
				for i := range int(n.ChildCount()) {
					field := n.FieldNameForChild(i)
					if n.Child(i).IsExtra() {
						// The binding gives a comment its neighbour's field.
						field = ""
					}
					visit(n.Child(i), field)
				}
			}
			visit(root, "")
			if got, want := strings.Join(copied, "\n"), strings.Join(visited, "\n"); got != want {
				t.Errorf("%s: %q\ncopied:\n%s\nvisited:\n%s", path, src, got, want)
			}
		}
	}
}

// Every named node type and field of the grammars is in package syntax.
func TestVocabularyIsComplete(t *testing.T) {
	for _, language := range []*sitter.Language{typescript.GetLanguage(), tsx.GetLanguage(), javascript.GetLanguage()} {
		for s := range sitter.Symbol(language.SymbolCount()) {
			name := language.SymbolName(s)
			if language.SymbolType(s) == sitter.SymbolTypeRegular && syntax.KindOf(name, true) == syntax.Other {
				t.Errorf("node type %q has no kind", name)
			}
		}
		for id := 1; language.FieldName(id) != ""; id++ {
			if name := language.FieldName(id); syntax.FieldOf(name) == syntax.FieldNone {
				t.Errorf("field %q is missing", name)
			}
		}
	}
	for _, p := range implied {
		if !p.keyword.Keyword() && p.keyword != syntax.OptionalChain {
			t.Errorf("%v is implied, but no keyword", p.keyword)
		}
	}
}

func TestContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if tree, problems := Source(ctx, "a.ts", []byte("x")); tree != nil || len(problems) != 1 {
		t.Errorf("a cancelled context: %v", problems)
	}

	// What a deadline stops must not be what the same parser reads next.
	slow := []byte(strings.Repeat("/*\n", 300_000))
	ctx, cancel = context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if tree, problems := Source(ctx, "a.ts", slow); tree != nil || len(problems) != 1 || problems[0].Kind != ProblemSkipped {
		t.Errorf("a deadline: %v", problems)
	}
	ctx, cancel = context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if tree, problems := Source(ctx, "a.ts", slow); tree != nil || len(problems) != 1 || !strings.Contains(problems[0].Message, "canceled") {
		t.Errorf("cancelled on the way: %v", problems)
	}
	if tree, problems := (Limits{Deadline: 20 * time.Millisecond}).Source(t.Context(), "a.ts", slow); tree != nil || len(problems) != 1 {
		t.Errorf("the limit: %v", problems)
	}
	for range 10 {
		if got := outline(mustParse(t, "a.ts", "x").Root()); got != "expression_statement(identifier‹x›)" {
			t.Errorf("the next file: %s", got)
		}
	}
}

// Each of these once took the stack, the memory or minutes, or was suspected
// of it.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("parses megabytes")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	for _, unit := range []string{
		"[", "{", "(", "<", "[[]],", "a+", "a.b", "`${", "{a:", "{[", "({a:(", "[a,", "<a>", "<T>(", "async(", "a<b,", "(a)=>{", "x=a=", "if(a)", "if(a){", "/*", "\"",
	} {
		for _, path := range []string{"a.ts", "a.tsx"} {
			src := strings.Repeat(unit+"\n", 60_000)
			limits := Limits{Deadline: 300 * time.Millisecond}
			tree, problems := limits.Source(ctx, path, []byte(src))
			if ctx.Err() != nil {
				t.Fatalf("%s: %q is not bounded", path, unit)
			}
			if tree == nil && len(problems) == 0 {
				t.Errorf("%s: %q: neither a tree nor a problem", path, unit)
			}
		}
	}
	mustParse(t, "a.ts", "x")
}

// The stack of an ordinary thread ends at some 90,000 levels.
func TestDeepAmbiguity(t *testing.T) {
	Source(t.Context(), "a.ts", []byte(strings.Repeat("{a:\n", 100_000)))
	mustParse(t, "a.ts", "x")
}

func TestDepth(t *testing.T) {
	src := strings.Repeat("[\n", 100_000) + "deep" + strings.Repeat("]", 100_000) + "\nafter()"
	tree, problems := Source(t.Context(), "a.ts", []byte(src))
	if len(problems) != 1 || problems[0].Kind != ProblemSkipped || !strings.Contains(problems[0].Message, "2000 levels") {
		t.Fatalf("problems: %v", problems)
	}
	checkTreeBounds(t, tree)
	if last := tree.Root().First().Next(); last.Text() != "after()" {
		t.Errorf("what follows: %q", last.Text())
	}
	cut := 0
	for n := range tree.Root().Descendants() {
		if n.Cut() {
			cut++
			if n.First().OK() {
				t.Error("a node that is cut has children")
			}
		}
	}
	if cut != 1 || tree.Len() > 2100 {
		t.Errorf("%d cuts in %d nodes", cut, tree.Len())
	}

	tree, problems = Limits{MaxDepth: 3}.Source(t.Context(), "a.ts", []byte("f(a)"))
	if got := outline(tree.Root()); got != "expression_statement(call_expression‹f(a)›)" || len(problems) != 1 {
		t.Errorf("three levels: %s, %v", got, problems)
	}
}

// checkTreeBounds is checkTree without what takes quadratic time on a deep
// tree.
func checkTreeBounds(t testing.TB, tree *syntax.Tree) {
	t.Helper()
	for n := range tree.Root().Descendants() {
		if p := n.Parent(); n.Start() < p.Start() || n.End() > p.End() || !p.Contains(n) {
			t.Fatalf("%d is not within %d", n.ID(), p.ID())
		}
	}
}

func TestMemory(t *testing.T) {
	src := []byte(strings.Repeat("f(a, b)\n", 50_000))
	limits := Limits{MaxMemory: 1 << 20}
	tree, problems := limits.Source(t.Context(), "a.ts", src)
	if tree != nil || len(problems) != 1 || !strings.Contains(problems[0].Message, "1 MiB of memory") {
		t.Errorf("problems: %v", problems)
	}
	// The parser that was given up is not used again.
	tree = mustParse(t, "a.ts", "f(a, b)")
	if got := tree.Root().First().Text(); got != "f(a, b)" {
		t.Errorf("the next file: %s", got)
	}
}

func TestConcurrent(t *testing.T) {
	tree := mustParse(t, "a.ts", seeds[0])
	want := outline(tree.Root())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				own, _ := Source(t.Context(), "a.ts", []byte(seeds[0]))
				if outline(own.Root()) != want || outline(tree.Root()) != want {
					t.Error("trees differ")
				}
			}
		})
	}
	wg.Wait()
}

// seeds are sources that between them have most of the language.
var seeds = []string{
	"// c\nimport a, { b as c } from \"m\";\nexport const f = async ({ x = 1, ...y }: T, z?: U): Promise<void> => { await g?.(x)!.h[0]; };\n",
	"class A<T> extends B implements C { private readonly x?: string = 'a'; static async *m() {} get z() { return this.x } @dec() q; }",
	"for await (const x of y) { if (a && !b) continue; else delete o.p } switch (x) { case 1: break; default: throw new E(`a${b}c`) }",
	"type A<T> = { [K in keyof T]?: T[K] } & (B | typeof c); interface I { (x: string): void; readonly y: number[] } enum E { a = 1 }",
	"const el = a < b ? /re[/]/g : x as T satisfies U; label: while (1) { try { x ||= y } catch { } finally { i++ } }",
	"const el = <div {...p} a=\"b\" c={d}>{e} text &amp; <b.c/></div>",
	"\ufeff'use strict';\r\nmodule.exports = function () { return { a, 'b': 1, [c]: 2, get d() { return 3 } } }\r\n",
}

func FuzzSource(f *testing.F) {
	for _, src := range seeds {
		for _, path := range []string{"a.ts", "a.tsx", "a.vue"} {
			f.Add(path, []byte(src))
		}
	}
	f.Add("a.vue", []byte("<template><p>x</p></template>\n<script setup lang=\"ts\">\nfetch(`/x`)\n</script>\n<style>a{}</style>"))
	f.Add("a.astro", []byte("---\nconst a = 1\n---\n<script>b()</script><!-- c -->"))
	f.Add("a.html", []byte("<script type=module>a()</script><script>b()"))
	f.Add("a.svelte", []byte("<Title/><script>a()</script>{#if x}<p/>{/if}"))
	f.Add("a.ts", []byte("a<b,a<b,a<b,{a:{a:\xff"))
	limits := Limits{MaxBytes: 1 << 16, MaxDepth: 100, Deadline: 2 * time.Second}
	f.Fuzz(func(t *testing.T, path string, src []byte) {
		tree, problems := limits.Source(t.Context(), path, src)
		if tree == nil {
			if len(problems) == 0 {
				t.Error("neither a tree nor a problem")
			}
			return
		}
		checkTree(t, tree)
		if tree.Source() != string(src) {
			t.Error("the tree's source is not the file")
		}
		checkMask(t, path, src)
	})
}

func BenchmarkSource(b *testing.B) {
	src := []byte(strings.Repeat(strings.Join(seeds[:5], "\n"), 100))
	b.Run("parse", func(b *testing.B) {
		parser := sitter.NewParser()
		parser.SetLanguage(typescript.GetLanguage())
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			tree, err := parser.ParseCtx(context.Background(), nil, src)
			if err != nil {
				b.Fatal(err)
			}
			tree.Close()
		}
	})
	b.Run("parse+copy", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		b.ReportAllocs()
		for b.Loop() {
			if tree, _ := Source(b.Context(), "a.ts", src); tree == nil {
				b.Fatal("no tree")
			}
		}
	})
	b.Run("mask", func(b *testing.B) {
		page := []byte("<template>\n")
		page = append(page, bytes.Repeat([]byte("<p class=\"a\">text</p>\n"), 2000)...)
		page = append(page, "</template>\n<script>f()</script>"...)
		b.SetBytes(int64(len(page)))
		for b.Loop() {
			Mask("a.vue", page)
		}
	})
}
