package module

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/authlint/authlint/internal/ts/parse"
)

// load writes a txtar archive to a directory and loads it. Every file is a
// seed.
func load(t testing.TB, archive string) *Project {
	t.Helper()
	return loadWith(t, archive, Options{Jobs: 2})
}

func loadWith(t testing.TB, archive string, o Options) *Project {
	t.Helper()
	o.Dir = t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		path := filepath.Join(o.Dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
		if parse.Known(path) {
			o.Files = append(o.Files, path)
		}
	}
	sort.Strings(o.Files)
	return Load(context.Background(), o)
}

func (p *Project) abs(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *Project) rel(path string) string {
	rel, err := filepath.Rel(p.dir, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}

func (p *Project) mustFile(t testing.TB, name string) *File {
	t.Helper()
	f := p.File(p.abs(name))
	if f == nil {
		t.Fatalf("%s is not a file of the project; problems: %v", name, p.Problems())
	}
	return f
}

// problemLines are the problems as "kind file: message".
func problemLines(p *Project) []string {
	var lines []string
	for _, pr := range p.Problems() {
		lines = append(lines, fmt.Sprintf("%s %s: %s", pr.Kind, p.rel(pr.File), pr.Message))
	}
	return lines
}

func noProblems(t testing.TB, p *Project) {
	t.Helper()
	if lines := problemLines(p); len(lines) > 0 {
		t.Errorf("problems:\n%s", strings.Join(lines, "\n"))
	}
}
