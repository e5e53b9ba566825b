package analyzer_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/authlint/authlint/analyzer"
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
			analysistest.Run(t, testdata(t), a, a.Name+"/...")
		})
	}
}

// TestFixes applies the fixes and compares the places byte for byte, which the
// comments of fixtures cannot.
func TestFixes(t *testing.T) {
	for _, a := range analyzer.Rules {
		if _, err := os.Stat(filepath.Join(testdata(t), "src", "fixes", a.Name)); err != nil {
			continue // it has no fixes
		}
		t.Run(a.Name, func(t *testing.T) {
			analysistest.RunWithSuggestedFixes(t, testdata(t), a, "fixes/"+a.Name)
		})
	}
}

func TestValid(t *testing.T) {
	if err := analysis.Validate(analyzer.All); err != nil {
		t.Error(err)
	}
}
