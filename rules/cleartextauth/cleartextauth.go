// Package cleartextauth flags credentials that are sent without encryption.
package cleartextauth

import (
	_ "embed"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is cleartext-auth.
var Rule = &rule.Rule{ID: "cleartext-auth", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, r := range p.Facts.Requests {
		what := carries(r)
		if what == "" || authflow.Secured(r.URLs) {
			continue
		}
		for _, u := range r.URLs {
			host := authflow.CleartextHost(u)
			if host == "" {
				continue
			}
			at := u[0].At
			if !at.Valid() {
				at = r.At
			}
			if seen[at] || forDevelopment(at.File) {
				continue // a base URL of many requests is one mistake
			}
			seen[at] = true
			scheme, _, _ := strings.Cut(u.Prefix(), "://")
			f := rule.Finding{
				At:      at,
				Message: fmt.Sprintf("`%s` sends %s to %s over %s, where everybody on the way can read it", r.Call, what, host, scheme),
				Help:    fmt.Sprintf("use %ss", scheme),
			}
			if !at.Contains(r.At) && at != r.At {
				f.Related = []rule.Related{{At: r.At, Message: "this request goes there"}}
			}
			if u[0].Verbatim && strings.HasPrefix(u[0].Text, scheme+"://") {
				end := u[0].At
				end.Start += len(scheme)
				end.End = end.Start
				f.Fixes = []rule.Fix{{Message: "Use " + scheme + "s", Edits: []authflow.Edit{{At: end, Text: "s"}}}}
			}
			p.Report(f)
		}
	}
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
