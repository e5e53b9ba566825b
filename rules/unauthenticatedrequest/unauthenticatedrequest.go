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
	j := judge{p: p, seen: map[source.Span]bool{}}
	for _, t := range authflow.TrafficTo(p.Facts.Requests) {
		if u := j.usage(t); u.wantsCredentials() {
			j.bare(t, u)
		}
	}
	for _, o := range p.Facts.LoginOnly {
		if p.Strict && o.Missed != nil {
			p.Report(forgotten(o))
		}
	}
}

// forgotten: what a start of the page does besides is not all seen, so it is said
// in the strict preset alone.
func forgotten(o *authflow.LoginOnly) rule.Finding {
	return rule.Finding{
		At: o.At,
		Message: fmt.Sprintf("only the login sets this default of `%s`; after the page is loaded anew `%s` is still in %s, and requests are sent without it",
			o.Client.Name, o.Kept.Key, o.Kept.Store),
		Help: "read the stored token in a request interceptor, or set the default from it at the start",
		Related: []rule.Related{
			{At: o.Kept.At, Message: "the token is kept here"},
			{At: o.Missed.At, Message: "this request is sent without it then"},
		},
	}
}

// A judge goes through the servers of a project; seen is what it has reported.
type judge struct {
	p    *rule.Pass
	seen map[source.Span]bool
}

// A usage is how a project calls one server, what needs no login left out.
type usage struct {
	calls int
	// authorized are the calls that carry credentials, and carry one for each
	// endpoint.
	authorized []*authflow.Request
	carry      map[string]*authflow.Request
}

func (j judge) usage(t *authflow.Traffic) usage {
	u := usage{carry: map[string]*authflow.Request{}}
	for _, r := range t.Calls() {
		if j.isPublic(r) {
			continue
		}
		u.calls++
		if r.Authorized != authflow.Yes {
			continue
		}
		u.authorized = append(u.authorized, r)
		if e := r.Endpoint(); e != "" && u.carry[e] == nil {
			u.carry[e] = r
		}
	}
	return u
}

// wantsCredentials: most of enough calls carry them.
func (u usage) wantsCredentials() bool {
	return u.calls >= enough && 2*len(u.authorized) > u.calls
}

// bare reports the requests that go without, the surest first. What a client of
// its own lacks is an interceptor: one mistake for all that goes through it.
func (j judge) bare(t *authflow.Traffic, u usage) {
	slices.SortStableFunc(t.Bare, func(a, b *authflow.Request) int { return rank(u.carry[a.Endpoint()]) - rank(u.carry[b.Endpoint()]) })
	instances := map[*authflow.Client]bool{}
	for _, r := range t.Bare {
		if r.Authorized != authflow.No || j.isPublic(r) || j.seen[r.At] || j.seen[r.Sends] || instances[r.Client] {
			continue
		}
		same := u.carry[r.Endpoint()]
		if (same == nil || !r.IsPersonal()) && !j.p.Strict {
			continue // a list, say, that everybody may ask for, and the owner for more
		}
		j.seen[r.At] = true
		instances[r.Client] = r.Client.At.Valid()
		j.p.Report(finding(r, same, u))
	}
}

// isPublic: the path speaks of what needs no login, or the configuration does.
func (j judge) isPublic(r *authflow.Request) bool {
	return r.IsPublic() || j.p.Facts.Evidence.Declared.NeedsNoLogin(r)
}

// rank puts first what is surest.
func rank(same *authflow.Request) int {
	if same != nil {
		return 0
	}
	return 1
}

func finding(r, same *authflow.Request, u usage) rule.Finding {
	f := rule.Finding{
		At:   r.At,
		Help: "send it as the others are sent: through the client that has the interceptor, or with the Authorization header",
	}
	if same != nil {
		f.Message = fmt.Sprintf("`%s` sends this request without credentials, which the project sends with them elsewhere; the server answers 401, or as to a stranger", r.Call)
		f.Related = []rule.Related{{At: same.At, Message: "the same request carries credentials here"}}
		return f
	}
	f.Message = fmt.Sprintf("`%s` sends this request without credentials, as %d of %d to this server are sent with them; unless everybody may send it, the server answers 401", r.Call, len(u.authorized), u.calls)
	f.Related = []rule.Related{{At: u.authorized[0].At, Message: "a request to the same server carries credentials here"}}
	return f
}
