package golangci

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/authlint/authlint/analyzer"
)

func build(t *testing.T, settings any) []string {
	t.Helper()
	construct, err := register.GetPlugin("authlint")
	if err != nil {
		t.Fatal(err)
	}
	p, err := construct(settings)
	if err != nil {
		t.Fatal(err)
	}
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %s: clients are known by their types", mode)
	}
	all, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range all {
		names = append(names, a.Name)
	}
	return names
}

func flag(t *testing.T, analyzerName, name string) string {
	t.Helper()
	for _, a := range analyzer.All {
		if a.Name == analyzerName {
			return a.Flags.Lookup(name).Value.String()
		}
	}
	t.Fatalf("no analyzer %s", analyzerName)
	return ""
}

func TestSettings(t *testing.T) {
	var every []string
	for _, a := range analyzer.All {
		every = append(every, a.Name)
	}
	if got := build(t, nil); !slices.Equal(got, every) {
		t.Errorf("without settings: %v, want %v", got, every)
	}
	got := build(t, map[string]any{"preset": "strict", "off": []any{"cleartext-auth"}, "tests": true})
	want := slices.DeleteFunc(slices.Clone(every), func(name string) bool { return name == "cleartextauth" })
	if !slices.Equal(got, want) {
		t.Errorf("off: %v, want %v", got, want)
	}
	for _, name := range []string{"strict", "tests"} {
		if flag(t, "missingbearer", name) != "true" {
			t.Errorf("%s does not reach the analyzers", name)
		}
	}
	// golangci-lint reads its settings once, a server of an editor often.
	build(t, nil)
	for _, name := range []string{"strict", "tests"} {
		if flag(t, "missingbearer", name) != "false" {
			t.Errorf("%s stays from the run before", name)
		}
	}
}

func TestWrongSettings(t *testing.T) {
	for _, c := range []struct {
		settings map[string]any
		want     string
	}{
		{map[string]any{"preset": "strickt"}, "it is recommended or strict"},
		{map[string]any{"off": []any{"missing-barer"}}, "did you mean missing-bearer?"},
		{map[string]any{"test": true}, "test"},
		{map[string]any{"schemes": []any{"Token:"}}, `schemes: "Token:" is not an authentication scheme`},
		{map[string]any{"raw-token-hosts": []any{"https://a.example.com"}}, `raw-token-hosts: "https://a.example.com" is not the name of a host`},
		{map[string]any{"clients": []any{"example.com/acme/web.Client"}}, `clients: "example.com/acme/web.Client" names no library`},
		{map[string]any{"clients": []any{"example.com/acme/web.Client=axios"}}, `clients: there is no library of Go "axios"`},
	} {
		if _, err := New(c.settings); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q in it", c.settings, err, c.want)
		}
	}
}

const source = `package p

import "net/http"

func get(token string) {
	req, _ := http.NewRequest("GET", "https://api.example.com/orders", nil)
	req.Header.Set("Authorization", "Bearer "+token)
	again, _ := http.NewRequest("GET", "https://api.example.com/orders/1", nil)
	again.Header.Set("Authorization", token)
	third, _ := http.NewRequest("GET", "https://api.example.com/orders/2", nil)
	third.Header.Set("Authorization", "Bearer  "+token)
}
`

// golangci-lint makes issues of related places and makes all fixes.
func TestAdapted(t *testing.T) {
	dir, clean, err := analysistest.WriteFiles(map[string]string{"p/p.go": source})
	if err != nil {
		t.Fatal(err)
	}
	defer clean()
	p, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	all, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		var message string
		var fixes int
		switch a.Name {
		case "missingbearer":
			message = "`token` is sent without a scheme; servers that expect Bearer answer 401 (p.go:7: the same API gets `Bearer` here)"
		case "bearerspacing":
			message, fixes = "2 spaces between `Bearer` and `token`", 1
		default:
			continue
		}
		var said []analysis.Diagnostic
		for _, r := range analysistest.Run(unexpected{}, dir, a, "p") {
			said = append(said, r.Diagnostics...)
		}
		if len(said) != 1 {
			t.Errorf("%s: %d diagnostics, want 1", a.Name, len(said))
			continue
		}
		d := said[0]
		if !strings.Contains(d.Message, message) || len(d.Related) > 0 || len(d.SuggestedFixes) != fixes {
			t.Errorf("%s: %q, %d related, %d fixes; want %q, none, %d", a.Name, d.Message, len(d.Related), len(d.SuggestedFixes), message, fixes)
		}
	}
}

// What a project says of itself is known for as long as its settings say it.
func TestProject(t *testing.T) {
	dir, clean, err := analysistest.WriteFiles(map[string]string{"go.mod": "module app\n\ngo 1.24\n", "web/web.go": "package web\n\nfunc Fetch(url string, header map[string]string) {}\n", "p/p.go": `package p

import (
	"net/http"

	"app/web"
)

func get(token string) {
	web.Fetch("http://a.example.com/orders", map[string]string{"Authorization": "Acme " + token})
	req, _ := http.NewRequest("GET", "https://raw.example.com/orders", nil)
	req.Header.Set("Authorization", token)
	http.DefaultClient.Do(req)
	again, _ := http.NewRequest("GET", "https://api.example.com/orders", nil)
	again.Header.Set("Authorization", "Acme:"+token)
	http.DefaultClient.Do(again)
}
`})
	if err != nil {
		t.Fatal(err)
	}
	defer clean()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: filepath.Join(dir, "src")}, "./p")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal(err)
	}
	pkgs[0].Imports = nil // they have types, but no syntax to read facts from
	lines := func(settings map[string]any) (out []string) {
		p, err := New(settings)
		if err != nil {
			t.Fatal(err)
		}
		all, err := p.BuildAnalyzers()
		if err != nil {
			t.Fatal(err)
		}
		graph, err := checker.Analyze(all, pkgs, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, act := range graph.Roots {
			for _, d := range act.Diagnostics {
				out = append(out, fmt.Sprintf("%s:%d", act.Analyzer.Name, pkgs[0].Fset.Position(d.Pos).Line))
			}
		}
		slices.Sort(out)
		return out
	}
	without := []string{"missingbearer:12"}
	if got := lines(nil); !slices.Equal(got, without) {
		t.Errorf("without settings: %v, want %v", got, without)
	}
	with := []string{"bearerspacing:15", "cleartextauth:10"}
	if got := lines(map[string]any{
		"schemes": []any{"Acme"}, "raw-token-hosts": []any{"raw.example.com"}, "clients": []any{"app/web.Fetch=net/http"},
	}); !slices.Equal(got, with) {
		t.Errorf("with settings: %v, want %v", got, with)
	}
	if got := lines(nil); !slices.Equal(got, without) {
		t.Errorf("settings stay from the run before: %v, want %v", got, without)
	}
}

// unexpected takes the complaints about diagnostics that no comment wants.
type unexpected struct{}

func (unexpected) Errorf(string, ...any) {}
