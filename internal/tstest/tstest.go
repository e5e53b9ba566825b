// Package tstest checks rules against TypeScript fixtures, as analysistest does
// for Go: a comment `// want "regexp"` on a line expects a finding there whose
// message matches, and every finding needs one.
package tstest

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/tshttp"
)

// Run runs a rule over a fixture: a directory that is one project. Several
// expectations on one line are quoted one after another. A line may say
// `// want:strict "…"` for what only the strict preset reports.
func Run(t *testing.T, dir string, r *rule.Rule) {
	t.Helper()
	files := sources(t, dir)
	facts := read(t, dir, files)
	for _, strict := range []bool{false, true} {
		expect := expectations(t, files, strict)
		if !strict && len(files) == 0 {
			t.Fatalf("%s: no fixtures", dir)
		}
		for _, f := range Findings(facts, r, strict) {
			if !expect.take(f) {
				t.Errorf("%s: unexpected finding (strict=%v): %s", at(f.At), strict, f.Message)
			}
		}
		expect.missing(t, strict)
	}
}

// Findings returns what a rule finds, in the order of places.
func Findings(facts *authflow.Facts, r *rule.Rule, strict bool) []rule.Finding {
	var out []rule.Finding
	r.Run(&rule.Pass{Facts: facts, Strict: strict, Report: func(f rule.Finding) { out = append(out, f) }})
	slices.SortStableFunc(out, func(a, b rule.Finding) int {
		switch {
		case a.At.Before(b.At):
			return -1
		case b.At.Before(a.At):
			return 1
		}
		return 0
	})
	return out
}

// Fixed applies the first fix of every finding to a fixture's file and returns
// its text.
func Fixed(t *testing.T, dir, file string, r *rule.Rule) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var edits []authflow.Edit
	for _, f := range Findings(read(t, dir, sources(t, dir)), r, true) {
		if len(f.Fixes) > 0 {
			for _, e := range f.Fixes[0].Edits {
				if e.At.File == path {
					edits = append(edits, e)
				}
			}
		}
	}
	slices.SortStableFunc(edits, func(a, b authflow.Edit) int { return b.At.Start - a.At.Start })
	out := string(src)
	for _, e := range edits {
		out = out[:e.At.Start] + e.Text + out[e.At.End:]
	}
	return out
}

func read(t *testing.T, dir string, files []string) *authflow.Facts {
	t.Helper()
	abs, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	res, err := tshttp.Read(context.Background(), tshttp.Input{Dir: abs, Files: files})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range res.Problems {
		t.Logf("%s: %s", p.File, p.Message)
	}
	return res.Facts
}

// sources lists the files of a fixture. Expected results of fixes end in
// .golden and are none.
func sources(t *testing.T, dir string) []string {
	t.Helper()
	abs, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	err = filepath.WalkDir(abs, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasSuffix(path, ".golden") && filepath.Ext(path) != ".json" {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files
}

type expectation struct {
	file string
	line int
	re   *regexp.Regexp
	met  bool
}

type expectationList []*expectation

var (
	wantRE   = regexp.MustCompile(`(?://|<!--|\{/\*) want(:strict)? (.*)$`)
	quotedRE = regexp.MustCompile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`")
)

func expectations(t *testing.T, files []string, strict bool) expectationList {
	t.Helper()
	var out expectationList
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(src), "\n") {
			m := wantRE.FindStringSubmatch(line)
			if m == nil || m[1] != "" && !strict {
				continue
			}
			for _, q := range quotedRE.FindAllString(m[2], -1) {
				text, err := strconv.Unquote(q)
				if err != nil {
					t.Fatalf("%s:%d: %v", file, i+1, err)
				}
				out = append(out, &expectation{file: file, line: i + 1, re: regexp.MustCompile(text)})
			}
		}
	}
	return out
}

func (l expectationList) take(f rule.Finding) bool {
	line := position(f.At).Line
	for _, e := range l {
		if !e.met && e.file == f.At.File && e.line == line && e.re.MatchString(f.Message) {
			e.met = true
			return true
		}
	}
	return false
}

func (l expectationList) missing(t *testing.T, strict bool) {
	t.Helper()
	for _, e := range l {
		if !e.met {
			t.Errorf("%s:%d: no finding (strict=%v) matches %q", e.file, e.line, strict, e.re)
		}
	}
}

func position(s source.Span) source.Position {
	src, err := os.ReadFile(s.File)
	if err != nil {
		return source.Position{}
	}
	return source.NewLines(string(src)).Position(s.Start)
}

func at(s source.Span) string {
	return s.File + ":" + strconv.Itoa(position(s).Line)
}
