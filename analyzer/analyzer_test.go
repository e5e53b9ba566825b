package analyzer_test

import (
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/packages"

	"github.com/authlint/authlint/analyzer"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/rules"
	"github.com/authlint/authlint/rules/hardcodedcredential"
)

func testdata(t *testing.T) string {
	dir, err := filepath.Abs("../testdata/go")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestFixtures runs each analyzer over the packages of its name.
func TestFixtures(t *testing.T) {
	for _, a := range analyzer.All {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel() // each type-checks the standard library that its fixtures import
			ofStrict(t, a)
			analysistest.Run(t, testdata(t), a, a.Name+"/...")
		})
	}
}

// TestStrictFixtures runs the analyzers of rules of which the strict preset says
// more over the packages of their names in the folder strict.
func TestStrictFixtures(t *testing.T) {
	more, err := os.ReadDir(filepath.Join(testdata(t), "src", "strict"))
	if err != nil || len(more) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, dir := range more {
		r, ok := rules.Lookup(dir.Name())
		if !ok {
			t.Errorf("strict/%s is of no rule", dir.Name())
			continue
		}
		t.Run(r.Name(), func(t *testing.T) {
			a := gopass.New(r)
			if err := a.Flags.Set("strict", "true"); err != nil {
				t.Fatal(err)
			}
			analysistest.Run(t, testdata(t), a, "strict/"+r.Name()+"/...")
		})
	}
}

// ofStrict turns an analyzer on whose rule only the strict preset has.
func ofStrict(t *testing.T, a *analysis.Analyzer) {
	if r, ok := rules.Lookup(a.Name); ok && r.Doc().Preset == rule.Strict {
		if err := a.Flags.Set("strict", "true"); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { a.Flags.Set("strict", "false") })
	}
}

// A rule of the strict preset says nothing unless it is asked for.
func TestStrictPreset(t *testing.T) {
	rec := hardcodedcredential.Rule
	strict := gopass.New(&rule.Rule{ID: rec.ID, Page: strings.Replace(rec.Page, "preset: recommended", "preset: strict", 1), Run: rec.Run})
	findings := func() (n int) {
		for _, r := range analysistest.Run(discard{}, testdata(t), strict, "hardcodedcredential") {
			n += len(r.Diagnostics)
		}
		return n
	}
	if n := findings(); n > 0 {
		t.Errorf("%d findings without -strict", n)
	}
	if err := strict.Flags.Set("strict", "true"); err != nil {
		t.Fatal(err)
	}
	if findings() == 0 {
		t.Error("no findings with -strict")
	}
}

// discard takes the complaints about expected findings that are not there.
type discard struct{}

func (discard) Errorf(string, ...any) {}

// TestFixes applies the fixes and compares the places byte for byte, which the
// comments of fixtures cannot.
func TestFixes(t *testing.T) {
	for _, a := range analyzer.Rules {
		if _, err := os.Stat(filepath.Join(testdata(t), "src", "fixes", a.Name)); err != nil {
			continue // it has no fixes
		}
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			analysistest.RunWithSuggestedFixes(t, testdata(t), a, "fixes/"+a.Name)
		})
	}
}

// nogo takes packages, each of which exports a variable Analyzer.
func TestPackagesExportAnalyzer(t *testing.T) {
	names := []string{gohttp.Name}
	for _, a := range analyzer.Rules {
		names = append(names, a.Name)
	}
	slices.Sort(names)
	pkgs, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	var export []string
	for _, p := range pkgs {
		if p.Name == "analyzer" {
			continue // the list of them all
		}
		v, ok := p.Types.Scope().Lookup("Analyzer").(*types.Var)
		if !ok || v.Type().String() != "*golang.org/x/tools/go/analysis.Analyzer" {
			t.Errorf("%s exports no Analyzer", p.PkgPath)
			continue
		}
		export = append(export, p.Name)
	}
	slices.Sort(export)
	if !slices.Equal(export, names) {
		t.Errorf("packages that export an Analyzer: %v\nanalyzers that are listed: %v", export, names)
	}
}

func TestValid(t *testing.T) {
	if err := analysis.Validate(analyzer.All); err != nil {
		t.Error(err)
	}
}
