// Package hardcodedcredential flags a token or password that is written out in
// the source and sent.
package hardcodedcredential

import (
	_ "embed"
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is hardcoded-credential.
var Rule = &rule.Rule{ID: "hardcoded-credential", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, w := range p.Facts.Headers {
		if !w.IsAuthorization() || isLocal(w) || isSeed(w.At.File) {
			continue
		}
		for _, v := range w.Values {
			fault, ok := p.Facts.Evidence.Declared.Schemes.Literal(v)
			if !ok {
				continue
			}
			// A constant that many requests send is one mistake, where it stands.
			at := w.ValueAt
			if last := v[len(v)-1]; last.Hole == nil && last.At.Valid() {
				at = last.At
			}
			if !seen[at] {
				seen[at] = true
				p.Report(rule.Finding{At: at, Message: fault.Message(), Help: fault.Help()})
			}
		}
	}
}

// isLocal: what is sent to the developer's own machine is no secret.
func isLocal(w *authflow.HeaderWrite) bool {
	_, host, _ := strings.Cut(w.Origin, "://")
	return strings.HasPrefix(host, "localhost") || strings.HasPrefix(host, "127.") || strings.HasPrefix(host, "[::1]")
}

// isSeed: the file fills a database for developers.
func isSeed(path string) bool {
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(filepath.Dir(path)), "/"), func(dir string) bool {
		return dir == "seed" || dir == "seeds" || dir == "seeders"
	})
}
