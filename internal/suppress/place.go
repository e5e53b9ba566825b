package suppress

import (
	"strings"

	"github.com/authlint/authlint/internal/source"
)

// places says which lines a comment speaks of.
type places struct {
	src   string
	lines *source.Lines
	// commented are the lines that hold nothing but comments.
	commented map[int]bool
}

func newPlaces(src string, comments []Comment) *places {
	p := &places{src, source.NewLines(src), map[int]bool{}}
	for _, c := range comments {
		if !p.alone(c.At) {
			continue
		}
		for line := p.line(c.At.Start); line <= p.line(c.At.End-1); line++ {
			p.commented[line] = true
		}
	}
	return p
}

// covered returns the lines of a comment itself, and the line of code that it
// stands above. A comment beside code speaks of that code only.
func (p *places) covered(c source.Span) (first, last, below int) {
	first, last = p.line(c.Start), p.line(c.End-1)
	if !p.alone(c) {
		return first, last, last
	}
	below = last + 1
	for p.commented[below] {
		below++ // several directives, or a directive with more of a comment
	}
	return first, last, below
}

// alone reports whether a comment has its lines to itself. The braces around a
// comment in JSX count as part of it.
func (p *places) alone(c source.Span) bool {
	if c.Start >= c.End || c.End > len(p.src) {
		return false
	}
	before := p.src[strings.LastIndexByte(p.src[:c.Start], '\n')+1 : c.Start]
	after, _, _ := strings.Cut(p.src[c.End:], "\n")
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	return before == "" && after == "" || before == "{" && after == "}"
}

// removal returns what to delete to be rid of one rule of a directive: the rule
// with a comma, or, where it is the only one, the comment with the line that it
// has to itself.
func (p *places) removal(d directive, i int) source.Span {
	out := d.rules[i].at
	switch c := d.comment; {
	case i > 0:
		out.Start = d.rules[i-1].at.End
	case len(d.rules) > 1:
		out.End = d.rules[1].at.Start
	case p.alone(c):
		out.Start, out.End = p.lines.Start(p.line(c.Start)), len(p.src)
		if n := p.line(c.End - 1); n < p.lines.Count() {
			out.End = p.lines.Start(n + 1)
		}
	default:
		out.Start, out.End = len(strings.TrimRight(p.src[:c.Start], " \t")), c.End
	}
	return out
}

func (p *places) line(offset int) int { return p.lines.Position(max(0, offset)).Line }
