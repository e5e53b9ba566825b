package report

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/lint"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// newRun writes files and returns a run over them, with the span of a text in
// one of them.
func newRun(t *testing.T, files map[string]string) (r *Run, span func(name, text string) source.Span) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o777)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	span = func(name, text string) source.Span {
		i := strings.Index(files[name], text)
		if i < 0 {
			t.Fatalf("%q is not in %s", text, name)
		}
		return source.Span{File: filepath.Join(dir, name), Start: i, End: i + len(text)}
	}
	return &Run{Result: &lint.Result{}, Dir: dir, Version: "0.1.0"}, span
}

func (r *Run) text(t *testing.T, o TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.Text(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	r, span := newRun(t, map[string]string{
		"web/api.ts":  "import x\n\nget(u, { headers: { Authorization: token } })\n",
		"web/user.ts": strings.Repeat("\n", 119) + "  send(`Bearer ${token}`)\n",
	})
	r.Findings = []rule.Finding{
		{
			Rule: "missing-bearer", Severity: rule.Error, At: span("web/api.ts", "token"),
			Message: "`token` is sent without a scheme", Help: "write `Bearer` first",
			Related: []rule.Related{{At: span("web/user.ts", "send"), Message: "the same API gets `Bearer` here"}, {Message: "documented by the API"}},
		},
		{Rule: "suppression", Severity: rule.Warning, At: span("web/api.ts", "import"), Message: "unused"},
	}
	r.Suppressed = 2
	r.Files = lint.Files{Go: 3, TypeScript: 35, Parsed: 12, Skipped: 1}
	r.Duration = 214 * time.Millisecond
	want := `web/api.ts:3:36: error: ` + "`token`" + ` is sent without a scheme [missing-bearer]
    |
  3 | get(u, { headers: { Authorization: token } })
    |                                    ^^^^^
    = note: web/user.ts:120:3: the same API gets ` + "`Bearer`" + ` here
120 |   send(` + "`Bearer ${token}`" + `)
    = note: documented by the API
    = help: write ` + "`Bearer`" + ` first
    = more: authlint explain missing-bearer

web/api.ts:1:1: warning: unused [suppression]
   |
 1 | import x
   | ^^^^^^
   = more: authlint explain suppression

1 error, 1 warning, 2 suppressed in 38 files (12 parsed, 1 skipped, 0.21 s)
`
	if diff := cmp.Diff(want, r.text(t, TextOptions{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := r.text(t, TextOptions{Quiet: true}); strings.Contains(got, "files") {
		t.Errorf("quiet:\n%s", got)
	}
	if got := r.text(t, TextOptions{Color: true}); !strings.Contains(got, "\x1b[31;1merror\x1b[") {
		t.Errorf("no colour:\n%q", got)
	}
}

func TestNothingFound(t *testing.T) {
	r, _ := newRun(t, nil)
	r.Files.TypeScript = 1
	if got, want := r.text(t, TextOptions{}), "no findings in 1 file (0 parsed, 0.00 s)\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFrame(t *testing.T) {
	long := strings.Repeat("a = 1; ", 40)
	tests := []struct{ name, src, at, want string }{
		{"tab", "\tsend(token)\n", "token", `
 1 |     send(token)
   |          ^^^^^`},
		{"tab within", "a\tb(token)\n", "token", `
 1 | a   b(token)
   |       ^^^^^`},
		{"wide runes before and in it", "f('日本', 令牌)\n", "令牌", `
 1 | f('日本', 令牌)
   |           ^^^^`},
		{"combining mark", "f('e\u0301', token)\n", "token", "\n 1 | f('e\u0301', token)\n   |        ^^^^^"},
		{"CRLF", "a\r\nsend(token)\r\nb\r\n", "token)\r\n", `
 2 | send(token)
   |      ^^^^^^`},
		{"two lines", "send(\n  token)\n", "send(\n  token)", `
 1 | send(
   | ^^^^^
 2 |   token)`},
		{"many lines", "send(\n  a,\n  b,\n  c)\n", "send(\n  a,\n  b,\n  c)", `
 1 | send(
   | ^^^^^
 2 |   a,
 3 |   b,
   | …`},
		{"blank line within", "send(\n\n  a)\n", "send(\n\n  a)", `
 1 | send(
   | ^^^^^
 2 |
 3 |   a)`},
		{"empty span", "send(token)\n", "", `
 1 | send(token)
   | ^`},
		{"no line end", "send(token)", "token)", `
 1 | send(token)
   |      ^^^^^^`},
		{"long line, at its end", long + "send(token)", "token", `
 1 | …a = 1; a = 1; a = 1; a = 1; a = 1; send(token)
   |                                          ^^^^^`},
		{"long line, in its middle", long + "send(token); " + long, "token", `
 1 | …a = 1; a = 1; a = 1; a = 1; a = 1; send(token); a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = …
   |                                          ^^^^^`},
		{"long line, at its start", "send(token); " + long, "token", `
 1 | send(token); a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1…
   |      ^^^^^`},
		{"escapes and reordering", "f('\x1b[31m\u202e', token)\n", "token", "\n 1 | f('\ufffd[31m\ufffd', token)\n   |             ^^^^^"},
		{"not UTF-8", "f('\xff', token)\n", "token", "\n 1 | f('\ufffd', token)\n   |        ^^^^^"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, span := newRun(t, map[string]string{"a.ts": tt.src})
			r.Findings = []rule.Finding{{Rule: "x", Severity: rule.Error, At: span("a.ts", tt.at), Message: "m"}}
			_, got, _ := strings.Cut(r.text(t, TextOptions{Quiet: true}), "   |\n")
			if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n")+"\n   = more: authlint explain x\n\n", got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A line of megabytes is shown as fast as any.
func TestHugeLine(t *testing.T) {
	r, span := newRun(t, map[string]string{"a.js": strings.Repeat("日x;", 5<<20/5) + "token" + strings.Repeat("日x;", 1<<20)})
	r.Findings = []rule.Finding{{Rule: "x", Severity: rule.Error, At: span("a.js", "token"), Message: "m"}}
	if got := r.text(t, TextOptions{}); !strings.Contains(got, "^^^^^\n") || len(got) > 1000 {
		t.Errorf("%d bytes: %.300s", len(got), got)
	}
}

// What vanished or changed meanwhile is shown without code.
func TestFileChanged(t *testing.T) {
	r, _ := newRun(t, map[string]string{"a.ts": "short\n"})
	for _, name := range []string{"a.ts", "gone.ts"} {
		r.Findings = []rule.Finding{{Rule: "x", Severity: rule.Error, At: source.Span{File: filepath.Join(r.Dir, name), Start: 90, End: 95}, Message: "m",
			Fixes: []rule.Fix{{Message: "f", Edits: []authflow.Edit{{At: source.Span{File: filepath.Join(r.Dir, name), Start: 90, End: 95}}}}}}}
		if got := r.text(t, TextOptions{}); !strings.Contains(got, name+":") || strings.Contains(got, "^") {
			t.Errorf("%s:\n%s", name, got)
		}
		if err := r.JSON(&bytes.Buffer{}); err != nil {
			t.Error(err)
		}
	}
}

func TestProblemText(t *testing.T) {
	r, span := newRun(t, map[string]string{"web/a.ts": "x"})
	r.Problems = []source.Problem{
		{Kind: source.Skipped, File: span("web/a.ts", "x").File, Message: "minified"},
		{Kind: source.Load, Message: "go is not installed\nat all"},
	}
	for range 10 {
		r.Problems = append(r.Problems, source.Problem{Kind: source.Types, Message: "m"})
	}
	var b bytes.Buffer
	r.ProblemText(&b, ProblemOptions{})
	want := "authlint: web/a.ts: skipped: minified\nauthlint: go is not installed at all\n" + strings.Repeat("authlint: m\n", 8) + "authlint: and 2 other problems; -v shows all\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
