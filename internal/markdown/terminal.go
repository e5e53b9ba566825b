// Package markdown shows the pages of the rules: in a terminal, and as HTML.
package markdown

import (
	"strings"

	"github.com/fatih/color"
	"github.com/mattn/go-runewidth"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/authlint/authlint/internal/tint"
)

// Terminal lays a page out for a terminal that is width columns wide: headings
// flush left, all else indented, as in a manual page. Code keeps its lines, and
// can be copied.
func Terminal(page string, width int, colored bool) string {
	src := []byte(page)
	t := &terminal{src: src, width: width, paint: newPaint(colored)}
	if !colored {
		t.quote = "`" // as what else would code be known
	}
	t.children(goldmark.DefaultParser().Parse(text.NewReader(src)), "")
	return t.b.String()
}

// body is what all but headings is indented by.
const body = "  "

type terminal struct {
	src   []byte
	width int
	paint paint
	quote string // around code within text
	b     strings.Builder
}

// children writes the blocks within a block, a blank line between them.
func (t *terminal) children(parent ast.Node, indent string) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if n.PreviousSibling() != nil && !isTight(parent) {
			t.b.WriteByte('\n')
		}
		t.block(n, indent)
	}
}

func isTight(n ast.Node) bool {
	if list, ok := n.(*ast.List); ok {
		return list.IsTight
	}
	return n.Kind() == ast.KindListItem && isTight(n.Parent())
}

func (t *terminal) block(n ast.Node, indent string) {
	switch n := n.(type) {
	case *ast.Heading:
		t.fill(t.words(n, t.paint.heading), "", "")
	case *ast.FencedCodeBlock:
		t.code(n, indent)
	case *ast.List:
		t.list(n, indent+body)
	case *ast.Paragraph, *ast.TextBlock:
		t.fill(t.words(n, nil), indent+body, indent+body)
	default:
		t.children(n, indent+body)
	}
}

func (t *terminal) list(list *ast.List, indent string) {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if item.PreviousSibling() != nil && !list.IsTight {
			t.b.WriteByte('\n')
		}
		first := item.FirstChild()
		if first == nil {
			continue
		}
		t.fill(t.words(first, nil), indent+"- ", indent+"  ")
		for n := first.NextSibling(); n != nil; n = n.NextSibling() {
			if !list.IsTight {
				t.b.WriteByte('\n')
			}
			t.block(n, indent)
		}
	}
}

// code writes a block of code. One of an example is said to be wrong or right.
func (t *terminal) code(n *ast.FencedCodeBlock, indent string) {
	indent += body + body
	if n.Info != nil {
		switch language, kind, _ := strings.Cut(string(n.Info.Value(t.src)), " "); kind {
		case "bad":
			t.b.WriteString(indent + t.paint.bad.Sprint("wrong") + " (" + language + ")\n")
		case "good":
			t.b.WriteString(indent + t.paint.good.Sprint("right") + " (" + language + ")\n")
		}
	}
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		code := strings.TrimRight(string(line.Value(t.src)), "\n")
		t.b.WriteString(strings.TrimRight(indent+code, " ") + "\n")
	}
}

// A word is what no line ends within: parts that may each look different.
type word []part

type part struct {
	text  string
	style *color.Color // nil for the terminal's own
}

func (w word) width() (n int) {
	for _, p := range w {
		n += runewidth.StringWidth(p.text)
	}
	return n
}

// words returns the text within a node as words.
func (t *terminal) words(n ast.Node, style *color.Color) []word {
	var out []word
	joined := false // whether the next part goes on with the last word
	add := func(s string, style *color.Color) {
		for i, field := range strings.FieldsFunc(s, isSpace) {
			if i == 0 && joined && !isSpace(rune(s[0])) {
				out[len(out)-1] = append(out[len(out)-1], part{field, style})
			} else {
				out = append(out, word{{field, style}})
			}
			joined = true
		}
		if s != "" && isSpace(rune(s[len(s)-1])) {
			joined = false
		}
	}
	var inline func(n ast.Node, style *color.Color)
	inline = func(parent ast.Node, style *color.Color) {
		for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
			switch n := n.(type) {
			case *ast.Text:
				add(string(n.Value(t.src)), style)
				if n.SoftLineBreak() || n.HardLineBreak() {
					joined = false
				}
			case *ast.CodeSpan:
				add(t.quote, t.paint.code)
				inline(n, t.paint.code)
				add(t.quote, t.paint.code)
			case *ast.Emphasis:
				inline(n, t.paint.heading)
			case *ast.Link:
				inline(n, t.paint.link)
				add(" <"+string(n.Destination)+">", t.paint.faint)
			case *ast.AutoLink:
				add(string(n.URL(t.src)), t.paint.link)
			default:
				inline(n, style)
			}
		}
	}
	inline(n, style)
	return out
}

func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// fill writes words in lines that fit.
func (t *terminal) fill(words []word, first, rest string) {
	t.b.WriteString(first)
	column := len(first)
	for i, w := range words {
		switch width := w.width(); {
		case i == 0:
			column += width
		case column+1+width > t.width:
			t.b.WriteString("\n" + rest)
			column = len(rest) + width
		default:
			t.b.WriteByte(' ')
			column += 1 + width
		}
		for _, p := range w {
			if p.style != nil {
				t.b.WriteString(p.style.Sprint(p.text))
			} else {
				t.b.WriteString(p.text)
			}
		}
	}
	t.b.WriteByte('\n')
}

// paint holds the colours.
type paint struct{ heading, code, link, faint, bad, good *color.Color }

func newPaint(on bool) paint {
	c := tint.Maker(on)
	return paint{
		heading: c(color.Bold), code: c(color.FgCyan), link: c(color.Underline), faint: c(color.Faint),
		bad: c(color.FgRed, color.Bold), good: c(color.FgGreen, color.Bold),
	}
}
