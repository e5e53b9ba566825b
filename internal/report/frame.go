package report

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"github.com/authlint/authlint/internal/source"
)

const (
	frameLines = 3   // how many lines of a finding are shown
	frameWidth = 110 // how many columns of a line are shown at most
	frameLead  = 40  // how many of them stand before the finding where a line is cut
	tabWidth   = 4
)

// A row is one line of a code frame.
type row struct {
	number int
	code   string
	// before and marked are the columns before the marks, and the marks.
	before, marked int
}

// frame returns the lines of a finding, at most frameLines; more tells that
// there are others. Only the first has marks: a finding that spans lines is
// about where it begins.
func frame(t *text, at source.Span, width int) (rows []row, more bool) {
	if at.Start < 0 || at.Start > len(t.src) || t.src == "" {
		return nil, false // the file changed or vanished meanwhile
	}
	first := t.position(at.Start)
	last := t.position(max(at.Start, at.End-1)).Line
	line := t.line(first.Line)
	from := min(first.Column-1, len(line))
	to := len(line)
	if last == first.Line {
		to = max(from, min(from+at.End-at.Start, len(line)))
	}
	rows = []row{render(line, from, to, width)}
	for n := first.Line + 1; n <= last && len(rows) < frameLines; n++ {
		rows = append(rows, render(t.line(n), 0, 0, width))
	}
	for i := range rows {
		rows[i].number = first.Line + i
	}
	return rows, last >= first.Line+len(rows)
}

// render makes a line fit for a terminal: tabs as blanks, nothing that a
// terminal would obey, and of a long line only what is around the marked bytes.
func render(line string, from, to, most int) row {
	line, from, to = near(line, from, to)
	cells := cellsOf(line)
	width := 0
	for _, c := range cells {
		width += c.width
	}
	if width > most {
		cells = cut(cells, from, most)
	}
	var r row
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
		switch {
		case c.offset < from:
			r.before += c.width
		case c.offset < to:
			r.marked += c.width
		}
	}
	r.marked = max(1, r.marked)
	r.code = strings.TrimRight(b.String(), " ")
	return r
}

// near keeps of a line what can be in view, so that a line of megabytes costs no
// more than one of a page.
func near(line string, from, to int) (string, int, int) {
	const most = 4 * frameWidth // a rune has at most four bytes
	if start := from - most; start > 0 {
		for start < from && !utf8.RuneStart(line[start]) {
			start++
		}
		line, from, to = line[start:], from-start, to-start
	}
	if end := from + most; end < len(line) {
		for end > from && !utf8.RuneStart(line[end]) {
			end--
		}
		line = line[:end]
	}
	return line, from, min(to, len(line))
}

// A cell is what one rune shows.
type cell struct {
	text   string
	width  int
	offset int // of the rune in the line
}

func cellsOf(line string) []cell {
	var cells []cell
	column := 0
	for i, r := range line {
		c := cell{offset: i}
		switch {
		case r == '\t':
			c.width = tabWidth - column%tabWidth
			c.text = strings.Repeat(" ", c.width)
		case isHarmful(r):
			c.text, c.width = string(utf8.RuneError), 1
		default:
			c.text, c.width = string(r), runeWidth.RuneWidth(r)
		}
		column += c.width
		cells = append(cells, c)
	}
	return cells
}

// runeWidth does not depend on the user's locale, so that output is the same
// everywhere.
var runeWidth = &runewidth.Condition{StrictEmojiNeutral: true}

// cut leaves so many columns around an offset, with marks where something
// was left out.
func cut(cells []cell, from, most int) []cell {
	start, lead := 0, 0
	for i := len(cells) - 1; i >= 0; i-- {
		if cells[i].offset >= from {
			start = i
			continue
		}
		if lead += cells[i].width; lead > most*frameLead/frameWidth {
			break
		}
		start = i
	}
	// A line that is short enough before the place keeps its beginning.
	const ellipsis = "…"
	var out []cell
	if start > 0 {
		out = append(out, cell{ellipsis, 1, cells[start-1].offset})
	}
	width := len(out)
	for i, c := range cells[start:] {
		if width += c.width; width > most-1 {
			return append(out, cell{ellipsis, 1, cells[start+i].offset})
		}
		out = append(out, c)
	}
	return out
}
