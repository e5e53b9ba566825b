package lint

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/discover"
	"github.com/authlint/authlint/internal/goload"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/internal/tshttp"
)

// A project is a directory whose files are read by fakes: each "!" is a place
// that headerRule flags, by the fact that is next to it.
type project struct {
	dir   string
	files map[string]string
}

func newProject(t *testing.T, files map[string]string) project {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o777)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return project{dir, files}
}

// headerRule stands in for missing-bearer: it flags every header, and panics
// over one called "panic".
var headerRule = &rule.Rule{ID: "missing-bearer", Page: "---\n", Run: func(p *rule.Pass) {
	for _, h := range p.Facts.Headers {
		if h.Name == "panic" {
			panic("no such shape")
		}
		f := rule.Finding{Severity: rule.Warning, At: h.At, Message: "flagged"}
		if len(p.Facts.Evidence.ServerReads) > 0 {
			f.Severity = rule.Error
		}
		p.Report(f)
	}
}}

var strictRule = &rule.Rule{ID: "manual-header", Page: page("strict"), Run: func(p *rule.Pass) {
	for _, h := range p.Facts.Headers {
		p.Report(rule.Finding{At: h.At, Message: "flagged, strictly"})
	}
}}

func page(preset string) string {
	front := "---\ntitle: t\nseverity: advice\npreset: " + preset + "\nlanguages: [ts]\nfix: none\nsince: 0.1.0\n---\n"
	for _, h := range rule.Headings {
		front += "## " + h + "\ntext\n"
	}
	return front
}

func marks(file, text string) (out []source.Span) {
	for i, c := range text {
		if c == '!' || c == '?' {
			out = append(out, source.Span{File: file, Start: i, End: i + 1})
		}
	}
	return out
}

// fakeTypeScript reads "!" as a header and "?" as one over which the rule
// panics.
func fakeTypeScript(_ context.Context, in tshttp.Input) (*tsProject, error) {
	out := &tsProject{facts: &authflow.Facts{}, parsed: len(in.Files), directives: map[string][]suppress.Comment{}}
	text := func(file string) string { b, _ := os.ReadFile(file); return string(b) }
	for _, file := range in.Files {
		src := text(file)
		if strings.Contains(src, suppress.Mark) {
			out.directives[file] = lineComments(file, src)
		}
		if filepath.Base(file) == "scheme.ts" {
			out.facts.Evidence.SchemeJoins = append(out.facts.Evidence.SchemeJoins, source.Span{File: file})
		}
		for _, at := range marks(file, src) {
			h := &authflow.HeaderWrite{At: at, Name: "Authorization"}
			if src[at.Start] == '?' {
				h.Name = "panic"
			}
			out.facts.Headers = append(out.facts.Headers, h)
		}
	}
	return out, nil
}

func lineComments(file, src string) (cs []suppress.Comment) {
	offset := 0
	for line := range strings.Lines(src) {
		if i := strings.Index(line, "//"); i >= 0 {
			c := strings.TrimRight(line[i:], "\n")
			cs = append(cs, suppress.Comment{At: source.Span{File: file, Start: offset + i, End: offset + i + len(c)}, Text: c})
		}
		offset += len(line)
	}
	return cs
}

// fakeGo flags each "!", twice as a package and its test variant do, and reads a
// header where a file is called server.go.
func fakeGo(_ context.Context, o goload.Options) (*goProject, error) {
	p := &goProject{}
	out := &goload.Result{Files: len(o.Files)}
	for _, file := range o.Files {
		text, _ := os.ReadFile(file)
		for _, at := range marks(file, string(text)) {
			f := rule.Finding{Rule: "missing-bearer", Severity: rule.Error, At: at, Message: "flagged"}
			out.Findings = append(out.Findings, f, f)
		}
		if filepath.Base(file) == "server.go" {
			p.evidence.ServerReads = append(p.evidence.ServerReads, authflow.ServerRead{})
		}
	}
	p.judge = func(more authflow.Evidence) *goload.Result {
		for i := range out.Findings {
			if len(more.SchemeJoins) > 0 {
				out.Findings[i].Severity = rule.Advice
			}
		}
		return out
	}
	return p, nil
}

func (p project) run(t *testing.T, o Options) *Result {
	t.Helper()
	return p.runWith(t, o, halves{fakeGo, fakeTypeScript})
}

func (p project) runWith(t *testing.T, o Options, h halves) *Result {
	t.Helper()
	o.Dir = p.dir
	r, err := run(context.Background(), o, []*rule.Rule{headerRule, strictRule}, h)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// lines shows findings in one line each.
func (p project) lines(r *Result) []string {
	out := []string{}
	for _, f := range r.Findings {
		rel, _ := filepath.Rel(p.dir, f.At.File)
		text := source.NewLines(p.files[rel]).Position(f.At.Start)
		out = append(out, fmt.Sprintf("%s:%d:%d %s %s", filepath.ToSlash(rel), text.Line, text.Column, f.Severity, f.Rule))
	}
	return out
}

func TestRun(t *testing.T) {
	two := map[string]string{"b.ts": "x\n !", "a.go": "!", "a_test.go": "!", "web/c.test.ts": "!", "web/d.ts": "!"}
	tests := []struct {
		name    string
		files   map[string]string
		options Options
		want    []string
	}{
		{"sorted, each once, without tests", two, Options{},
			[]string{"a.go:1:1 error missing-bearer", "b.ts:2:2 warning missing-bearer", "web/d.ts:1:1 warning missing-bearer"}},
		{"with tests", two, Options{Tests: true},
			[]string{"a.go:1:1 error missing-bearer", "a_test.go:1:1 error missing-bearer", "b.ts:2:2 warning missing-bearer", "web/c.test.ts:1:1 warning missing-bearer", "web/d.ts:1:1 warning missing-bearer"}},
		{"only what the pattern asks for", two, Options{Patterns: []string{"web/..."}},
			[]string{"web/d.ts:1:1 warning missing-bearer"}},
		{"one language", two, Options{Languages: []discover.Language{discover.Go}},
			[]string{"a.go:1:1 error missing-bearer"}},
		{"evidence in Go about TypeScript", map[string]string{"b.ts": "!", "server.go": ""}, Options{},
			[]string{"b.ts:1:1 error missing-bearer"}},
		{"evidence in TypeScript about Go", map[string]string{"a.go": "!", "scheme.ts": ""}, Options{},
			[]string{"a.go:1:1 advice missing-bearer"}},
		{"evidence outside of what is asked for", map[string]string{"web/b.ts": "!", "api/server.go": "!"}, Options{Patterns: []string{"web"}},
			[]string{"web/b.ts:1:1 error missing-bearer"}},
		{"strict", map[string]string{"b.ts": "!"}, Options{Selection: Selection{Preset: rule.Strict}},
			[]string{"b.ts:1:1 advice manual-header", "b.ts:1:1 warning missing-bearer"}},
		{"a rule of strict turned on", map[string]string{"b.ts": "!"}, Options{Selection: Selection{Severity: map[string]rule.Severity{"manual-header": rule.Error}}},
			[]string{"b.ts:1:1 error manual-header", "b.ts:1:1 warning missing-bearer"}},
		{"a rule turned off", two, Options{Selection: Selection{Severity: map[string]rule.Severity{"missing-bearer": rule.Off}}},
			[]string{}},
		{"only", map[string]string{"b.ts": "!"}, Options{Selection: Selection{Only: []string{"manual-header"}}},
			[]string{"b.ts:1:1 advice manual-header"}},
		{"suppressed", map[string]string{"b.ts": "// authlint:ignore missing-bearer -- raw\n!"}, Options{},
			[]string{}},
		{"suppressed without reason", map[string]string{"b.ts": "! // authlint:ignore missing-bearer"}, Options{},
			[]string{"b.ts:1:1 warning missing-bearer", "b.ts:1:6 warning suppression"}},
		{"nothing to suppress", map[string]string{"b.ts": "// authlint:ignore missing-bearer -- raw\n"}, Options{},
			[]string{"b.ts:1:20 warning suppression"}},
		{"nothing to suppress, of a rule that did not run", map[string]string{"b.ts": "// authlint:ignore missing-bearer -- raw\n"},
			Options{Selection: Selection{Severity: map[string]rule.Severity{"missing-bearer": rule.Off}}},
			[]string{}},
		{"suppressions turned off", map[string]string{"b.ts": "// authlint:ignore missing-bearer -- raw\n"},
			Options{Selection: Selection{Severity: map[string]rule.Severity{suppress.RuleID: rule.Off}}},
			[]string{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := newProject(t, tt.files)
			r := p.run(t, tt.options)
			if diff := cmp.Diff(tt.want, p.lines(r)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if len(r.Problems) > 0 || r.Blind {
				t.Errorf("problems %v, blind %v", r.Problems, r.Blind)
			}
		})
	}
}

func TestSuppressedAreCounted(t *testing.T) {
	p := newProject(t, map[string]string{"b.ts": "! ! // authlint:ignore missing-bearer -- raw"})
	if r := p.run(t, Options{}); r.Suppressed != 2 {
		t.Errorf("%d suppressed, want 2", r.Suppressed)
	}
}

// One file over which a rule panics costs that rule in that file.
func TestRulePanics(t *testing.T) {
	p := newProject(t, map[string]string{"a.ts": "!", "bad.ts": "?", "c.ts": "!"})
	r := p.run(t, Options{})
	if diff := cmp.Diff([]string{"a.ts:1:1 warning missing-bearer", "c.ts:1:1 warning missing-bearer"}, p.lines(r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(r.Problems) != 1 || r.Problems[0].Kind != source.Internal || r.Problems[0].File != filepath.Join(p.dir, "bad.ts") ||
		!strings.Contains(r.Problems[0].Message, "missing-bearer") || !strings.Contains(r.Problems[0].Message, "lint_test.go:") {
		t.Errorf("problems: %+v", r.Problems)
	}
}

func TestHalfFails(t *testing.T) {
	for name, golang := range map[string]func(context.Context, goload.Options) (*goProject, error){
		"panics": func(context.Context, goload.Options) (*goProject, error) { panic("no types") },
		"fails": func(context.Context, goload.Options) (*goProject, error) {
			return nil, errors.New("go is not installed")
		},
		"panics over its rules": func(context.Context, goload.Options) (*goProject, error) {
			return &goProject{judge: func(authflow.Evidence) *goload.Result { panic("no types") }}, nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newProject(t, map[string]string{"a.ts": "!", "b.go": "!"})
			r := p.runWith(t, Options{}, halves{golang, fakeTypeScript})
			if diff := cmp.Diff([]string{"a.ts:1:1 warning missing-bearer"}, p.lines(r)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if len(r.Problems) != 1 || !r.Blind {
				t.Errorf("problems %v, blind %v", r.Problems, r.Blind)
			}
		})
	}
}

func TestProblems(t *testing.T) {
	tests := []struct {
		name     string
		patterns []string
		problem  source.Problem
		kept     bool
		blind    bool
	}{
		{"part of a file", nil, source.Problem{Kind: source.Parse, File: "a.ts"}, true, false},
		{"a bundle among others", nil, source.Problem{Kind: source.Skipped, File: "a.ts"}, true, false},
		{"a bundle that is named", []string{"a.ts"}, source.Problem{Kind: source.Skipped, File: "a.ts"}, true, true},
		{"nothing but skipped", []string{"web/..."}, source.Problem{Kind: source.Skipped, File: "web/c.ts"}, true, true},
		{"not asked for", []string{"a.ts"}, source.Problem{Kind: source.Parse, File: "web/c.ts"}, false, false},
		{"a test", nil, source.Problem{Kind: source.Parse, File: "a.test.ts"}, false, false},
		{"a module", []string{"api/..."}, source.Problem{Kind: source.Load, File: "api/go.mod"}, true, true},
		{"a module that is not asked for", []string{"a.ts"}, source.Problem{Kind: source.Load, File: "api/go.mod"}, false, false},
		{"gone or unreadable", nil, source.Problem{Kind: source.Skipped, File: "closed"}, true, true},
		{"types", nil, source.Problem{Kind: source.Types}, true, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := newProject(t, map[string]string{"a.ts": "", "a.test.ts": "", "b.ts": "", "web/c.ts": "", "api/d.go": ""})
			if tt.problem.File != "" {
				tt.problem.File = filepath.Join(p.dir, tt.problem.File)
			}
			typescript := func(context.Context, tshttp.Input) (*tsProject, error) {
				return &tsProject{facts: &authflow.Facts{}, problems: []source.Problem{tt.problem}}, nil
			}
			r := p.runWith(t, Options{Patterns: tt.patterns}, halves{fakeGo, typescript})
			if kept := len(r.Problems) == 1; kept != tt.kept || r.Blind != tt.blind {
				t.Errorf("kept %v, blind %v; want %v, %v", kept, r.Blind, tt.kept, tt.blind)
			}
		})
	}
}

func TestInterrupted(t *testing.T) {
	p := newProject(t, map[string]string{"a.ts": "!"})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if r, err := run(ctx, Options{Dir: p.dir}, nil, halves{fakeGo, fakeTypeScript}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", r, err)
	}
}
