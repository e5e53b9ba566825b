// Package corsorder flags CORS layers that preflights do not get to, since
// something before them refuses.
package corsorder

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

// Rule is cors-order.
var Rule = &rule.Rule{ID: "cors-order", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[string]bool{} // wrappers inside wrappers are chains of their own
	for _, s := range p.Facts.Servers {
		order, cors, before := s.CORSOrder()
		if s.Part && answeredOutside(p.Facts, cors.At) {
			continue // preflights may never come to this router
		}
		f := rule.Finding{At: cors.At}
		switch order {
		case authflow.CORSAfterAuth:
			f.Message = fmt.Sprintf("`%s` runs after `%s`, which refuses preflights: browsers send them without credentials", cors.What, before.What)
			f.Help = "let the CORS layer run first"
			f.Related = []rule.Related{{At: before.At, Message: "this refuses the preflight"}}
		case authflow.CORSAfterRoute:
			f.Message = fmt.Sprintf("`%s` is registered after every route, so no answer has its headers", cors.What)
			f.Help = "register it before the routes: gin gives a route the handlers that are there at that moment"
			f.Related = []rule.Related{{At: before.At, Message: "the first route"}}
		case authflow.CORSNoPreflight:
			f.Message = fmt.Sprintf("`%s` stands on `%s` alone, and browsers send the preflight with OPTIONS, which no route of `%s` answers", cors.What, cors.Call, cors.Path)
			f.Help = "use it for all routes, or add `app.options(path, cors())`"
		default:
			continue
		}
		key := fmt.Sprint(cors.At)
		if !seen[key] {
			seen[key] = true
			p.Report(f)
		}
	}
}

// answeredOutside: another CORS layer of the project is for all that an
// application serves.
func answeredOutside(facts *authflow.Facts, at source.Span) bool {
	return slices.ContainsFunc(facts.CORS, func(c *authflow.CORSPolicy) bool { return c.Covers != "" && c.At != at })
}
