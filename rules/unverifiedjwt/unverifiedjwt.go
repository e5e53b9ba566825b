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
	for _, c := range p.Facts.LaxChecks {
		if c.Takes != authflow.Unpinned || p.Strict {
			p.Report(lax(c))
		}
	}
}

// lax is the finding about a check that takes more than it should.
func lax(c *authflow.LaxCheck) rule.Finding {
	f := rule.Finding{At: c.At}
	switch c.Takes {
	case authflow.TakesUnsigned:
		f.Message = fmt.Sprintf("`%s` takes a token without a signature here: anyone can write one", c.Call)
		if c.Key != "" {
			f.Message = fmt.Sprintf("`%s` lists none among its algorithms: a token without a signature is taken as soon as `%s` is not set", c.Call, c.Key)
		}
		f.Help = "name the algorithms that tokens are signed with, and not none"
	case authflow.TakesAnyAlgorithm:
		f.Message = fmt.Sprintf("`%s` takes the algorithm that the token itself names, so who writes a token chooses how it is checked", c.Call)
		f.Help = "name the algorithm that tokens are signed with"
	case authflow.TakesPublicAsSecret:
		f.Message = fmt.Sprintf("`%s` is a public key as bytes and no algorithm is asked for: a token signed with the public key as a shared secret is taken", c.Key)
		f.Help = "parse the key, and name the algorithm that tokens are signed with"
	case authflow.TakesExpired:
		f.Message = fmt.Sprintf("`%s` takes tokens that have expired, so one that was stolen works for ever", c.Call)
		f.Help = "leave the check of the expiry on"
	case authflow.Unpinned:
		f.Severity = rule.Advice
		f.Message = fmt.Sprintf("`%s` names no algorithm beside the public key `%s`, so that its type alone keeps out a token that is signed with it as a shared secret", c.Call, c.Key)
		f.Help = "name the algorithm that tokens are signed with"
	}
	if c.CallAt.Valid() && !c.CallAt.Contains(c.At) {
		f.Related = []rule.Related{{At: c.CallAt, Message: "tokens are verified here"}}
	}
	return f
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
		if t.Decides {
			f.Message = fmt.Sprintf("the error of `%s` is dropped, yet the claims decide here, which are there for a forged token too", t.Call)
		}
		f.Help = "refuse the request where there is an error"
		f.Related = []rule.Related{{At: t.Given, Message: "the claims are trusted here"}}
	case !t.Sure(e) && (!strict || !t.Refuses):
		return f, false // it may have been verified before
	default:
		f.Message = fmt.Sprintf("`%s` does not verify the token, yet `%s` takes its claims: anyone can write a token that says who they are", t.Call, t.To)
		if t.Decides {
			f.Message = fmt.Sprintf("`%s` does not verify the token, yet its claims decide here: anyone can write a token that says who they are", t.Call)
		}
		f.Help = "verify the signature, and refuse the request where that fails"
		f.Related = []rule.Related{{At: t.Given, Message: "the claims are trusted here"}}
	}
	return f, true
}
