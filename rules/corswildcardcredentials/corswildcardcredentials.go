// Package corswildcardcredentials flags servers that let any origin in together
// with credentials.
package corswildcardcredentials

import (
	_ "embed"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is cors-wildcard-credentials.
var Rule = &rule.Rule{ID: "cors-wildcard-credentials", Page: page, Run: run}

const help = "list the origins that may send credentials, or leave credentials out"

func run(p *rule.Pass) {
	for _, c := range p.Facts.CORS {
		if c.Credentials != authflow.Yes || c.Development {
			continue
		}
		f := rule.Finding{At: c.OriginsAt, Help: help}
		if !f.At.Valid() {
			f.At = c.CredentialsAt // the default of the library stands nowhere
		} else if c.CredentialsAt != f.At {
			f.Related = []rule.Related{{At: c.CredentialsAt, Message: "credentials are allowed here"}}
		}
		switch c.Origins {
		case authflow.AnyOrigin:
			f.Message = "credentials are allowed with `*` as the origin, which browsers refuse: no page gets to read an answer to a request with cookies"
			if !c.OriginsAt.Valid() {
				f.Message = "credentials are allowed with the default origin `*`, which browsers refuse: no page gets to read an answer to a request with cookies"
			}
		case authflow.EchoedOrigin:
			f.Message = "any origin is let in together with credentials: every website can send requests as the user and read the answers"
		default:
			if !p.Strict || !fallsOpen(c) {
				continue
			}
			f.Severity = rule.Advice
			f.Message = "any origin is let in together with credentials where the setting is not given"
		}
		p.Report(f)
	}
}

// fallsOpen: the origins come from a setting, and without it they are any.
func fallsOpen(c *authflow.CORSPolicy) bool {
	return c.Unset == authflow.AnyOrigin || c.Unset == authflow.EchoedOrigin
}
