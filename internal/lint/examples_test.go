package lint

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/rules"
)

// A page's examples are what the rule does: each bad one gives exactly one
// finding, of that rule, and each good one none of any rule, under every preset
// that has the rule.
func TestExamples(t *testing.T) {
	for _, r := range rules.All {
		for _, e := range r.Doc().Examples {
			for _, preset := range []string{rule.Recommended, rule.Strict} {
				if preset == rule.Recommended && r.Doc().Preset == rule.Strict {
					continue
				}
				t.Run(fmt.Sprintf("%s/%s/line%d/%s", r.ID, e.Lang, e.Line, preset), func(t *testing.T) {
					t.Parallel()
					lintExample(t, r, e, preset)
				})
			}
		}
	}
}

func lintExample(t *testing.T, r *rule.Rule, e rule.Example, preset string) {
	dir := t.TempDir()
	writeExample(t, dir, e)
	o := Options{Dir: dir, Selection: Selection{Preset: preset}, Cache: cache.Open(t.TempDir())}
	result, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if again.Files.Recalled != result.Files.Parsed {
		t.Errorf("%d of %d files were kept for the second run: %v", again.Files.Recalled, result.Files.Parsed, o.Cache.Err())
	}
	if diff := cmp.Diff(result.Findings, again.Findings); diff != "" {
		t.Errorf("the second run finds something else (-first +second)\n%s", diff)
	}
	page := fmt.Sprintf("rules/%s/doc.md:%d", r.Name(), e.Line)
	for _, p := range result.Problems {
		t.Errorf("%s: %s: %s", page, p.Kind, p.Message)
	}
	var got []string
	for _, f := range result.Findings {
		if preset == rule.Strict && f.Rule == "insecure-storage" && r.ID != f.Rule {
			continue // a token in web storage at all: that is how the readers of the pages store theirs
		}
		got = append(got, fmt.Sprintf("%s: %s", f.Rule, f.Message))
	}
	switch {
	case e.Bad && (len(got) != 1 || !strings.HasPrefix(got[0], r.ID+":")):
		t.Errorf("%s: a bad example gives %d findings instead of one of %s:\n%s", page, len(got), r.ID, strings.Join(got, "\n"))
	case !e.Bad && len(got) > 0:
		t.Errorf("%s: a good example gives\n%s", page, strings.Join(got, "\n"))
	}
}

// fileLine begins another file in an example that needs several.
var fileLine = regexp.MustCompile(`(?m)^// file: (\S+)\n`)

// writeExample makes a project of an example. Go that has no package clause gets
// one.
func writeExample(t *testing.T, dir string, e rule.Example) {
	t.Helper()
	write := func(name, code string) {
		if strings.HasSuffix(name, ".go") && !regexp.MustCompile(`(?m)^package `).MatchString(code) {
			code = "package example\n\n" + code
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(code), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if e.Lang == "go" {
		write("go.mod", "module example.com/example\n\ngo 1.24\n"+stubbed(t, e.Code))
	}
	name, start := "example."+e.Lang, 0
	for _, m := range fileLine.FindAllStringSubmatchIndex(e.Code, -1) {
		if code := e.Code[start:m[0]]; strings.TrimSpace(code) != "" {
			write(name, code)
		}
		name, start = e.Code[m[2]:m[3]], m[1]
	}
	write(name, e.Code[start:])
}

// stubbed returns the lines of go.mod for an example that imports libraries of
// which the fixtures have stubs.
func stubbed(t *testing.T, code string) string {
	var requires, replaces string
	for _, m := range regexp.MustCompile(`"([a-z.]+\.[a-z]+/[^"]+)"`).FindAllStringSubmatch(code, -1) {
		path := m[1]
		stub := filepath.Join("../../testdata/go/src", filepath.FromSlash(path))
		files, err := filepath.Glob(stub + "/*.go")
		if err != nil || len(files) == 0 {
			continue // no import, or one that is to be missing
		}
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(stub)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module "+path+"\n\ngo 1.24\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		version := "v0.0.0"
		if major := regexp.MustCompile(`/(v[0-9]+)$`).FindStringSubmatch(path); major != nil {
			version = major[1] + ".0.0"
		}
		requires += fmt.Sprintf("\nrequire %s %s\n", path, version)
		replaces += fmt.Sprintf("\nreplace %s => %s\n", path, dir)
	}
	return requires + replaces
}
