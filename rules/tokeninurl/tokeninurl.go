// Package tokeninurl flags tokens in the query of a URL.
package tokeninurl

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is token-in-url.
var Rule = &rule.Rule{ID: "token-in-url", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, r := range p.Facts.Requests {
		if authflow.TakesTokenInURL(r.URL) {
			continue
		}
		for _, q := range r.QueryTokens {
			if !q.IsCredential() || seen[q.At] {
				continue // one URL may serve several calls
			}
			header, taken := q.SentBy(p.Facts.Headers)
			if !q.IsSession() && !taken && !p.Strict {
				continue // another service may want its token there
			}
			seen[q.At] = true
			f := sent(q)
			if taken {
				f.Related = []rule.Related{{At: header, Message: "here it is sent in the header"}}
			}
			p.Report(f)
		}
	}
	if !p.Strict {
		return // what a server takes from the query may be what a stream or a download sends
	}
	for _, q := range p.Facts.QueryReads {
		p.Report(rule.Finding{
			At:      q.At,
			Message: fmt.Sprintf("`%s` is taken for a token wherever the header would be, so clients may send it in URLs, which servers and proxies write into logs", q.Spelled),
			Help:    "take the token from the Authorization header alone (RFC 6750 section 5.3)",
			Related: []rule.Related{{At: q.Header, Message: "the header is read here"}},
		})
	}
}

func sent(q authflow.QueryToken) rule.Finding {
	f := rule.Finding{
		At:      q.At,
		Message: fmt.Sprintf("`%s` is sent in the URL, which servers, proxies and browsers write into logs and histories", q.Name),
		Help:    "send it in the Authorization header",
	}
	switch q.Place {
	case authflow.InPath:
		f.Message = fmt.Sprintf("`%s` is a part of the URL's path, which servers, proxies and browsers write into logs and histories", q.Hole.Name)
	case authflow.InHandshake:
		f.Help = "give it as the option auth: `{ auth: { token } }`"
	}
	return f
}
