package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/tint"
)

// TextOptions say how text is shown.
type TextOptions struct {
	Color bool
	// Quiet leaves out the summary.
	Quiet bool
	// Width is how many columns the terminal has; 0 for none: what is not read
	// there has its lines broken by whoever shows it.
	Width int
}

// Text writes the findings with the code that they are about, and a summary as
// the last line.
func (r *Run) Text(w io.Writer, o TextOptions) error {
	p := &printer{Run: r, w: bufio.NewWriter(w), texts: r.texts(), paint: newPaint(o.Color), width: o.Width, code: frameWidth}
	if o.Width > 0 {
		p.code = max(leastCode, min(frameWidth, o.Width-gutterWidth))
	}
	for i := range r.Findings {
		p.finding(&r.Findings[i])
	}
	if !o.Quiet {
		for _, line := range []string{r.summary(), r.byRule(), r.fixable()} {
			if line != "" {
				fmt.Fprintln(p.w, wrap(line, 0, 2, p.width))
			}
		}
	}
	return p.w.Flush()
}

// A printer writes findings for people. Errors of writing show up at its Flush.
type printer struct {
	*Run
	w     *bufio.Writer
	texts texts
	paint paint
	width int // of the terminal, 0 for none
	code  int // the most columns of code
}

const (
	gutterWidth = 8  // what stands before code where line numbers are long
	leastCode   = 30 // below which nobody could tell what code is shown
)

func (p *printer) finding(f *rule.Finding) {
	t := p.texts.of(f.At.File)
	at := t.position(f.At.Start)
	mark := p.paint.severity(f.Severity)
	place := fmt.Sprintf("%s:%d:%d", printable(p.Relative(f.At.File)), at.Line, at.Column)
	name := fmt.Sprintf("[%s]", f.Rule)
	before := columns(place) + len(": ") + len(f.Severity.String()) + len(": ")
	message := strings.TrimSuffix(wrap(printable(f.Message)+" "+name, before, 4, p.width), name)
	fmt.Fprintf(p.w, "%s: %s: %s%s\n", p.paint.place.Sprint(place), mark.Sprint(f.Severity), message, p.paint.faint.Sprint(name))

	rows, more := frame(t, f.At, p.code)
	digits := p.digits(f, rows)
	if len(rows) > 0 {
		p.bar(digits, "")
	}
	for i, row := range rows {
		p.row(digits, row)
		if i == 0 {
			p.bar(digits, strings.Repeat(" ", row.before)+mark.Sprint(strings.Repeat("^", row.marked)))
		}
	}
	if more {
		p.bar(digits, p.paint.faint.Sprint("…"))
	}
	for i, related := range f.Related {
		if i == mostRelated && len(f.Related) > mostRelated+1 {
			p.note(digits, "note", fmt.Sprintf("and %d other places; --format json has them all", len(f.Related)-i))
			break
		}
		p.related(digits, &related)
	}
	if f.Help != "" {
		p.note(digits, "help", printable(Typed(f.Help, p.Command)))
	}
	p.note(digits, "more", cmp.Or(p.Command, "authlint")+" explain "+f.Rule)
	fmt.Fprintln(p.w)
}

// mostRelated is how many places of one finding are shown.
const mostRelated = 5

// related shows a place that explains the finding, in one line of code.
func (p *printer) related(digits int, r *rule.Related) {
	if !r.At.Valid() {
		p.note(digits, "note", printable(r.Message))
		return
	}
	t := p.texts.of(r.At.File)
	at := t.position(r.At.Start)
	p.note(digits, "note", fmt.Sprintf("%s:%d:%d: %s", printable(p.Relative(r.At.File)), at.Line, at.Column, printable(r.Message)))
	if rows, _ := frame(t, r.At, p.code); len(rows) > 0 {
		p.row(digits, rows[0])
	}
}

// digits returns how wide line numbers are within a finding.
func (p *printer) digits(f *rule.Finding, rows []row) int {
	last := 0
	if len(rows) > 0 {
		last = rows[len(rows)-1].number
	}
	for _, related := range f.Related {
		if related.At.Valid() {
			last = max(last, p.texts.of(related.At.File).position(related.At.Start).Line)
		}
	}
	return max(2, len(fmt.Sprint(last)))
}

func (p *printer) row(digits int, r row) {
	line := p.paint.gutter.Sprintf("%*d |", digits, r.number)
	if r.code != "" {
		line += " " + r.code
	}
	fmt.Fprintln(p.w, line)
}

func (p *printer) bar(digits int, text string) {
	line := p.paint.gutter.Sprintf("%*s |", digits, "")
	if text != "" {
		line += " " + text
	}
	fmt.Fprintln(p.w, line)
}

func (p *printer) note(digits int, kind, text string) {
	before := digits + len(" = ") + len(kind) + len(": ")
	fmt.Fprintf(p.w, "%s %s: %s\n", p.paint.gutter.Sprintf("%*s =", digits, ""), p.paint.bold.Sprint(kind), wrap(text, before, before, p.width))
}

// paint holds the colours.
type paint struct {
	bold, place, faint, gutter, err, warning, advice *color.Color
}

func newPaint(on bool) paint {
	c := tint.Maker(on)
	return paint{
		bold: c(color.Bold), place: c(color.Bold), faint: c(color.Faint), gutter: c(color.FgBlue),
		err: c(color.FgRed, color.Bold), warning: c(color.FgYellow, color.Bold), advice: c(color.FgCyan, color.Bold),
	}
}

func (p *paint) severity(s rule.Severity) *color.Color {
	switch s {
	case rule.Error:
		return p.err
	case rule.Warning:
		return p.warning
	}
	return p.advice
}
