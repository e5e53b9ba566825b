package gohttp

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/authlint/authlint/internal/authflow"
)

var (
	fset     = token.NewFileSet()
	standard = importer.ForCompiler(fset, "source", nil)
)

// check type-checks one file against the standard library.
func check(t testing.TB, src string) (*index, *ast.File) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.go")
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(fset, file, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	conf := types.Config{Importer: standard, Error: func(error) {}}
	pkg, _ := conf.Check("a", fset, []*ast.File{f}, info)
	pass := &analysis.Pass{
		Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info,
		ImportObjectFact: func(types.Object, analysis.Fact) bool { return false },
	}
	return newIndex(pass), f
}

// TestShapes evaluates the argument of use in functions.
func TestShapes(t *testing.T) {
	const head = `package a

import (
	"fmt"
	"os"
	"strings"
)

var (_ = fmt.Sprint; _ = os.Getenv; _ = strings.Join)

const scheme = "Bearer"

type box struct{ token, auth, never string }

func newBox(token string) *box { return &box{token: token, auth: "Bearer " + token} }

func use(string) {}

func value(t string) string { return scheme + " " + t }

func pick(b bool, t string) string {
	if b {
		return "Bearer " + t
	}
	return ""
}

func twice(t string) (string, error) { return value(t), nil }

func loop(t string) string { return loop(t) + "x" }
`
	for _, test := range []struct{ name, body, want string }{
		{"literal", `use("a")`, `a`},
		{"constant", `use(scheme)`, `Bearer`},
		{"concatenation", `use(scheme + " " + t)`, `Bearer ‹t›`},
		{"parentheses", `use(("Bearer ") + (t))`, `Bearer ‹t›`},
		{"conversion", `use("x" + string([]byte(t)))`, `x‹t›`},
		{"sprintf", `use(fmt.Sprintf("Bearer %s", t))`, `Bearer ‹t›`},
		{"sprintf with a per cent sign", `use(fmt.Sprintf("%%%v%d%q", t, 3, t))`, `%‹t›‹3›"‹t›"`},
		{"sprintf with an index", `use(fmt.Sprintf("%[1]s", t))`, `‹fmt.Sprintf("%[1]s", t)›`},
		{"sprintf with too few", `use(fmt.Sprintf("%s %s", t))`, `‹fmt.Sprintf("%s %s", t)›`},
		{"join", `use(strings.Join([]string{scheme, t}, " "))`, `Bearer ‹t›`},
		{"trim", `use(strings.TrimSpace(" Bearer " + t))`, `Bearer ‹t›`},
		{"trim prefix", `use(strings.TrimPrefix("Bearer " + t, "Bearer "))`, `‹t›`},
		{"replace", `use(strings.ReplaceAll("Bearer  " + t, "  ", " "))`, `Bearer ‹t›`},
		{"lower", `use(strings.ToLower("Bearer ") + t)`, `bearer ‹t›`},
		{"variable", `v := "Bearer " + t; use(v)`, `Bearer ‹t›`},
		{"variable in order", `v := "Bearer"; v += " "; v += t; use(v)`, `Bearer ‹t›`},
		{"variable before", `v := "a"; use(v); v = "b"`, `a`},
		{"variable set later", `var v string; v = "a"; use(v)`, `a`},
		{"branches", `var v string; if t == "" { v = "a" } else { v = "b" }; use(v)`, `a | b`},
		{"the other branch", `v := "a"; if t == "" { v = "b" } else { use(v) }`, `a`},
		{"a branch that returns", `v := "a"; if t == "" { v = "b"; return }; use(v)`, `a`},
		{"a branch that does not", `v := "a"; if t == "" { v = "b" }; use(v)`, `a | b`},
		{"cases", `var v string; switch t { case "x": v = "a"; case "y": v = "b"; use(v) }`, `b`},
		{"loop", `v := ""; for range 3 { use(v); v = "a" }`, `a`},
		{"range", `for _, v := range os.Args { use(v) }`, `‹v›`},
		{"closure", `v := "a"; func() { use(v) }()`, `a`},
		{"address taken", `v := "a"; fmt.Sscan(t, &v); use(v)`, `‹v›`},
		{"parameter changed", `if !strings.HasPrefix(t, "Bearer ") { t = "Bearer " + t }; use(t)`, `‹t› | Bearer ‹t›`},
		{"function", `use(value(t))`, `Bearer ‹t›`},
		{"function with two results", `v, err := twice(t); _ = err; use(v)`, `Bearer ‹t›`},
		{"function that picks", `use(pick(true, t))`, `Bearer ‹t›`},
		{"function that calls itself", `use(loop(t))`, `‹loop(t)›x`},
		{"function value", `f := func(s string) string { return "Bearer " + s }; use(f(t))`, `Bearer ‹t›`},
		{"environment", `use(os.Getenv("TOKEN"))`, `‹os.Getenv("TOKEN")›`},
		{"field", `b := newBox(t); use(b.token)`, `‹b.token›`},
		{"field with a scheme", `b := newBox(t); use(b.auth)`, `Bearer ‹token›`},
		{"field that is never set", `b := newBox(t); use(b.never)`, `‹b.never›`},
		{"slice", `use(t[7:])`, `‹t›`},
		{"element", `use(os.Args[1])`, `‹os.Args[1]›`},
		{"unresolved", `use(nothing.There(t))`, `‹nothing.There(t)›`},
	} {
		t.Run(test.name, func(t *testing.T) {
			x, f := check(t, head+"\nfunc run(t string) {\n"+strings.ReplaceAll(test.body, "; ", "\n")+"\n}\n")
			var got []string
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "use" {
					for _, s := range x.shapes(call.Args[0]) {
						got = append(got, s.String())
					}
				}
				return true
			})
			if g := strings.Join(got, " | "); g != test.want {
				t.Errorf("got  %s\nwant %s", g, test.want)
			}
		})
	}
}

// TestPlaces: text that a literal wrote byte for byte has its place there.
func TestPlaces(t *testing.T) {
	src := "package a\n\nimport \"fmt\"\n\nfunc use(string) {}\n\nfunc run(t string) {\n\tuse(\"Bearer\" + t)\n\tuse(fmt.Sprintf(`Bearer  %s!`, t))\n\tuse(\"Bear\\x65r \" + t)\n}\n"
	x, f := check(t, src)
	var got []string
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "use" {
			for _, p := range x.shapes(call.Args[0])[0] {
				if p.Hole != nil {
					continue
				}
				if p.Verbatim {
					got = append(got, src[p.At.Start:p.At.End])
				} else {
					got = append(got, "not verbatim")
				}
			}
		}
		return true
	})
	if want := "Bearer,Bearer  ,!,not verbatim"; strings.Join(got, ",") != want {
		t.Errorf("got %q, want %s", got, want)
	}
}

// Hostile code ends the evaluation, not the run.
func TestBounds(t *testing.T) {
	var b strings.Builder
	b.WriteString("package a\n\nfunc use(string) {}\n\nfunc run(t string, c bool) {\n\tv := \"\"\n")
	for range 2000 {
		b.WriteString("\tif c { v += t + v }\n")
	}
	b.WriteString("\tuse(v)\n}\n")
	x, _ := check(t, b.String())
	for _, call := range x.calls {
		if len(x.shapes(call.Args[0])) > maxAlternatives {
			t.Error("more shapes than are allowed")
		}
	}
}

// A URL that is the empty string names no server.
func TestEmptyURL(t *testing.T) {
	x, _ := check(t, "package a\n\nimport \"net/http\"\n\nfunc run(token string) {\n\treq, _ := http.NewRequest(\"GET\", \"\", nil)\n\treq.Header.Set(\"Authorization\", token)\n}\n")
	r := &reader{index: x, facts: &authflow.Facts{}}
	r.readClients()
	r.readHeaders()
	if len(r.facts.Headers) != 1 || r.facts.Headers[0].Origin != "" {
		t.Errorf("headers: %v", r.facts.Headers)
	}
}

// What a package tells its importers stays small, whatever it does.
func TestFactSize(t *testing.T) {
	var b strings.Builder
	b.WriteString("package a\n\nimport \"net/http\"\n\nfunc Set(req *http.Request, name, token string) string {\n")
	for i := range 500 {
		fmt.Fprintf(&b, "\tif name == \"%d\" { req.Header.Set(name, token+\"%s\"); return \"%s\" + token }\n", i, strings.Repeat("x", 100), strings.Repeat("y", 150+i))
	}
	b.WriteString("\treturn token\n}\n")
	x, _ := check(t, b.String())
	size := 0
	x.pass.ExportObjectFact = func(_ types.Object, f analysis.Fact) {
		var out bytes.Buffer
		if err := gob.NewEncoder(&out).Encode(f); err != nil {
			t.Error(err)
		}
		size = out.Len()
	}
	r := &reader{index: x, facts: &authflow.Facts{}}
	r.readClients()
	r.readHeaders()
	r.exportBehaviours()
	if size == 0 || size > 16<<10 {
		t.Errorf("the fact of one function has %d bytes", size)
	}
}
