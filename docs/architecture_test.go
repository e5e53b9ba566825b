// Package docs tests that the documentation is true to the code.
package docs

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/authlint/authlint/"

// A layer is the packages of one row of the table in architecture.md.
type layer struct {
	pattern string // "internal/lint", or "rules/..." for what lies below rules
}

func (l layer) holds(pkg string) bool {
	if dir, ok := strings.CutSuffix(l.pattern, "..."); ok {
		return strings.HasPrefix(pkg, dir)
	}
	return pkg == l.pattern
}

func layers(t *testing.T) []layer {
	t.Helper()
	page, err := os.ReadFile("architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "<!-- layers: begin -->")
	table, _, ok := strings.Cut(rest, "<!-- layers: end -->")
	if !ok {
		t.Fatal("architecture.md has no table of layers")
	}
	var out []layer
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(table, -1) {
		out = append(out, layer{m[1]})
	}
	return out
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func list(t *testing.T, args ...string) []goPackage {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports"}, args...)...)
	cmd.Dir = ".."
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var pkgs []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return pkgs
		} else if err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
}

func TestLayers(t *testing.T) {
	rows := layers(t)
	row := func(pkg string) int { return slices.IndexFunc(rows, func(l layer) bool { return l.holds(pkg) }) }
	seen := map[int]bool{}
	for _, p := range list(t, "./...") {
		name := strings.TrimPrefix(p.ImportPath, module)
		from := row(name)
		if from < 0 {
			if len(p.Imports) > 0 {
				t.Errorf("%s is not in the table", name)
			}
			continue // nothing but tests
		}
		seen[from] = true
		for _, imp := range p.Imports {
			imp, ours := strings.CutPrefix(imp, module)
			if !ours {
				continue
			}
			if to := row(imp); to <= from && to >= 0 {
				t.Errorf("%s imports %s, which does not stand below it in the table", name, imp)
			}
		}
	}
	for i, l := range rows {
		if !seen[i] {
			t.Errorf("the table has %s, which is not there", l.pattern)
		}
	}
}

// Rules know neither readers nor drivers.
func TestRulesKnowFactsOnly(t *testing.T) {
	may := []string{"internal/authflow", "internal/credential", "internal/rule", "internal/source"}
	for _, p := range list(t, "./rules/...") {
		if p.ImportPath == module+"rules" {
			continue
		}
		for _, imp := range p.Imports {
			if imp, ours := strings.CutPrefix(imp, module); ours && !slices.Contains(may, imp) {
				t.Errorf("%s imports %s; a rule knows %v", p.ImportPath, imp, may)
			}
		}
	}
}

// The parser alone is C; what other drivers use of authlint never reaches it.
func TestCStaysInTheParser(t *testing.T) {
	for _, p := range list(t, "./...") {
		for _, imp := range p.Imports {
			if (imp == "C" || strings.Contains(imp, "tree-sitter")) && p.ImportPath != module+"internal/ts/parse" {
				t.Errorf("%s imports %s", p.ImportPath, imp)
			}
		}
	}
	for _, p := range list(t, "-deps", "./analyzer/...", "./rules/...") {
		if strings.Contains(p.ImportPath, "tree-sitter") || p.ImportPath == module+"internal/ts/parse" {
			t.Errorf("analyzer or rules depend on %s", p.ImportPath)
		}
	}
}

// The packages that the text names are there.
func TestNamedPackagesExist(t *testing.T) {
	for _, page := range []string{"architecture.md", "adding-a-rule.md", "../CONTRIBUTING.md", "../README.md"} {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:^|[^/\w])((?:internal|cmd)/[a-z/]*[a-z])`).FindAllStringSubmatch(string(text), -1) {
			if info, err := os.Stat("../" + m[1]); err != nil || !info.IsDir() {
				t.Errorf("%s names %s, which is not there", page, m[1])
			}
		}
		for _, m := range regexp.MustCompile(`\]\(([^)#:]+)[^):]*\)`).FindAllStringSubmatch(string(text), -1) {
			dir := "."
			if strings.HasPrefix(page, "../") {
				dir = ".."
			}
			if _, err := os.Stat(dir + "/" + m[1]); err != nil {
				t.Errorf("%s links to %s, which is not there", page, m[1])
			}
		}
	}
}
