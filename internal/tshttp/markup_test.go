package tshttp_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/tshttp"
	"github.com/authlint/authlint/internal/tstest"
	"github.com/authlint/authlint/rules"
)

// A finding in a script of markup has its place in the file, not in the script:
// each » stands before the code that bearer-spacing points at.
func TestMarkupPlaces(t *testing.T) {
	const (
		call  = "fetch('/a', { headers: { Authorization: »`Bearer${token}` } })"
		typed = "const { token } = props as { token: string }\n" + call
	)
	tests := []struct{ name, file, text string }{
		{"vue", "a.vue", "<template><p>é Bearer{{ token }}</p></template>\n<script>\n  " + call + "\n</script>\n"},
		{"vue in TypeScript", "a.vue", "<script lang=\"ts\">\n" + typed + "\n</script>\n<template><p/></template>"},
		{"vue setup", "a.vue", "<script setup lang=\"ts\">" + typed + "</script>"},
		{"vue with two scripts", "a.vue", "<script lang=\"ts\">\nexport const f = (token: string) => " + call + "\n</script>\n<p>é</p>\n<script setup lang=\"ts\">\n" + typed + "\n</script>"},
		{"svelte", "a.svelte", "<script>\n  export let token\n  " + call + "\n</script>\n<p>Bearer{token}</p>"},
		{"svelte in TypeScript", "a.svelte", "<script context=\"module\" lang=\"ts\">\nexport const f = (token: string) => " + call + "\n</script>\n<script lang=\"ts\">\n" + typed + "\n</script>"},
		{"astro", "a.astro", "---\n" + typed + "\n---\n<p>Bearer{token}</p>\n<script>\n" + call + "\n</script>"},
		{"html", "a.html", "<!doctype html>\n<p>ü</p><script type=\"module\">" + call + "</script>\n<script>\n" + call + "\n</script>"},
	}
	endings := map[string]func(string) string{
		"":     func(s string) string { return s },
		"CRLF": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"BOM":  func(s string) string { return "\ufeff" + s },
		"both": func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") },
	}
	for _, test := range tests {
		for ending, end := range endings {
			t.Run(test.name+" "+ending, func(t *testing.T) {
				marked := end(test.text)
				var want []source.Position
				var src strings.Builder
				for i, part := range strings.Split(marked, "»") {
					if i > 0 {
						head := src.String()
						want = append(want, source.Position{Line: strings.Count(head, "\n") + 1, Column: len(head) - strings.LastIndexByte(head, '\n'), Offset: len(head)})
					}
					src.WriteString(part)
				}
				if got := spacingIn(t, test.file, src.String()); !slices.Equal(got, want) {
					t.Errorf("found at %v, want %v in\n%s", got, want, src.String())
				}
			})
		}
	}
}

// spacingIn returns where bearer-spacing finds something in a file.
func spacingIn(t *testing.T, name, src string) []source.Position {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	res, err := tshttp.Read(context.Background(), tshttp.Input{Dir: dir, Files: []string{file}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range res.Problems {
		t.Error(p.Message)
	}
	r, _ := rules.Lookup("bearer-spacing")
	var out []source.Position
	lines := source.NewLines(src)
	for _, f := range tstest.Findings(res.Facts, r, false) {
		out = append(out, lines.Position(f.At.Start))
	}
	return out
}
