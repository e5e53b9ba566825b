// Package statusasstring flags a status compared with a string.
package statusasstring

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is status-as-string.
var Rule = &rule.Rule{ID: "status-as-string", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, t := range p.Facts.StatusTests {
		if !t.Strict {
			continue // status == '401' converts the string and is true
		}
		var quoted []authflow.StatusConstant
		for _, c := range t.Constants {
			if c.Quoted && isCode(c.Text) {
				quoted = append(quoted, c)
			}
		}
		if len(quoted) == 0 {
			continue
		}
		f := rule.Finding{
			At:      quoted[0].At,
			Message: fmt.Sprintf("`%s` is a number and never the string '%s', so this comparison always has the same outcome", t.Subject, quoted[0].Text),
			Help:    "write the status as a number, without quotes",
		}
		if fix := compareNumbers(quoted); len(fix.Edits) == len(quoted) {
			f.Fixes = []rule.Fix{fix}
		}
		p.Report(f)
	}
}

// compareNumbers takes the quotes off; a constant of a name may be used where a
// string is wanted.
func compareNumbers(quoted []authflow.StatusConstant) rule.Fix {
	fix := rule.Fix{Message: "Compare with the number", Safe: true}
	for _, c := range quoted {
		if !c.Named {
			fix.Edits = append(fix.Edits, authflow.Edit{At: c.At, Text: c.Text})
		}
	}
	return fix
}

// isCode reports whether text is a status code (RFC 9110 section 15), not one of
// the words that some libraries have in its place: 'FETCH_ERROR'.
func isCode(text string) bool { return len(text) == 3 && strings.Trim(text, "0123456789") == "" }
