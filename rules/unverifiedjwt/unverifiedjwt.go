// Package unverifiedjwt flags tokens whose claims are trusted although nobody
// has verified them.
package unverifiedjwt

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is unverified-jwt.
var Rule = &rule.Rule{ID: "unverified-jwt", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, t := range p.Facts.UnverifiedTokens {
		if f, ok := judge(t, &p.Facts.Evidence, p.Strict); ok {
			p.Report(f)
		}
	}
}

func judge(t *authflow.UnverifiedToken, e *authflow.Evidence, strict bool) (rule.Finding, bool) {
	f := rule.Finding{At: t.At}
	switch {
	case t.SwitchedOff:
		f.At = t.Given
		f.Message = fmt.Sprintf("this argument of `%s` switches verification off, whatever its text: a forged token is taken", t.Call)
		f.Help = "name the algorithm in the next argument, and pass false here"
	case t.FaultDropped:
		f.Message = fmt.Sprintf("the error of `%s` is dropped, yet `%s` takes the claims, which are there for a forged token too", t.Call, t.To)
		f.Help = "refuse the request where there is an error"
		f.Related = []rule.Related{{At: t.Given, Message: "the claims are trusted here"}}
	case !t.Sure(e) && (!strict || !t.Refuses):
		return f, false // it may have been verified before
	default:
		f.Message = fmt.Sprintf("`%s` does not verify the token, yet `%s` takes its claims: anyone can write a token that says who they are", t.Call, t.To)
		f.Help = "verify the signature, and refuse the request where that fails"
		f.Related = []rule.Related{{At: t.Given, Message: "the claims are trusted here"}}
	}
	return f, true
}
