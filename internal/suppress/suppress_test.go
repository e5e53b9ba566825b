package suppress

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

func known(id string) bool {
	return slices.Contains([]string{"missingbearer", "bearerspacing"}, plain(id))
}

var comment = regexp.MustCompile(`(?s)//[^\n]*|/\*.*?\*/|<!--.*?-->`)

// newSet reads src, whose comments are found by their delimiters.
func newSet(src string) *Set {
	var comments []Comment
	for _, m := range comment.FindAllStringIndex(src, -1) {
		comments = append(comments, Comment{At: source.Span{File: "f", Start: m[0], End: m[1]}, Text: src[m[0]:m[1]]})
	}
	return New(src, comments, known)
}

// found are findings of missing-bearer at each "!" in src.
func found(src string) (out []rule.Finding) {
	for i, c := range src {
		if c == '!' {
			out = append(out, rule.Finding{Rule: "missing-bearer", At: source.Span{File: "f", Start: i, End: i + 1}})
		}
	}
	return out
}

func TestSuppresses(t *testing.T) {
	tests := []struct {
		name, src string
		want      bool
	}{
		{"line before", "// authlint:ignore missing-bearer -- raw\n  !", true},
		{"no space", "//authlint:ignore missing-bearer -- raw\n!", true},
		{"name without hyphens", "// authlint:ignore missingbearer -- raw\n!", true},
		{"one of several", "// authlint:ignore bearer-spacing, missing-bearer -- raw\n!", true},
		{"same line", "! // authlint:ignore missing-bearer -- raw", true},
		{"block before on the line", "/* authlint:ignore missing-bearer -- raw */ !", true},
		{"JSX", "<a>\n  {/* authlint:ignore missing-bearer -- raw */}\n  !", true},
		{"markup", "<!-- authlint:ignore missing-bearer -- raw -->\n!", true},
		{"starred block", "/*\n * authlint:ignore missing-bearer -- raw\n */\n!", true},
		{"stacked", "// authlint:ignore missing-bearer -- raw\n// authlint:ignore bearer-spacing -- two\n!", true},
		{"CRLF", "// authlint:ignore missing-bearer -- raw\r\n!", true},
		{"spans lines and starts here", "// authlint:ignore missing-bearer -- raw\n!\n\n", true},
		{"file, below", "!\n\n\n// authlint:ignore-file missing-bearer -- raw\n", true},

		{"other rule", "// authlint:ignore bearer-spacing -- two\n!", false},
		{"two lines below", "// authlint:ignore missing-bearer -- raw\n\n!", false},
		{"line above", "!\n// authlint:ignore missing-bearer -- raw\n", false},
		{"beside the line before", "a() // authlint:ignore missing-bearer -- raw\n!", false},
		{"no reason", "// authlint:ignore missing-bearer\n!", false},
		{"empty reason", "// authlint:ignore missing-bearer --  \n!", false},
		{"prose", "// see authlint:ignore missing-bearer -- raw\n!", false},
		{"unknown word", "// authlint:ignore-line missing-bearer -- raw\n!", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := newSet(tt.src)
			f := found(tt.src)[0]
			if got := set.Suppresses(&f); got != tt.want {
				t.Errorf("Suppresses = %v, want %v", got, tt.want)
			}
			if got := set.Suppressed() == 1; got != tt.want {
				t.Errorf("Suppressed = %d", set.Suppressed())
			}
		})
	}
}

func TestFindings(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"used", "! // authlint:ignore missing-bearer -- raw", ""},
		{"unused", "// authlint:ignore missing-bearer -- raw", "missing-bearer: `missing-bearer` has nothing to ignore here"},
		{"one of two unused", "! // authlint:ignore bearer-spacing,missingbearer -- raw", "bearer-spacing: `bearer-spacing` has nothing to ignore here"},
		{"unused in file", "// authlint:ignore-file missing-bearer -- raw", "missing-bearer: `missing-bearer` has nothing to ignore in this file"},
		{"file on top of a line", "! // authlint:ignore missing-bearer -- a\n// authlint:ignore-file missing-bearer -- b", "missing-bearer: `missing-bearer` has nothing to ignore in this file"},
		{"no reason", "! /* authlint:ignore missing-bearer */", "authlint:ignore missing-bearer: this directive gives no reason, so nothing is ignored"},
		{"starred, no reason", "/**\n * authlint:ignore missing-bearer\n */", "authlint:ignore missing-bearer: this directive gives no reason, so nothing is ignored"},
		{"no rule", "// authlint:ignore -- all of it", "authlint:ignore -- all of it: this directive names no rule, so nothing is ignored"},
		{"unknown rule", "! // authlint:ignore missing-baerer, missing-bearer -- raw", "missing-baerer: there is no rule `missing-baerer`, so nothing is ignored"},
		{"prose", "// This reads the\n// authlint:ignore comments.", ""},
		{"prose of several words", "// authlint:ignore comments are read here", ""},
		{"unknown word", "// authlint:ingore missing-bearer -- raw", "authlint:ingore: `authlint:ingore` is no directive, so nothing is ignored"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := newSet(tt.src)
			for _, f := range found(tt.src) {
				set.Suppresses(&f)
			}
			var got []string
			for _, f := range set.Findings() {
				got = append(got, fmt.Sprintf("%s: %s", tt.src[f.At.Start:f.At.End], f.Message))
			}
			if s := strings.Join(got, "\n"); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

func TestRan(t *testing.T) {
	set := newSet("// authlint:ignore missing-bearer -- raw")
	set.Ran = func(id string) bool { return id != "missing-bearer" }
	if f := set.Findings(); len(f) > 0 {
		t.Errorf("a rule that did not run: %v", f)
	}
}

func TestNearest(t *testing.T) {
	set := newSet("// authlint:ignore missing-baerer -- raw")
	set.Nearest = func(string) (string, bool) { return "missing-bearer", true }
	if got := set.Findings()[0].Help; got != "did you mean `missing-bearer`?" {
		t.Errorf("help = %q", got)
	}
}

func TestConcurrent(t *testing.T) {
	src := strings.Repeat("! // authlint:ignore missing-bearer -- raw\n", 100)
	set := newSet(src)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, f := range found(src) {
				set.Suppresses(&f)
			}
			set.Findings()
		})
	}
	wg.Wait()
	if set.Suppressed() != 100 {
		t.Errorf("%d suppressed: what is handed in twice counts once", set.Suppressed())
	}
}

func TestPage(t *testing.T) {
	if _, err := rule.ParsePage(Rule.Page); err != nil {
		t.Error(err)
	}
}

// TestRemoval holds what is left of a file when the directives that have nothing
// to ignore are removed, one after the other.
func TestRemoval(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"a line of its own", "a\n  // authlint:ignore missing-bearer -- raw\nb\n", "a\nb\n"},
		{"CRLF", "a\r\n// authlint:ignore missing-bearer -- raw\r\nb\r\n", "a\r\nb\r\n"},
		{"the last line", "a\n// authlint:ignore missing-bearer -- raw", "a\n"},
		{"several lines", "/*\n * authlint:ignore missing-bearer -- raw\n */\nb\n", "b\n"},
		{"beside code", "a() // authlint:ignore missing-bearer -- raw\nb\n", "a()\nb\n"},
		{"JSX", "<a>\n  {/* authlint:ignore missing-bearer -- raw */}\n</a>\n", "<a>\n</a>\n"},
		{"markup", "<a>\n<!-- authlint:ignore-file bearer-spacing -- raw -->\n</a>\n", "<a>\n</a>\n"},
		{"both of two", "// authlint:ignore missing-bearer, bearer-spacing -- raw\nb\n", "b\n"},
		{"the first of two", "// authlint:ignore bearer-spacing, missing-bearer -- raw\n!\n", "// authlint:ignore missing-bearer -- raw\n!\n"},
		{"the second of two", "// authlint:ignore missing-bearer, bearer-spacing -- raw\n!\n", "// authlint:ignore missing-bearer -- raw\n!\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src := test.src
			for range 3 {
				s := newSet(src)
				for _, f := range found(src) {
					s.Suppresses(&f)
				}
				findings := s.Findings()
				if len(findings) == 0 {
					break
				}
				e := findings[0].Fixes[0].Edits[0]
				src = src[:e.At.Start] + e.Text + src[e.At.End:]
			}
			if src != test.want {
				t.Errorf("%q, want %q", src, test.want)
			}
		})
	}
}

// A comment above an element is about all of its lines, and no more.
func TestElement(t *testing.T) {
	const src = "{/* authlint:ignore missing-bearer -- all of it */}\n<a\n!\n/>\n!\n"
	start, end := strings.Index(src, "/*"), strings.Index(src, "*/")+2
	s := New(src, []Comment{{At: source.Span{File: "f", Start: start, End: end}, Text: src[start:end], Until: strings.Index(src, "/>") + 2}}, known)
	var got []bool
	for _, f := range found(src) {
		got = append(got, s.Suppresses(&f))
	}
	if !slices.Equal(got, []bool{true, false}) {
		t.Errorf("suppressed: %v, want the one within", got)
	}
}
