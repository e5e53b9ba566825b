package report

import "strings"

// wrap breaks a text between words so that no line has more than width columns
// where that can be: before columns stand on the first line already, the others
// begin with indent blanks. A width of 0 leaves the text as it is.
func wrap(text string, before, indent, width int) string {
	if width <= 0 || before+columns(text) <= width {
		return text
	}
	var b strings.Builder
	column := before
	for i, word := range strings.Fields(text) {
		switch w := columns(word); {
		case i == 0:
			column += w
		case column+1+w > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent + w
		default:
			b.WriteByte(' ')
			column += 1 + w
		}
		b.WriteString(word)
	}
	return b.String()
}

func columns(s string) int { return runeWidth.StringWidth(s) }
