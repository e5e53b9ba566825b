// Package report shows what a run found: as text for people, as JSON for
// programs.
package report

import (
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/authlint/authlint/internal/lint"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// A Run is what there is to report.
type Run struct {
	*lint.Result
	Dir      string // the working directory, absolute: paths are shown relative to it
	Version  string // of authlint
	Command  string // how the reader starts authlint; empty for "authlint"
	Duration time.Duration
	Overlay  source.Overlay // files that are not as they are on disk
	Fixed    int            // findings that were mended and are not among the findings any more
}

// count returns how many findings have each severity.
func (r *Run) count() (errors, warnings, advice int) {
	for i := range r.Findings {
		switch r.Findings[i].Severity {
		case rule.Error:
			errors++
		case rule.Warning:
			warnings++
		case rule.Advice:
			advice++
		}
	}
	return errors, warnings, advice
}

// Relative returns a path as users see it: relative to the working directory,
// with forward slashes.
func (r *Run) Relative(path string) string {
	if path == "" {
		return ""
	}
	if rel, err := filepath.Rel(r.Dir, path); err == nil {
		path = rel
	}
	return filepath.ToSlash(path)
}

// A text is the content of one file.
type text struct {
	src   string
	lines *source.Lines
}

// texts reads files as findings need them. A file that changed since it was
// analysed gives what is there now, within its bounds.
type texts map[string]*text

func (r *Run) texts() texts {
	t := texts{}
	for path, src := range r.Overlay {
		t[path] = &text{string(src), source.NewLines(string(src))}
	}
	return t
}

func (t texts) of(path string) *text {
	if x := t[path]; x != nil {
		return x
	}
	src, err := os.ReadFile(path)
	if err != nil {
		src = nil // a finding without its code is still a finding
	}
	x := &text{string(src), source.NewLines(string(src))}
	t[path] = x
	return x
}

// position is Lines.Position for any offset.
func (t *text) position(offset int) source.Position {
	return t.lines.Position(max(0, min(offset, len(t.src))))
}

// code returns the text of a span.
func (t *text) code(at source.Span) string {
	end := max(0, min(at.End, len(t.src)))
	return t.src[max(0, min(at.Start, end)):end]
}

// line returns the text of a line, counted from 1, without its end.
func (t *text) line(n int) string {
	start := t.lines.Start(n)
	rest := t.src[start:]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimSuffix(rest, "\r")
}

// printable replaces what would move the cursor, change colours or reorder what
// is shown: text from files under analysis may hold anything.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case isHarmful(r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

func isHarmful(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}
