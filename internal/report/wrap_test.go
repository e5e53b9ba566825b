package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/lint"
	"github.com/authlint/authlint/internal/rule"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		text                  string
		before, indent, width int
		want                  string
	}{
		{"as it is, however  long", 0, 4, 0, "as it is, however  long"},
		{"it fits  well", 0, 4, 13, "it fits  well"},
		{"it does not fit", 0, 2, 10, "it does\n  not fit"},
		{"after what stands there", 12, 2, 20, "after\n  what stands there"},
		{"a-word-that-is-wider fits nowhere", 0, 2, 10, "a-word-that-is-wider\n  fits\n  nowhere"},
		{"日本語 日本語", 0, 0, 8, "日本語\n日本語"},
	}
	for _, tt := range tests {
		if got := wrap(tt.text, tt.before, tt.indent, tt.width); got != tt.want {
			t.Errorf("wrap(%q, %d, %d, %d)\ngot  %q\nwant %q", tt.text, tt.before, tt.indent, tt.width, got, tt.want)
		}
	}
}

func TestByRule(t *testing.T) {
	of := func(missing, nullish int) *Run {
		return &Run{Result: &lint.Result{Findings: append(
			slices.Repeat([]rule.Finding{{Rule: "missing-bearer"}}, missing),
			slices.Repeat([]rule.Finding{{Rule: "nullish-token"}}, nullish)...)}}
	}
	if got := of(8, 2).byRule(); got != "" {
		t.Errorf("a short list is summed up: %q", got)
	}
	if got, want := of(4, 9).byRule(), "nullish-token 9, missing-bearer 4"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// In a narrow terminal words stay whole, code is cut, and what goes on is
// indented.
func TestTextNarrow(t *testing.T) {
	r, span := newRun(t, map[string]string{"web/api.ts": "const answer = await client.get(url, { headers: { Authorization: accessToken } }); // and more\n"})
	related := rule.Related{At: span("web/api.ts", "client"), Message: "the client is made without credentials of its own"}
	r.Findings = []rule.Finding{{
		Rule: "missing-bearer", Severity: rule.Error, At: span("web/api.ts", "accessToken"),
		Message: "`accessToken` is sent without a scheme; servers that expect Bearer answer 401",
		Help:    "write the scheme before the token, as everywhere else",
		Related: slices.Repeat([]rule.Related{related}, 8),
	}}
	want := "web/api.ts:1:66: error: `accessToken` is\n" + `    sent without a scheme; servers that
    expect Bearer answer 401
    [missing-bearer]
   |
 1 | …horization: accessToken } }); //…
   |              ^^^^^^^^^^^
` + strings.Repeat(`   = note: web/api.ts:1:22: the client is
           made without credentials of its
           own
 1 | …wer = await client.get(url, { he…
`, 5) + `   = note: and 3 other places; --format
           json has them all
   = help: write the scheme before the
           token, as everywhere else
   = more: authlint explain missing-bearer

`
	if diff := cmp.Diff(want, r.text(t, TextOptions{Quiet: true, Width: 42})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
