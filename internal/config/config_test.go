package config

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "write docs/authlint.schema.json")

const schemaFile = "../../docs/authlint.schema.json"

func TestSchemaIsThatOfTheTypes(t *testing.T) {
	want, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not made of the types; go test ./internal/config -update writes it (%v)", schemaFile, err)
	}
}

// Each example is judged alike by the schema and by the reader; fault is what the
// reader says, empty for a right one.
func TestParse(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, fault string }{
		{"all keys", "preset: strict\nrules:\n  missing-bearer: off\n  suppression: error\nexclude: [legacy, '**/*.gen.ts']\ntests: true\noverrides:\n  - files: [admin/**]\n    rules: { token-in-url: error }\nraw-token-hosts: [api.example.com, '*.example.org']\nclients: { '@/lib/http': axios, './src/a#api': ky }\npublic: [/health, /shop/**]\nschemes: [Token, X-Api+1.0]\n", ""},
		{"a scheme with its colon", "schemes: [Token, 'ApiKey:']\n", `c.yaml:1:18: "ApiKey:" is not an authentication scheme`},
		{"a scheme and a blank", "schemes: ['Token ']\n", `"Token " is not an authentication scheme`},
		{"an empty scheme", "schemes: ['']\n", `"" is not an authentication scheme`},
		{"a path without its slash", "public: [health]\n", `c.yaml:1:10: "health" is not a path`},
		{"unknown library", "clients: { '@/http': axois }\n", `there is no library "axois"; did you mean axios?`},
		{"clients in Go", "clients: { example.com/acme/web.Client: net/http, gopkg.in/acme.v2.Get: resty, web.Client: req, '@/lib/web.client': axios }\n", ""},
		{"a package and no name", "clients: { example.com/acme/web: net/http }\n", `c.yaml:1:12: net/http is a library of Go: name a type or a function of a package, such as example.com/acme/web.Client, not "example.com/acme/web"`},
		{"a module of TypeScript for Go", "clients: { '@/lib/http': resty, '@acme/kit#request': req, './a.': net/http, 'a.1b': req }\n", `resty is a library of Go`},
		{"no module", "clients: { 'a b': axios }\n", `"a b" is not a module`},
		{"all commented out", "rules:\n  # missing-bearer: off\nexclude:\n", ""},
		{"anchors", "exclude: &l [a]\noverrides:\n  - files: *l\n    rules: { missing-bearer: off }\n", ""},
		{"unknown key", "preset: strict\npresett: strict\n", `c.yaml:2:1: there is no key "presett"; did you mean preset?`},
		{"far key", "zzzzzzzz: 1\n", `there is no key "zzzzzzzz"; the keys are preset, rules`},
		{"unknown value", "preset: strcit\n", `c.yaml:1:9: there is no preset "strcit"; did you mean strict?`},
		{"unknown rule", "rules:\n  missing-baerer: off\n", `c.yaml:2:3: there is no rule "missing-baerer"; did you mean missing-bearer?`},
		{"unknown severity", "rules:\n  missing-bearer: warn\n", `c.yaml:2:19: there is no severity "warn"; did you mean warning?`},
		{"false is not off", "rules:\n  missing-bearer: false\n", `there is no severity "false"`},
		{"a word for a list", "exclude: legacy\n", "exclude is a list"},
		{"a list for keys", "- preset\n", "the configuration has keys with values (key: value), not a list"},
		{"a word for keys", "hello\n", "the configuration has keys with values (key: value), not one word"},
		{"a list for a word", "preset: [strict]\n", "preset is one word, not a list"},
		{"no flag", "tests: yes\n", "c.yaml:1:8: tests is true or false"},
		{"no value", "preset:\n", "c.yaml:1:1: preset has no value"},
		{"no weight", "rules:\n  missing-bearer:\n", "missing-bearer has no value"},
		{"override without files", "overrides:\n  - rules: { missing-bearer: off }\n", "a value of overrides needs the key files"},
		{"absolute glob", "exclude: [/srv]\n", "write it relative to the directory of the configuration"},
		{"a URL for a host", "raw-token-hosts: ['https://api.example.com/']\n", "is not the name of a host"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(c.text, "c.yaml")
			if (err == nil) != (c.fault == "") || err != nil && !strings.Contains(err.Error(), c.fault) {
				t.Errorf("the reader says %v, want %q", err, c.fault)
			}
			var value any
			if err := yaml.Unmarshal([]byte(c.text), &value); err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); (err == nil) != (c.fault == "") {
				t.Errorf("the schema says %v", err)
			}
		})
	}
}

func TestParseNamesEveryFault(t *testing.T) {
	_, err := Parse("preset: x\ntests: y\nexclude: z\n", "c.yaml")
	if err == nil || strings.Count(err.Error(), "c.yaml:") != 3 {
		t.Errorf("got %v, want three faults", err)
	}
}

func TestParseSyntax(t *testing.T) {
	for text, want := range map[string]string{
		"a: [":                       "c.yaml:1:4: it is no YAML: ",
		"preset: 'x\n":               "c.yaml:1:9: it is no YAML: ",
		"tests: true\ntests: true\n": "already defined",
		"\xff":                       "it is not text in UTF-8",
		"a\x00b":                     "it is not text in UTF-8",
		"tests: *x\n":                "there is no anchor &x before this",
		"tests: true\n---\na: 1\n":   "a second document",
	} {
		if _, err := Parse(text, "c.yaml"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
	for _, text := range []string{"", "# nothing\n", "\ufeffpreset: strict\n"} {
		if _, err := Parse(text, "c.yaml"); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("preset: strict\nrules: { missing-bearer: off }\n")
	f.Add("exclude: &a [*a, [x]]\n? b\n")
	f.Fuzz(func(_ *testing.T, text string) { Parse(text, "c.yaml") })
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"a/b/c", "work/.git", "work/x"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{Name, "a/b/" + Name} {
		if err := os.WriteFile(filepath.Join(root, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for dir, want := range map[string]string{"a/b/c": "a/b/" + Name, "a/b": "a/b/" + Name, "a": Name, "work/x": ""} {
		got, err := Find(filepath.Join(root, dir), "/nowhere")
		if want != "" {
			want = filepath.Join(root, want)
		}
		if got != want || err != nil {
			t.Errorf("%s: %q, %v, want %q", dir, got, err, want)
		}
	}
}

func TestMatches(t *testing.T) {
	c := &Config{base: "/p", Exclude: []Glob{"legacy", "**/*.gen.ts", "src/*/old"}}
	got := map[string]bool{}
	want := map[string]bool{
		"/p/legacy/a/b.ts": true, "/p/src/legacy/a.ts": false, "/p/x.gen.ts": true, "/p/a/x.gen.ts": true,
		"/p/src/m/old/a.go": true, "/legacy/a.ts": false, "/p/legacy.ts": false,
	}
	for file := range want {
		got[file] = c.Excluded(file)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// The example that the README shows is a configuration.
func TestREADME(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "<!-- configuration: begin -->\n```yaml\n")
	example, _, ok := strings.Cut(rest, "```")
	if !ok || !strings.Contains(example, "$schema="+SchemaURL) {
		t.Fatal("no example that names the schema")
	}
	c, err := Parse(example, "README.md")
	if err != nil || len(c.Overrides) != 1 || len(c.RawTokenHosts) != 2 || len(c.Schemes) != 1 {
		t.Errorf("got %+v, %v", c, err)
	}
}
