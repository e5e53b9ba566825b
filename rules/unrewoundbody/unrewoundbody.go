// Package unrewoundbody flags a request that is sent again after a 401 with a
// body that was read the first time.
package unrewoundbody

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is unrewound-body.
var Rule = &rule.Rule{ID: "unrewound-body", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, r := range p.Facts.Repeats {
		if r.Body == authflow.No || r.Restored != authflow.No {
			continue // nothing to rewind, or it is rewound, or that cannot be told
		}
		f := rule.Finding{
			At:      r.At,
			Message: fmt.Sprintf("`%s` is sent again after a 401 with the body that was read the first time: the server gets none, or the sending fails", r.Object),
			Help:    "before it is sent again set its Body from GetBody, or make the request anew from bytes that were kept",
			Related: []rule.Related{{At: r.Trigger, Message: "the refusal is seen here"}},
		}
		if r.Stream {
			f.Message = fmt.Sprintf("`%s` was read the first time and is sent again after a 401: the server gets an empty body, or the sending fails", r.Object)
			f.Help = "read it once and give each request a reader of its own: bytes.NewReader(data)"
		}
		if r.First != r.At {
			f.Related = append([]rule.Related{{At: r.First, Message: "the body is read here"}}, f.Related...)
		}
		p.Report(f)
	}
}
