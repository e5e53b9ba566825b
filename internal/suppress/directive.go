package suppress

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/nearest"
	"github.com/authlint/authlint/internal/source"
)

const prefix = "authlint:"

// Mark is the text without which a file holds no directive.
const Mark = prefix

var words = []string{"ignore", "ignore-file"}

// A directive is what a comment says to authlint.
type directive struct {
	comment   source.Span
	until     int // as in Comment
	wholeFile bool
	rules     []name

	// fault says why the directive does nothing.
	fault, help string
	faultAt     source.Span
}

// A name is a rule's name and its place.
type name struct {
	text string
	at   source.Span
}

// parse reads a comment whose first word is a directive. One that mentions
// authlint further on is prose.
func parse(c Comment) (d directive, ok bool) {
	body, at := inner(c.Text)
	rest, ok := strings.CutPrefix(body, prefix)
	if !ok {
		return d, false
	}
	span := func(offset int, text string) source.Span {
		start := c.At.Start + offset
		return source.Span{File: c.At.File, Start: start, End: start + len(text)}
	}
	start := at
	d.comment, d.until = c.At, c.Until
	fault := func(at source.Span, message, help string) (directive, bool) {
		d.fault, d.help, d.faultAt = message, help, at
		return d, true
	}
	const form = "write `authlint:ignore RULE -- reason`"

	word := rest
	if i := strings.IndexAny(rest, " \t\r\n"); i >= 0 {
		word = rest[:i]
	}
	switch word {
	case "ignore":
	case "ignore-file":
		d.wholeFile = true
	default:
		help := form
		if near, ok := nearest.Of(word, words); ok {
			help = fmt.Sprintf("did you mean `%s%s`?", prefix, near)
		}
		return fault(span(at, prefix+word), fmt.Sprintf("`%s%s` is no directive, so nothing is ignored", prefix, word), help)
	}

	at += len(prefix) + len(word)
	list, reason, separated := strings.Cut(rest[len(word):], "--")
	for _, field := range strings.Split(list, ",") {
		if text := strings.TrimSpace(field); text != "" {
			offset := at + strings.Index(field, text)
			d.rules = append(d.rules, name{text, span(offset, text)})
		}
		at += len(field) + len(",")
	}
	if !separated && slices.ContainsFunc(d.rules, func(n name) bool { return !ruleName.MatchString(n.text) }) {
		return d, false // a line of prose that happens to begin so
	}
	whole := span(start, firstLine(body))
	if len(d.rules) == 0 {
		return fault(whole, "this directive names no rule, so nothing is ignored", form)
	}
	if strings.Trim(reason, " \t\r\n*") == "" {
		return fault(whole, "this directive gives no reason, so nothing is ignored", "add the reason after the rule: `-- why this is right here`")
	}
	return d, true
}

var ruleName = regexp.MustCompile(`^[A-Za-z-]+$`)

// inner returns what stands between a comment's delimiters and the offset at
// which it begins.
func inner(text string) (body string, offset int) {
	body = text
	for _, delimiters := range [][2]string{{"<!--", "-->"}, {"{/*", "*/}"}, {"/*", "*/"}, {"//", ""}} {
		if rest, ok := strings.CutPrefix(body, delimiters[0]); ok {
			body = strings.TrimSuffix(rest, delimiters[1])
			break
		}
	}
	offset = strings.Index(text, body)
	// A block comment's lines may begin with a star.
	trimmed := strings.TrimLeft(body, " \t\r\n*")
	return trimmed, offset + len(body) - len(trimmed)
}

// firstLine is what carets can mark.
func firstLine(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	return strings.TrimRight(text, " \t\r")
}
