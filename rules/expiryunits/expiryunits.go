// Package expiryunits flags the seconds of a token's lifetime taken for
// milliseconds.
package expiryunits

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is expiry-units.
var Rule = &rule.Rule{ID: "expiry-units", Page: page, Run: run}

// consequences say what comes of each form.
var consequences = map[authflow.UnitForm]string{
	authflow.Compared:   "`%s` counts seconds and the clock milliseconds, so the token always looks long expired",
	authflow.Dated:      "`%s` counts seconds and Date takes milliseconds, so the date lies in January 1970",
	authflow.Added:      "`%s` counts seconds and the clock milliseconds, so the deadline comes a thousand times too early",
	authflow.Overscaled: "`%s` counts seconds and the other side milliseconds: both were scaled, so the token never looks expired",
	authflow.Timed:      "`%s` counts seconds and the timer milliseconds, so it fires a thousand times too early",
	authflow.Issued:     "`%s` is milliseconds here and counts seconds (RFC 7519 section 2), so the token is valid for thousands of years",
}

// inGo says it of Go, where the words or the units differ.
var inGo = map[authflow.UnitForm]string{
	authflow.Dated:  "`%s` counts seconds and UnixMilli takes milliseconds, so the moment lies in January 1970",
	authflow.Lasted: "`%s` counts seconds and a Duration nanoseconds, so the token expires at once",
}

func run(p *rule.Pass) {
	for _, m := range p.Facts.Units {
		if words, ok := inGo[m.Form]; ok && p.Facts.Language == authflow.Go {
			p.Report(ofGo(m, words))
			continue
		}
		f := rule.Finding{At: m.At, Message: fmt.Sprintf(consequences[m.Form], m.Seconds), Help: "multiply the seconds by 1000"}
		switch m.Form {
		case authflow.Issued:
			f.Help = "divide the milliseconds by 1000 and round"
		case authflow.Overscaled:
			f.Help = "scale one side only"
		}
		if m.Scale != nil {
			f.Fixes = []rule.Fix{{Message: "Multiply the seconds by 1000", Edits: []authflow.Edit{*m.Scale}}}
		}
		p.Report(f)
	}
}

func ofGo(m *authflow.UnitMix, words string) rule.Finding {
	f := rule.Finding{At: m.At, Message: fmt.Sprintf(words, m.Seconds), Help: "make the moment with time.Unix(seconds, 0)"}
	title := "Make the moment with time.Unix"
	if m.Form == authflow.Lasted {
		f.Help, title = "multiply the Duration by time.Second", "Multiply by time.Second"
	}
	if m.Scale != nil {
		f.Fixes = []rule.Fix{{Message: title, Edits: []authflow.Edit{*m.Scale}}}
	}
	return f
}
