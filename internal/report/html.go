package report

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff"

	"github.com/authlint/authlint/internal/markdown"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed page
var pageFiles embed.FS

var pageTemplate = template.Must(template.New("page.html").Funcs(template.FuncMap{"inline": inline, "path": path}).ParseFS(pageFiles, "page/page.html"))

type htmlPage struct {
	Title, Project   string
	Summary, Fixable string
	Number           int // of findings
	Counts           []htmlCount
	Files            []htmlFile
	Rules            []htmlRule
	Problems         []string
	Style            template.CSS
	Script           template.JS
}

type htmlCount struct {
	Number         int
	Severity, Name string
}

type htmlFile struct {
	Anchor, Name string
	Findings     []htmlFinding
}

type htmlFinding struct {
	Anchor, Rule, Severity string
	Line, Column           int
	Message, Help          string
	Code                   []htmlLine
	Related                []htmlRelated
	Fixes                  []htmlFix
}

type htmlRelated struct {
	Place, Message string
	Code           []htmlLine
}

// An htmlLine is a line of code, of which a part may be marked.
type htmlLine struct {
	Number                int
	Before, Marked, After string
	Hit                   bool
}

type htmlFix struct {
	Message, How string
	Diff         []htmlDiff
}

type htmlDiff struct{ Kind, Text string }

type htmlRule struct {
	ID, Title, Severity, Meta, URL string
	Number                         int
	Page                           template.HTML
}

// HTML writes one page that holds all: the findings by rule and by file, the code,
// and the pages of the rules. It loads nothing, so that it can be read anywhere.
func (r *Run) HTML(w io.Writer) error {
	style, _ := pageFiles.ReadFile("page/page.css")
	script, _ := pageFiles.ReadFile("page/page.js")
	page := htmlPage{
		Project: filepath.Base(r.Dir), Summary: r.summary(), Fixable: r.fixable(), Number: len(r.Findings),
		Style: template.CSS(style), Script: template.JS(script),
	}
	page.Title = page.Project
	if n := len(r.Findings); n > 0 {
		page.Title = fmt.Sprintf("%s, %s", page.Project, count(n, "finding", "findings"))
	}
	errors, warnings, advice := r.count()
	for _, c := range []htmlCount{{errors, "error", "errors"}, {warnings, "warning", "warnings"}, {advice, "advice", "advice"}} {
		if c.Number == 1 {
			c.Name = c.Severity
		}
		if c.Number > 0 {
			page.Counts = append(page.Counts, c)
		}
	}
	for _, p := range r.Problems {
		text := printable(p.Message)
		if p.File != "" {
			text = printable(r.Relative(p.File)) + ": " + text
		}
		page.Problems = append(page.Problems, text)
	}
	t := r.texts()
	for i, group := range r.byFile() {
		f := htmlFile{Anchor: fmt.Sprintf("file-%d", i+1), Name: printable(r.Relative(group[0].At.File))}
		for j := range group {
			f.Findings = append(f.Findings, r.htmlFinding(t, &group[j], fmt.Sprintf("finding-%d-%d", i+1, j+1)))
		}
		page.Files = append(page.Files, f)
	}
	page.Rules = r.htmlRules()
	return pageTemplate.Execute(w, page)
}

func (r *Run) htmlFinding(t texts, f *rule.Finding, anchor string) htmlFinding {
	at := t.of(f.At.File).position(f.At.Start)
	out := htmlFinding{
		Anchor: anchor, Rule: f.Rule, Severity: f.Severity.String(), Line: at.Line, Column: at.Column,
		Message: printable(f.Message), Help: printable(f.Help), Code: codeAround(t.of(f.At.File), f.At, contextLines),
	}
	for _, related := range f.Related {
		x := htmlRelated{Message: printable(related.Message)}
		if related.At.Valid() {
			text := t.of(related.At.File)
			at := text.position(related.At.Start)
			x.Place = fmt.Sprintf("%s:%d:%d", printable(r.Relative(related.At.File)), at.Line, at.Column)
			x.Code = codeAround(text, related.At, 0)
		}
		out.Related = append(out.Related, x)
	}
	for _, fix := range f.Fixes {
		how := "--fix=all"
		if fix.Safe {
			how = "--fix"
		}
		out.Fixes = append(out.Fixes, htmlFix{printable(fix.Message), how, fixDiff(t, &fix)})
	}
	return out
}

// htmlRules are the rules of the findings, those with the most first.
func (r *Run) htmlRules() []htmlRule {
	var out []htmlRule
	index := map[string]int{}
	for i := range r.Findings {
		f := &r.Findings[i]
		at, seen := index[f.Rule]
		if !seen {
			at = len(out)
			index[f.Rule] = at
			x := htmlRule{ID: f.Rule, Title: f.Rule}
			if known, ok := knownRule(f.Rule); ok {
				d := known.Doc()
				x.Title, x.Page, x.URL = d.Title, markdown.HTML(d.Body), known.URL()
				x.Meta = strings.Join(d.Metadata(), " · ")
			}
			out = append(out, x)
		}
		out[at].Number++
		if x, _ := rule.ParseSeverity(out[at].Severity); x < f.Severity {
			out[at].Severity = f.Severity.String()
		}
	}
	slices.SortStableFunc(out, func(a, b htmlRule) int { return b.Number - a.Number })
	return out
}

const (
	contextLines = 3    // how many lines are shown before and after a finding
	mostLines    = 20   // how many lines of a finding are shown
	mostBytes    = 2000 // of a line that a fix changes
)

// codeAround returns the lines of a place, with those around it.
func codeAround(t *text, at source.Span, context int) []htmlLine {
	if at.Start < 0 || at.Start > len(t.src) || t.src == "" {
		return nil // the file changed or vanished meanwhile
	}
	first := t.position(at.Start).Line
	last := min(t.position(max(at.Start, at.End-1)).Line, first+mostLines)
	var out []htmlLine
	for n := max(1, first-context); n <= min(last+context, t.lines.Count()); n++ {
		line := t.line(n)
		if n == t.lines.Count() && line == "" {
			break // what follows the last line's end is none
		}
		x := htmlLine{Number: n, Hit: first <= n && n <= last}
		from, to := 0, 0
		if x.Hit {
			start := t.lines.Start(n)
			from = max(0, min(at.Start-start, len(line)))
			to = max(from, min(at.End-start, len(line)))
			if n > first { // the blanks that a line begins with are not what is marked
				from = min(to, len(line)-len(strings.TrimLeft(line, " \t")))
			}
		}
		line, from, to = near(line, from, to)
		x.Before, x.Marked, x.After = shown(line[:from]), shown(line[from:to]), shown(line[to:])
		out = append(out, x)
	}
	return out
}

// shown replaces what a browser would reorder, or not show.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if isHarmful(r) && r != '\t' {
			return utf8.RuneError
		}
		return r
	}, s)
}

// fixDiff is what a fix changes, line by line.
func fixDiff(t texts, fix *rule.Fix) []htmlDiff {
	var out []htmlDiff
	byFile := map[string][]udiff.Edit{}
	var files []string
	for _, e := range fix.Edits {
		if byFile[e.At.File] == nil {
			files = append(files, e.At.File)
		}
		byFile[e.At.File] = append(byFile[e.At.File], udiff.Edit{Start: e.At.Start, End: e.At.End, New: e.Text})
	}
	for _, file := range files {
		diff, err := udiff.ToUnified("", "", t.of(file).src, byFile[file], 1)
		if err != nil {
			return nil // the file changed meanwhile
		}
		_, hunks, _ := strings.Cut(diff, "\n@@") // what is before are the names of the files
		for line := range strings.Lines("@@" + hunks) {
			kind := "same"
			switch {
			case len(line) > mostBytes:
				return nil // no line that people read
			case strings.HasPrefix(line, "@@"), strings.HasPrefix(line, "\\"):
				continue
			case strings.HasPrefix(line, "+"):
				kind = "added"
			case strings.HasPrefix(line, "-"):
				kind = "removed"
			}
			out = append(out, htmlDiff{kind, shown(strings.TrimRight(line, "\r\n"))})
		}
	}
	return out
}

// path is a path that may be broken after its slashes.
func path(name string) template.HTML {
	return template.HTML(strings.ReplaceAll(template.HTMLEscapeString(name), "/", "/<wbr>"))
}

// inline is a message with what it puts in backquotes as code.
func inline(message string) template.HTML {
	parts := strings.Split(message, "`")
	var b strings.Builder
	for i, part := range parts {
		text := template.HTMLEscapeString(part)
		switch {
		case i%2 == 0:
			b.WriteString(text)
		case i == len(parts)-1: // a backquote without its other half
			b.WriteString("`" + text)
		default:
			b.WriteString("<code>" + text + "</code>")
		}
	}
	return template.HTML(b.String())
}
