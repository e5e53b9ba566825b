package parse

import (
	"bytes"
	"regexp"
	"sort"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// A rewrite puts what the grammars know in place of valid syntax that they do
// not: it replaces the first group of the pattern by as many bytes.
type rewrite struct {
	pattern *regexp.Regexp
	// with is padded with blanks to the length of the group.
	with string
}

// rewrites are for syntax newer than the grammars, and for what they get
// wrong. Each says less than the source does, never something else.
var rewrites = []rewrite{
	// Have: export type * from "m"
	{regexp.MustCompile(`\bexport\s+(type)\s*\*`), ""},
	// Have: f<typeof import("m")>(), Readonly<import("m").T>
	{regexp.MustCompile(`<\s*((?:typeof\s+)?import\(\s*(?:'[^'\n]*'|"[^"\n]*")\s*\))`), "T"},
	// Have: let x: import("m").T<string>
	{regexp.MustCompile(`\b(import\(\s*(?:'[^'\n]*'|"[^"\n]*")\s*\))\s*(?:\.\s*\w+\s*)+<`), "T"},
	// Have: interface Source<in K, out T>
	{regexp.MustCompile(`[<,]\s*((?:in\s+out|in|out)\s)\s*[A-Z_$]`), ""},
	// Have: import defer * as m from "m"
	{regexp.MustCompile(`\bimport\s+(defer)\s*\*`), ""},
	// Have: import m from "m.json" assert { type: "json" }
	{regexp.MustCompile(`(?:'|")\s*\b(assert)\s*\{`), "with"},
	// Have: export { m } from "m.json" with { type: "json" }
	{regexp.MustCompile(`\bexport\b[^;'"]*\bfrom\s*(?:'[^'\n]*'|"[^"\n]*")\s*((?:with|assert)\s*\{[^}]*\})`), ""},
	// Have: for (await using x of xs)
	{regexp.MustCompile(`\bfor\s*(?:await\s*)?\(\s*(await\s+using)\b`), "const"},
	// Have: <p>terms & conditions</p>, <a href="?a=1&b=2">, <p>m&sup3;</p>;
	// the grammars want a reference of letters only.
	{regexp.MustCompile(`[^&](&)[^&=]`), "_"},
}

// rewriteNewer returns a copy of src with newer syntax rewritten around the
// errors of the tree, or nil if there is nothing to rewrite. A rewrite stays
// near an error, as a pattern cannot tell a string from code.
func rewriteNewer(src []byte, rows []syntax.Row) []byte {
	var near []span
	for _, r := range rows {
		if r.Kind == syntax.Error || r.Kind == syntax.Missing {
			near = append(near, linesAround(src, int(r.Start), int(r.End)))
		}
	}
	near = merge(near)
	var out []byte
	for _, rw := range rewrites {
		for _, s := range near {
			for _, m := range rw.pattern.FindAllSubmatchIndex(src[s.start:s.end], -1) {
				if out == nil {
					out = bytes.Clone(src)
				}
				at, end := s.start+m[2], s.start+m[3]
				n := copy(out[at:end], rw.with)
				for i := at + n; i < end; i++ {
					if out[i] != '\n' && out[i] != '\r' {
						out[i] = ' '
					}
				}
			}
		}
	}
	return out
}

type span struct{ start, end int }

// linesAround returns the range of whole lines that start to end touches, with
// one more line on either side: where the parser notices an error is not
// always where it is.
func linesAround(src []byte, start, end int) span {
	for range 2 {
		start = bytes.LastIndexByte(src[:max(start, 0)], '\n')
		if i := bytes.IndexByte(src[end:], '\n'); i >= 0 {
			end += i + 1
		} else {
			end = len(src)
		}
	}
	return span{start + 1, end}
}

// merge sorts spans and joins those that overlap.
func merge(spans []span) []span {
	sort.Slice(spans, func(i, j int) bool { return spans[i].start < spans[j].start })
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && s.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// errorCount returns how many places the parser could not make sense of.
func errorCount(rows []syntax.Row) int {
	n := 0
	for _, r := range rows {
		if r.Kind == syntax.Error || r.Kind == syntax.Missing {
			n++
		}
	}
	return n
}
