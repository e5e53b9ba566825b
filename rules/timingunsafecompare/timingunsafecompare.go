// Package timingunsafecompare flags secrets that are compared by a means whose
// time tells how much of a guess is right.
package timingunsafecompare

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is timing-unsafe-compare.
var Rule = &rule.Rule{ID: "timing-unsafe-compare", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, t := range p.Facts.SecretTests {
		what := "the secret `" + t.Secret + "`"
		if t.Kind == authflow.ComputedMAC {
			what = "the signature `" + t.Secret + "`"
		}
		f := rule.Finding{
			At:      t.At,
			Message: fmt.Sprintf("`%s` compares `%s` with %s and stops at the first difference, so its time tells how much of a guess is right", t.By, t.Given, what),
			Help:    help(p.Facts.Language, t.Kind),
		}
		if t.Mend != nil {
			f.Fixes = []rule.Fix{{Message: t.MendBy, Edits: t.Mend}}
		}
		p.Report(f)
	}
}

func help(l authflow.Language, k authflow.SecretKind) string {
	switch {
	case l == authflow.TypeScript:
		return "compare hashes of both with crypto.timingSafeEqual, which throws where lengths differ"
	case k == authflow.ComputedMAC:
		return "use hmac.Equal on the bytes of both"
	}
	return "use subtle.ConstantTimeCompare"
}
