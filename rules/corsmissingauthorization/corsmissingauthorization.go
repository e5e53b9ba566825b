// Package corsmissingauthorization flags CORS settings that keep browsers from
// sending the Authorization header that the server reads.
package corsmissingauthorization

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is cors-missing-authorization.
var Rule = &rule.Rule{ID: "cors-missing-authorization", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, c := range p.Facts.CORS {
		if c.AllowsAuthorization() != authflow.No || c.Development || c.Covers == "" {
			continue
		}
		read, ok := readBehind(p.Facts, c)
		if !ok || allowedBeside(p.Facts, c) {
			continue
		}
		f := rule.Finding{
			At: c.HeadersAt, Help: "allow Authorization by its name",
			Related: []rule.Related{{At: read, Message: "the server reads Authorization here"}},
		}
		switch {
		case c.Headers == authflow.HeadersStar:
			f.Message = "`*` among the allowed headers does not cover Authorization, so browsers refuse to send what needs it"
		case !c.HeadersAt.Valid():
			f.At = c.At
			f.Message = fmt.Sprintf("the headers that %s allows by default leave out Authorization, so browsers refuse to send what needs it", c.Library)
		default:
			f.Message = "the allowed headers leave out Authorization, so browsers refuse to send what needs it"
		}
		if c.AddAuthorization != nil {
			f.Fixes = []rule.Fix{{Message: "Allow Authorization", Edits: c.AddAuthorization}}
		}
		p.Report(f)
	}
}

// readBehind returns a place behind the policy where Authorization is read.
func readBehind(facts *authflow.Facts, c *authflow.CORSPolicy) (source.Span, bool) {
	for _, r := range facts.Evidence.ServerReads {
		if covers(c.Covers, r.At.File) && language(r.At.File) == facts.Language && !isTest(r.At.File) {
			return r.At, true
		}
	}
	return source.Span{}, false
}

// covers reports whether a file is, or is below, a path.
func covers(path, file string) bool {
	return file == path || strings.HasPrefix(file, strings.TrimSuffix(path, string(filepath.Separator))+string(filepath.Separator))
}

func language(file string) authflow.Language {
	if strings.HasSuffix(file, ".go") {
		return authflow.Go
	}
	return authflow.TypeScript
}

// isTest: what a test sends or reads says nothing of the server.
func isTest(file string) bool {
	name := filepath.Base(file)
	return strings.HasSuffix(name, "_test.go") || strings.Contains(name, ".test.") || strings.Contains(name, ".spec.")
}

// allowedBeside: another policy for the same handlers lets Authorization in, or
// may: which of the two a browser meets is not known.
func allowedBeside(facts *authflow.Facts, c *authflow.CORSPolicy) bool {
	return slices.ContainsFunc(facts.CORS, func(o *authflow.CORSPolicy) bool {
		return o != c && !o.Development && o.AllowsAuthorization() != authflow.No && (covers(c.Covers, o.At.File) || covers(o.Covers, c.At.File))
	})
}
