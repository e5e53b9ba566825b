package rule

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const page = `---
title: Token without a scheme
severity: error
preset: recommended
languages: [ts, go]
cwe: [287]
fix: suggested
since: 0.1.0
---

## What it does

Flags a **bare** token where ` + "`Bearer`" + ` belongs
(see [RFC 6750](https://www.rfc-editor.org/rfc/rfc6750)).

More of it.

## Why it matters

It answers 401.

` + "```http\n## not a heading\n```" + `

## Example

` + "```ts bad\nfetch(u, h)\n\nsend()\n```" + `

Right:

` + "```go good\nok()\n```" + `

## How to fix

Write it.

## What it does not see

Much.

## References

- RFC 6750
`

func TestParsePage(t *testing.T) {
	got, err := ParsePage(page)
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(page[3:], "---\n\n")
	want := &Doc{
		Title:     "Token without a scheme",
		Summary:   "Flags a bare token where `Bearer` belongs (see RFC 6750).",
		Severity:  Error,
		Preset:    Recommended,
		Languages: []string{"ts", "go"},
		CWE:       []int{287},
		Fix:       "suggested",
		Since:     "0.1.0",
		Body:      body,
		Examples: []Example{
			{Lang: "ts", Bad: true, Code: "fetch(u, h)\n\nsend()\n", Line: 29},
			{Lang: "go", Code: "ok()\n", Line: 37},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestParsePageErrors(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"no front matter", "---\ntitle", "title", "line 1: a page begins with front matter"},
		{"unknown key", "fix:", "fixes:", "line 7: front matter: unknown field \"fixes\""},
		{"severity", "error", "fatal", `line 3: severity: "fatal" is none of`},
		{"off", "error", "off", `line 3: severity: "off" is none of`},
		{"preset", "recommended", "all", `line 4: preset: "all" is neither`},
		{"language", "[ts, go]", "[ts, js]", `line 5: languages: "js" is neither`},
		{"no language", "[ts, go]", "[]", "line 5: languages: is empty"},
		{"cwe", "287", "-1", "line 6: cwe:"},
		{"cwe is a word", "[287]", "[CWE-287]", "line 6: front matter:"},
		{"fix", "suggested", "maybe", `line 7: fix: "maybe" is none of`},
		{"no title", "title: Token without a scheme\n", "", "line 1: title: is empty"},
		{"heading missing", "## How to fix\n", "", `line 43: heading "What it does not see" out of place`},
		{"last heading missing", "## References\n", "", `heading "References" is missing`},
		{"heading twice", "- RFC 6750\n", "## References\n", `line 50: heading "References" out of place`},
		{"text before", "---\n\n## What it does\n", "---\n\nHello\n## What it does\n", "line 11: text before the first heading"},
		{"kind of example", "ts bad", "tsx bad", "line 28: an example is one of"},
		{"open block", "ok()\n```", "ok()", "line 36: the block is never closed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changed := strings.Replace(page, tt.old, tt.new, 1)
			if changed == page {
				t.Fatalf("%q is not in the page", tt.old)
			}
			if _, err := ParsePage(changed); err == nil || !strings.HasPrefix(err.Error(), tt.want) && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestDocOfBrokenPage(t *testing.T) {
	r := &Rule{ID: "some-rule", Page: "---\n"}
	if d := r.Doc(); d == nil || d.Title != "some-rule" || d != r.Doc() {
		t.Errorf("Doc = %+v", d)
	}
}

func BenchmarkParsePage(b *testing.B) {
	for b.Loop() {
		if _, err := ParsePage(page); err != nil {
			b.Fatal(err)
		}
	}
}
