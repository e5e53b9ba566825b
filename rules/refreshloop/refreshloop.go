// Package refreshloop flags a refresh that goes through the client whose
// interceptor sends it.
package refreshloop

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is refresh-loop.
var Rule = &rule.Rule{ID: "refresh-loop", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, r := range p.Facts.Reentries {
		if r.Purpose != authflow.Refresh {
			continue // a request that is refused for another reason
		}
		f := rule.Finding{At: r.At, Help: "refresh through a client without this interceptor, or hand on what its URL or a mark tells to be the refresh"}
		inGo := p.Facts.Language == authflow.Go
		if inGo {
			f.Help = "refresh through a client that does not come back here, or hand on the refusal of the refresh itself"
		}
		switch {
		case r.Held:
			f.Message = fmt.Sprintf("`%s` goes through %s, whose requests are held back until this refresh ends, so it waits for itself: nothing ends it, and every request after it hangs", r.Call, r.Enters)
			f.Help = "refresh through a client of its own"
		case r.Waits.Valid() && inGo:
			who := "which"
			if r.Stage != authflow.BeforeRequest {
				who = "where its own 401"
			}
			f.Message = fmt.Sprintf("`%s` goes through %s, %s waits for the lock that is held meanwhile, that is for itself: nothing ends it, and every request after it hangs", r.Call, r.Enters, who)
			f.Related = append(f.Related, rule.Related{At: r.Waits, Message: "this lock is held"})
		case r.Waits.Valid():
			f.Message = fmt.Sprintf("`%s` goes through %s, where its own 401 waits for the refresh to end, that is for itself: nothing ends it, and every request after it hangs", r.Call, r.Enters)
			f.Related = append(f.Related, rule.Related{At: r.Waits, Message: "the refused refresh waits here"})
		case r.Comes != authflow.Yes:
			continue
		case r.Stage == authflow.BeforeRequest:
			f.Message = fmt.Sprintf("`%s` goes through %s, which refreshes again before it is sent, so it never is", r.Call, r.Enters)
		default:
			f.Message = fmt.Sprintf("`%s` goes through %s, so its own 401 comes back here and refreshes again, without end", r.Call, r.Enters)
		}
		if r.Sends.Valid() {
			f.Related = append(f.Related, rule.Related{At: r.Sends, Message: "it is sent here"})
		}
		if r.EntersAt.Valid() {
			f.Related = append(f.Related, rule.Related{At: r.EntersAt, Message: "the handler that runs for it too"})
		}
		p.Report(f)
	}
}
