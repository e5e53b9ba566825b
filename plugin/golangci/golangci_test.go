package golangci

import (
	"slices"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

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

// unexpected takes the complaints about diagnostics that no comment wants.
type unexpected struct{}

func (unexpected) Errorf(string, ...any) {}
