package parse

import (
	"fmt"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// checkMask checks that a mask keeps places: the same length, the same line
// ends, and each byte either the file's own or a blank.
func checkMask(t testing.TB, path string, src []byte) {
	t.Helper()
	masked, _ := Mask(path, src)
	if len(masked) != len(src) {
		t.Fatalf("%d bytes became %d", len(src), len(masked))
	}
	for i, c := range masked {
		newline := src[i] == '\n' || src[i] == '\r'
		if c != src[i] && (newline || c != ' ' && c != ';') {
			t.Fatalf("byte %d: %q became %q", i, src[i], c)
		}
	}
	for _, c := range MarkupComments(path, src) {
		if !strings.HasPrefix(string(src[c.Start:c.End]), "<!--"+c.Text) {
			t.Fatalf("comment %d to %d is not %q", c.Start, c.End, c.Text)
		}
	}
}

func TestMask(t *testing.T) {
	for _, test := range []struct {
		name, path, src string
		scripts         string // what remains, blanks squeezed
		lang            string
	}{
		{"vue", "a.vue", "<template><p>x</p></template>\n<script setup lang=\"ts\">\nf()\n</script>\n<style>p{}</style>", "f() ;", "ts"},
		{"two scripts", "a.vue", "<script>a</script><script setup>b</script>", "a; b;", "js"},
		{"two languages", "a.vue", "<script>a</script><script lang=ts>b</script>", "a; b;", "ts"},
		{"types and JSX", "a.vue", "<script lang=jsx>a</script><script lang='tsx'>b</script>", "a; b;", "tsx"},
		{"upper case", "a.html", "<SCRIPT>a</SCRIPT>", "a;", "js"},
		{"blank in the end tag", "a.html", "<script>a</script >b", "a;", "js"},
		{"end tag of another", "a.html", "<script>a</scripts>b</script>", "a</scripts>b;", "js"},
		{"never closed", "a.html", "<p><script>a()", "a()", "js"},
		{"cut off", "a.html", "<p><script type=", "", ""},
		{"module", "a.html", "<script type=module>a</script>", "a;", "js"},
		{"type with a parameter", "a.html", "<script type='text/javascript; charset=utf-8'>a</script>", "a;", "js"},
		{"data", "a.html", "<script type=application/ld+json>{}</script><script type=importmap>{}</script><script type=text/template><p></script>", "", ""},
		{"other language", "a.vue", "<script lang=coffee>a -> b</script>", "", ""},
		{"by source", "a.html", "<script src=a.js>x</script><script>a</script>", "a;", "js"},
		{"markup in a string", "a.html", "<script>a='<!-- <script> <p>'</script><script>b</script>", "a='<!-- <script> <p>'; b;", "js"},
		{"in a comment", "a.html", "<!-- <script>a</script> --><script>b</script>", "b;", "js"},
		{"in an attribute", "a.html", "<p title='<script>a</script>'><script>b</script>", "b;", "js"},
		{"in a text area of a page", "a.html", "<textarea><script>a</script></textarea><script>b</script>", "b;", "js"},
		// A component, or an element without content, has no raw text to skip.
		{"component Title", "a.vue", "<template><Title>x<b/></Title><Title/></template><script>b</script>", "b;", "js"},
		{"closed text area", "a.svelte", "<textarea bind:value/><script>b</script>", "b;", "js"},
		{"closed script", "a.vue", "<script src=a.js /><script>b</script>", "b;", "js"},
		{"component Script", "a.astro", "<Script>x</Script><script>b</script>", "b;", "ts"},
		{"template in pug", "a.vue", "<template lang=\"pug\">\np(title='it\"s') a <b && c\n</template>\n<script>b</script>", "b;", "js"},
		{"custom block", "a.vue", "<docs>\nuse <b \"x and <script>a\n</docs><script>b</script>", "b;", "js"},
		{"element that is never closed", "a.vue", "<template><p>x</template><script>b</script>", "b;", "js"},
		{"block that is never closed", "a.vue", "<docs><script>b</script>", "b;", "js"},
		{"astro", "a.astro", "---\nconst a: T = 1\n---\n<p>{a}</p>\n<script>b()</script>", "const a: T = 1 ; b();", "ts"},
		{"astro after blanks", "a.astro", "\ufeff\n---\na\n---\n<p/>", "a ;", "ts"},
		{"astro with CRLF", "a.astro", "---\r\na\r\n---\r\n<p/>", "a ;", "ts"},
		{"astro with dashes within", "a.astro", "---\na\n--- b\n---\n<p/>", "a --- b ;", "ts"},
		{"astro without front matter", "a.astro", "<p>---</p><script>b</script>", "b;", "ts"},
		{"astro that never ends", "a.astro", "---\na", "", ""},
		{"no front matter elsewhere", "a.vue", "---\na\n---\n<script>b</script>", "b;", "js"},
		{"svelte", "a.svelte", "<script context=\"module\" lang=ts>a</script>{#if x < y}<p on:click={() => f(\"a\")}/>{/if}<script>b</script>", "a; b;", "ts"},
		{"empty", "a.vue", "", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			checkMask(t, test.path, []byte(test.src))
			masked, lang := Mask(test.path, []byte(test.src))
			if got := strings.Join(strings.Fields(string(masked)), " "); got != test.scripts || lang != test.lang {
				t.Errorf("got %q in %q, want %q in %q", got, lang, test.scripts, test.lang)
			}
		})
	}
}

// The text of each node in the script is what stands at its place in the file.
func TestMarkupOffsets(t *testing.T) {
	const src = "\ufeff<template>\r\n  <p>日本 {{ x }}</p>\r\n</template>\r\n<script setup lang=\"ts\">\r\nconst url: string = `é/${x}`\r\naxios.get(url)</script><script>other()</script>\r\n"
	tree := mustParse(t, "a.vue", src)
	masked, _ := Mask("a.vue", []byte(src))
	var calls []string
	for n := range tree.Root().Descendants() {
		if n.Is(syntax.EmptyStatement) {
			continue
		}
		if got := src[n.Start():n.End()]; got != n.Text() || !n.Parent().Is(syntax.Program) && string(masked[n.Start():n.End()]) != got {
			t.Errorf("%v: %q at a place with %q", n.Kind(), n.Text(), got)
		}
		if n.Is(syntax.CallExpression) {
			calls = append(calls, n.Text())
		}
	}
	if fmt.Sprint(calls) != "[axios.get(url) other()]" {
		t.Errorf("calls: %v", calls)
	}
}

func TestMarkupComments(t *testing.T) {
	for _, test := range []struct{ path, src, want string }{
		{"a.vue", "<template><!-- a --></template>\n<!--b-->\n<script>'<!-- c -->'</script><style><!-- d --></style>", " a |b"},
		{"a.html", "<!-- a --><!DOCTYPE html><? b ?><![CDATA[c]]><!-- d", " a | d"},
		{"a.astro", "---\n// <!-- a -->\n---\n<!-- b -->", " b "},
		{"a.svelte", "<p/>", ""},
	} {
		checkMask(t, test.path, []byte(test.src))
		var texts []string
		for _, c := range MarkupComments(test.path, []byte(test.src)) {
			texts = append(texts, c.Text)
		}
		if got := strings.Join(texts, "|"); got != test.want {
			t.Errorf("%s: got %q, want %q", test.src, got, test.want)
		}
	}
}
