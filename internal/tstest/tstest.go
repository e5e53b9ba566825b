// Package tstest checks rules against TypeScript fixtures, as analysistest does
// for Go: a comment `// want "regexp"` on a line expects a finding there whose
// severity and message, as in "error: …", match; and every finding needs one.
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
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/discover"
	"github.com/authlint/authlint/internal/fix"
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
			if !expect.take(f) && !isTest(t, dir, f) {
				t.Errorf("%s: unexpected finding (strict=%v): %s", at(f.At), strict, f.Message)
			}
		}
		expect.missing(t, strict)
	}
}

// isTest: a run says nothing of the files of a project that are tests.
func isTest(t *testing.T, dir string, f rule.Finding) bool {
	t.Helper()
	rel, err := filepath.Rel(absolute(t, dir), f.At.File)
	if err != nil {
		t.Fatal(err)
	}
	return discover.IsTest(filepath.ToSlash(rel))
}

// RunAll runs a rule over a directory of fixtures, each a directory of its own,
// as subtests.
func RunAll(t *testing.T, dir string, r *rule.Rule) {
	t.Helper()
	cases, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if c.IsDir() {
			t.Run(c.Name(), func(t *testing.T) { Run(t, filepath.Join(dir, c.Name()), r) })
		}
	}
}

// RunExamples checks the TypeScript examples on a rule's page, each as a file of
// its own: a bad one gives exactly one finding, a good one none.
func RunExamples(t *testing.T, r *rule.Rule) {
	t.Helper()
	doc, err := rule.ParsePage(r.Page)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range doc.Examples {
		if e.Lang != "ts" {
			continue
		}
		dir := t.TempDir()
		write(t, filepath.Join(dir, "example.ts"), e.Code)
		want := 0
		if e.Bad {
			want = 1
		}
		found := Findings(read(t, dir, sources(t, dir)), r, false)
		if len(found) != want {
			t.Errorf("%s: the example in line %d of its page gives %d findings, want %d", r.ID, e.Line, len(found), want)
		}
		for _, f := range found {
			t.Logf("%s: %s", f.Severity, f.Message)
		}
	}
}

// RunFixes applies the first fix of every finding to a fixture. Each file with a
// .golden beside it becomes that, and in what comes out the rule finds nothing.
func RunFixes(t *testing.T, dir string, r *rule.Rule) {
	t.Helper()
	goldens := 0
	fixed := t.TempDir()
	for _, path := range sources(t, dir) {
		rel, err := filepath.Rel(absolute(t, dir), path)
		if err != nil {
			t.Fatal(err)
		}
		text := Fixed(t, absolute(t, dir), rel, r)
		write(t, filepath.Join(fixed, rel), text)
		golden, err := os.ReadFile(path + ".golden")
		if err != nil {
			continue
		}
		goldens++
		if diff := cmp.Diff(string(golden), text); diff != "" {
			t.Errorf("%s.golden (-want +got)\n%s", rel, diff)
		}
	}
	if goldens == 0 {
		t.Errorf("%s: no .golden", dir)
	}
	res := result(t, fixed, sources(t, fixed))
	for _, p := range res.Problems {
		t.Errorf("fixed: %s: %s", p.File, p.Message)
	}
	for _, f := range Findings(res.Facts, r, true) {
		t.Errorf("fixed, and still: %s: %s", at(f.At), f.Message)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func absolute(t *testing.T, dir string) string {
	t.Helper()
	abs, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}

// Findings returns what a rule finds, in the order of places.
func Findings(facts *authflow.Facts, r *rule.Rule, strict bool) []rule.Finding {
	var out []rule.Finding
	r.Run(&rule.Pass{Facts: facts, Strict: strict, Report: func(f rule.Finding) {
		if f.Severity == rule.Off {
			f.Severity = r.Doc().Severity
		}
		out = append(out, f)
	}})
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
	path := absolute(t, filepath.Join(dir, file))
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	findings := Findings(read(t, dir, sources(t, dir)), r, true)
	plan := fix.Make(findings, fix.Options{All: true, Read: time.Now()})
	for _, p := range plan.Problems {
		t.Errorf("%s: %s", p.File, p.Message)
	}
	for _, f := range plan.Files {
		if f.Path == path {
			return f.After
		}
	}
	return string(src)
}

// Facts reads a fixture.
func Facts(t *testing.T, dir string) *authflow.Facts {
	t.Helper()
	return read(t, dir, sources(t, dir))
}

func read(t *testing.T, dir string, files []string) *authflow.Facts {
	t.Helper()
	res := result(t, dir, files)
	for _, p := range res.Problems {
		t.Logf("%s: %s", p.File, p.Message)
	}
	return res.Facts
}

func result(t *testing.T, dir string, files []string) *tshttp.Result {
	t.Helper()
	in := tshttp.Input{Dir: absolute(t, dir), Files: files, Cache: cache.Open(t.TempDir())}
	var res *tshttp.Result
	for range 2 { // so that rules judge what a run keeps for the next
		var err error
		if res, err = tshttp.Read(context.Background(), in); err != nil {
			t.Fatal(err)
		}
	}
	if !res.Recalled {
		t.Errorf("the facts were not kept: %v", in.Cache.Err())
	}
	return res
}

// sources lists the files of a fixture. Expected results of fixes end in
// .golden and are none.
func sources(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(absolute(t, dir), func(path string, d fs.DirEntry, err error) error {
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
		if !e.met && e.file == f.At.File && e.line == line && e.re.MatchString(f.Severity.String()+": "+f.Message) {
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
