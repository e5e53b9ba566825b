// Package missingretryguard flags a request that is sent again on 401 with
// nothing that ends it.
package missingretryguard

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is missing-retry-guard.
var Rule = &rule.Rule{ID: "missing-retry-guard", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, r := range p.Facts.Resends {
		bound, tested, set := r.Bound()
		why, ok := explain(bound, tested, set)
		if !ok {
			continue
		}
		f := rule.Finding{
			Severity: rule.Error,
			At:       r.At,
			Message:  fmt.Sprintf("%s, so a server that keeps answering 401 is asked without end", fmt.Sprintf(why, again(r))),
			Help:     "test and set one flag on the request that is sent again, or count the tries",
		}
		if r.EntersAt.Valid() {
			f.Related = append(f.Related, rule.Related{At: r.EntersAt, Message: "its refusal comes back here"})
		}
		if tested.At.Valid() {
			f.Related = append(f.Related, rule.Related{At: tested.At, Message: "`" + tested.Name + "` is tested here"})
		}
		if set.At.Valid() {
			f.Related = append(f.Related, rule.Related{At: set.At, Message: "`" + set.Name + "` is set here"})
		}
		if len(r.AddGuard) > 0 {
			f.Fixes = []rule.Fix{{Message: "Test and set a flag on the request", Edits: r.AddGuard}}
		}
		if len(r.SendBelow) > 0 {
			f.Fixes = []rule.Fix{{Message: "Send it again through the transport below", Edits: r.SendBelow}}
		}
		p.Report(f)
	}
}

// explain returns why a resend is not bounded, with a verb for how it is sent
// again.
func explain(b authflow.Bound, tested, set authflow.State) (string, bool) {
	switch b {
	case authflow.Unbounded:
		return "%s with no guard", true
	case authflow.NeverSet:
		return "%s under a test of `" + tested.Name + "`, which nothing sets", true
	case authflow.OtherName:
		return "%s under a test of `" + tested.Name + "`, but `" + set.Name + "` is set", true
	case authflow.SetBack:
		return "%s under a test of `" + tested.Name + "`, which is set back before that", true
	case authflow.Lost:
		return "%s under a test of `" + tested.Name + "`, which is lost before it is tested again", true
	}
	return "", false
}

func again(r *authflow.Resend) string {
	switch r.Form {
	case authflow.Loop:
		return "the loop sends the request again"
	case authflow.Recursion:
		return fmt.Sprintf("`%s` calls itself to send the request again", r.Enters)
	}
	return fmt.Sprintf("the request is sent again through %s", r.Enters)
}
