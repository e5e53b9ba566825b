// Package manualheader flags an Authorization header that is written by hand on
// one call after another of the same client.
package manualheader

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is manual-header.
var Rule = &rule.Rule{ID: "manual-header", Page: page, Run: run}

// often is how many times the same header is written before it is worth a place
// of its own.
const often = 3

// A header is one value that a client's calls are given.
type header struct {
	client *authflow.Client
	values []credential.Shape
	writes []*authflow.HeaderWrite
}

func run(p *rule.Pass) {
	requests := map[source.Span]*authflow.Request{}
	for _, r := range p.Facts.Requests {
		requests[r.At] = r
	}
	var headers []*header
	seen := map[source.Span]bool{}
	for _, w := range p.Facts.Headers {
		r := requests[w.Call]
		if r == nil || r.Client == nil || r.Browser == authflow.No || !w.IsAuthorization() || w.Via.Valid() || w.Apart || seen[w.At] ||
			!oneSource(w.Values) {
			continue // of all the client's requests; of a function that makes it; of a server, whose token is that of the request it answers
		}
		seen[w.At] = true
		headers = add(headers, r.Client, w)
	}
	for _, h := range headers {
		if len(h.writes) >= often {
			p.Report(finding(h))
		}
	}
}

// oneSource: the token is read from one place. A parameter holds what each
// caller likes.
func oneSource(values []credential.Shape) bool {
	found := false
	for _, v := range values {
		holes := 0
		for _, p := range v {
			switch {
			case p.Hole == nil:
				continue
			case p.Hole.Origin == credential.Param || p.Hole.Origin == credential.Header || p.Hole.Origin == credential.Answer:
				return false
			}
			holes++
		}
		if holes > 1 {
			return false
		}
		found = found || holes == 1
	}
	return found
}

func add(headers []*header, c *authflow.Client, w *authflow.HeaderWrite) []*header {
	for _, h := range headers {
		if h.client == c && slices.EqualFunc(h.values, w.Values, authflow.SameValue) {
			h.writes = append(h.writes, w)
			return headers
		}
	}
	return append(headers, &header{c, w.Values, []*authflow.HeaderWrite{w}})
}

func finding(h *header) rule.Finding {
	where := "a function that makes the requests"
	if h.client.Library != "fetch" {
		where = fmt.Sprintf("an interceptor or the defaults of an instance of %s", h.client.Library)
	}
	f := rule.Finding{
		At:      h.writes[0].At,
		Message: fmt.Sprintf("this header is written by hand for %d calls of `%s`; the call that leaves it out or misspells it is answered with 401", len(h.writes), h.client.Name),
		Help:    "write it once: in " + where,
	}
	for _, w := range h.writes[1:min(len(h.writes), 4)] {
		f.Related = append(f.Related, rule.Related{At: w.At, Message: "and here"})
	}
	return f
}
