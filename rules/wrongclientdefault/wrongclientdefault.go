// Package wrongclientdefault flags credentials put on a client that sends
// nothing, and default headers that take the place of all others.
package wrongclientdefault

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is wrong-client-default.
var Rule = &rule.Rule{ID: "wrong-client-default", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, s := range p.Facts.Setups {
		if s.Idle && len(s.Missed) > 0 && (p.Strict || !ofTwins(s)) {
			p.Report(unreached(s))
		}
	}
	if !p.Strict {
		return // where a map is replaced the credentials arrive, and most servers answer without the rest
	}
	for _, d := range p.Facts.Replaced {
		p.Report(rule.Finding{
			Severity: rule.Advice,
			At:       d.At,
			Message:  fmt.Sprintf("`%s` is replaced as a whole, so the `Accept` header and all other defaults in it are gone", d.Map),
			Help:     "assign the one header: `" + d.Map + ".Authorization = …`",
			Fixes:    []rule.Fix{{Message: "Put the header beside the other defaults", Edits: d.Merge}},
		})
	}
}

// ofTwins: two instances of one base URL, of which the bare one may be on purpose
// while the other waits to be used.
func ofTwins(s *authflow.ClientSetup) bool {
	return s.Client.At.Valid() && s.Missed[0].Client.At.Valid()
}

func unreached(s *authflow.ClientSetup) rule.Finding {
	client := s.Missed[0].Client
	if !client.At.Valid() {
		return bypassed(s)
	}
	what, why := "this default", "which was made before and keeps its own defaults"
	if s.Interceptor {
		what, why = "this interceptor", "which has interceptors of its own"
	} else if ofTwins(s) {
		why = "which has defaults of its own"
	}
	f := rule.Finding{
		At: s.At,
		Message: fmt.Sprintf("%s is set on `%s`, through which nothing is sent; requests go out through `%s`, %s, and carry no credentials",
			what, s.Client.Name, client.Name, why),
		Help: fmt.Sprintf("set it on `%s`", client.Name),
		Related: []rule.Related{
			{At: client.At, Message: "the client that the requests go through is made here"},
			{At: s.Missed[0].At, Message: "this request is sent without credentials"},
		},
	}
	if len(s.Redirect) > 0 {
		f.Fixes = []rule.Fix{{Message: fmt.Sprintf("Set it on `%s`", client.Name), Edits: s.Redirect}}
	}
	return f
}

// bypassed: an instance is set up, and the requests go through axios itself.
func bypassed(s *authflow.ClientSetup) rule.Finding {
	q := s.Missed[0]
	return rule.Finding{
		At: s.At,
		Message: fmt.Sprintf("this is set on `%s`, through which nothing is sent; requests to its server go out through `%s` itself and carry no credentials",
			s.Client.Name, q.Client.Name),
		Help: fmt.Sprintf("send the requests through `%s`", s.Client.Name),
		Related: []rule.Related{
			{At: s.Client.At, Message: "the client that is set up is made here"},
			{At: q.At, Message: "this request is sent without credentials"},
		},
	}
}
