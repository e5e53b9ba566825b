package analyzer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/authlint/authlint/analyzer"
)

// What the fixes make of a file compiles, and nothing in it is to be mended again.
func TestFixedCode(t *testing.T) {
	overlay := map[string][]byte{}
	patterns := map[string]*analysis.Analyzer{}
	cfg := &packages.Config{
		Mode:    packages.LoadSyntax,
		Dir:     testdata(t),
		Env:     append(os.Environ(), "GO111MODULE=off", "GOPATH="+testdata(t), "GOPROXY=off", "GOWORK=off"),
		Overlay: overlay,
	}
	var paths []string
	for _, a := range analyzer.Rules {
		goldens, err := filepath.Glob(filepath.Join(testdata(t), "src", "fixes", a.Name, "*.golden"))
		if err != nil || len(goldens) == 0 {
			continue // it has no fixes
		}
		for _, golden := range goldens {
			text, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			overlay[strings.TrimSuffix(golden, ".golden")] = text
		}
		path := "fixes/" + a.Name
		patterns[path], paths = a, append(paths, path)
	}
	pkgs, err := packages.Load(cfg, paths...)
	if err != nil || len(pkgs) != len(paths) {
		t.Fatalf("%d packages of %d, %v", len(pkgs), len(paths), err)
	}
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			t.Errorf("with its fixes it does not compile: %v", err)
		}
		pkg.Imports = nil // they have no syntax, and no facts here
		ofStrict(t, patterns[pkg.PkgPath])
		graph, err := checker.Analyze([]*analysis.Analyzer{patterns[pkg.PkgPath]}, []*packages.Package{pkg}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range graph.Roots[0].Diagnostics {
			if len(d.SuggestedFixes) > 0 {
				t.Errorf("%s: a fix is left: %s", pkg.Fset.Position(d.Pos), d.SuggestedFixes[0].Message)
			}
		}
		if err := graph.Roots[0].Err; err != nil {
			t.Error(err)
		}
	}
}
