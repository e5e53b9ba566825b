// Package unauthenticatedrequest flags requests that go without credentials to a
// server that the rest of the project sends them to.
package unauthenticatedrequest

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is unauthenticated-request.
var Rule = &rule.Rule{ID: "unauthenticated-request", Page: page, Run: run}

// enough calls show what a server wants: of fewer, the one that differs may be
// the one that is right.
const enough = 4

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, t := range authflow.TrafficTo(p.Facts.Requests) {
		carry := map[string]*authflow.Request{}
		var first *authflow.Request
		n, calls := 0, 0
		for _, r := range t.Calls() {
			if isPublic(p.Facts, r) {
				continue
			}
			calls++
			if r.Authorized != authflow.Yes {
				continue
			}
			n++
			if first == nil {
				first = r
			}
			if e := r.Endpoint(); e != "" && carry[e] == nil {
				carry[e] = r
			}
		}
		if calls < enough || 2*n <= calls {
			continue
		}
		bare := t.Bare
		slices.SortStableFunc(bare, func(a, b *authflow.Request) int { return rank(carry[a.Endpoint()]) - rank(carry[b.Endpoint()]) })
		instances := map[*authflow.Client]bool{}
		for _, r := range bare {
			if r.Authorized != authflow.No || isPublic(p.Facts, r) || seen[r.At] || seen[r.Sends] || instances[r.Client] {
				continue
			}
			same := carry[r.Endpoint()]
			if (same == nil || !r.IsPersonal()) && !p.Strict {
				continue // a list, say, that everybody may ask for, and the owner for more
			}
			seen[r.At] = true
			instances[r.Client] = r.Client.At.Valid() // what it lacks is an interceptor: one mistake
			p.Report(finding(r, same, first, n, calls))
		}
	}
}

// isPublic: the path speaks of what needs no login, or the configuration does.
func isPublic(facts *authflow.Facts, r *authflow.Request) bool {
	return r.IsPublic() || facts.Evidence.Declared.NeedsNoLogin(r)
}

// rank puts first what is surest.
func rank(same *authflow.Request) int {
	if same != nil {
		return 0
	}
	return 1
}

func finding(r, same, sibling *authflow.Request, n, calls int) rule.Finding {
	f := rule.Finding{
		At:   r.At,
		Help: "send it as the others are sent: through the client that has the interceptor, or with the Authorization header",
	}
	if same != nil {
		f.Message = fmt.Sprintf("`%s` sends this request without credentials, which the project sends with them elsewhere; the server answers 401, or as to a stranger", r.Call)
		f.Related = []rule.Related{{At: same.At, Message: "the same request carries credentials here"}}
		return f
	}
	f.Message = fmt.Sprintf("`%s` sends this request without credentials, as %d of %d to this server are sent with them; unless everybody may send it, the server answers 401", r.Call, n, calls)
	f.Related = []rule.Related{{At: sibling.At, Message: "a request to the same server carries credentials here"}}
	return f
}
