// Package cleartextauth flags credentials that are sent without encryption.
package cleartextauth

import (
	_ "embed"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is cleartext-auth.
var Rule = &rule.Rule{ID: "cleartext-auth", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	report := func(urls []credential.Shape, call, what string, from source.Span, why string) {
		if what == "" || authflow.Secured(urls) {
			return
		}
		for _, u := range urls {
			host := authflow.CleartextHost(u)
			if host == "" {
				continue
			}
			at := u[0].At
			if !at.Valid() {
				at = from
			}
			if seen[at] || forDevelopment(at.File) {
				continue // a base URL of many requests is one mistake
			}
			seen[at] = true
			f := finding(u, at, fmt.Sprintf("`%s` sends %s to %s", call, what, host))
			if !at.Contains(from) {
				f.Related = []rule.Related{{At: from, Message: why}}
			}
			p.Report(f)
		}
	}
	for _, r := range p.Facts.Requests {
		report(r.URLs, r.Call, carries(r), r.At, "this request goes there")
	}
	for _, w := range p.Facts.Headers { // of a client whose requests were not seen
		if w.Client != nil && w.IsAuthorization() && !w.Call.Valid() {
			report(w.Client.BaseURLs, w.Client.Name, "a token", w.At, "this header is sent there")
		}
	}
	for _, c := range p.Facts.Connections {
		if c.TokenAt.Valid() {
			report(c.Targets, c.Call, "a token", c.At, "this connection leads there")
			connection(p, c)
		}
	}
}

// connection is a finding where options of a connection say that it is not
// encrypted, and it leads to a host that is surely not local.
func connection(p *rule.Pass, c *authflow.Connection) {
	if c.Encrypted != authflow.No || forDevelopment(c.At.File) {
		return
	}
	for _, t := range c.Targets {
		host := authflow.PublicTarget(t)
		if host == "" {
			continue
		}
		p.Report(rule.Finding{
			At:      c.PlainAt,
			Message: fmt.Sprintf("`%s` sends a token to %s without encryption, where everybody on the way can read it", c.Call, host),
			Help:    "connect with TLS, and let RequireTransportSecurity of the token's type return true",
			Related: []rule.Related{{At: c.TokenAt, Message: "this token is sent there"}},
		})
		return
	}
}

// finding is about the URL u, which stands at at; sends begins its message.
func finding(u credential.Shape, at source.Span, sends string) rule.Finding {
	scheme, _, _ := strings.Cut(u.Prefix(), "://")
	f := rule.Finding{
		At:      at,
		Message: fmt.Sprintf("%s over %s, where everybody on the way can read it", sends, scheme),
		Help:    fmt.Sprintf("use %ss", scheme),
	}
	if u[0].Verbatim && strings.HasPrefix(u[0].Text, scheme+"://") {
		end := u[0].At
		end.Start += len(scheme)
		end.End = end.Start
		f.Fixes = []rule.Fix{{Message: "Use " + scheme + "s", Edits: []authflow.Edit{{At: end, Text: "s"}}}}
	}
	return f
}

// carries says which credentials a request takes along, empty for none that
// was seen.
func carries(r *authflow.Request) string {
	switch {
	case r.Authorized == authflow.Yes, r.CarriesToken == authflow.Yes:
		return "a token"
	case r.Purpose == authflow.Login:
		return "the login"
	}
	return ""
}

// forDevelopment reports whether a file holds what only developers use.
func forDevelopment(file string) bool {
	base := strings.ToLower(path.Base(filepath.ToSlash(file)))
	if base == "environment.ts" {
		return true // Angular puts environment.prod.ts in its place
	}
	for _, w := range []string{"dev", "local", "mock"} {
		if strings.Contains(base, w) {
			return true
		}
	}
	return false
}
