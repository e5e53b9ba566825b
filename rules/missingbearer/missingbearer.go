// Package missingbearer flags a bare token where a scheme and a token belong.
package missingbearer

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is missing-bearer.
var Rule = &rule.Rule{ID: "missing-bearer", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, w := range p.Facts.Headers {
		if !strings.EqualFold(w.Name, "Authorization") || w.Sender == "grpc" {
			continue // services of gRPC read schemes of their own
		}
		token, ok := bareToken(w)
		if !ok || rawIsRight(p.Facts, w, token) {
			continue
		}
		wanted := schemeWanted(p.Facts, w)
		if !wanted.sure && isIDToken(token) && !p.Strict {
			continue // gateways take ID tokens raw: the authorizers of Amazon API Gateway
		}
		p.Report(finding(w, token, wanted))
	}
}

// finding is an error where the project or the host shows that a scheme is
// wanted.
func finding(w *authflow.HeaderWrite, token credential.Part, wanted want) rule.Finding {
	scheme := wanted.scheme
	help := fmt.Sprintf("write `%s`, one space, then the token (%s)", scheme, credential.SyntaxOf(scheme))
	f := rule.Finding{
		Severity: rule.Warning,
		At:       w.ValueAt,
		Message:  fmt.Sprintf("%s is sent without a scheme; servers that expect %s answer 401", describe(token), scheme),
		Help:     help + ", or ignore this line where the server takes a raw token",
		Related:  wanted.places,
	}
	if wanted.sure {
		f.Severity = rule.Error
		f.Help = help
	}
	if h := host(w); wantsBearer(h) {
		f.Message = fmt.Sprintf("%s is sent without a scheme; %s expects Bearer and answers 401", describe(token), h)
	}
	if edits := w.Putting(scheme); len(edits) > 0 {
		f.Fixes = []rule.Fix{{Message: "Put " + scheme + " before the token", Edits: edits}}
	}
	return f
}

// bareToken returns the part of the header's value that is a token and nothing
// else. A value that has a scheme on any path is none: `t.startsWith('Bearer ')
// ? t : 'Bearer ' + t`.
func bareToken(w *authflow.HeaderWrite) (token credential.Part, ok bool) {
	for _, v := range w.Values {
		if credential.HasScheme(v) {
			return token, false
		}
		if part, bare := credential.Bare(v); bare && isToken(part) {
			token, ok = part, true
		}
	}
	return token, ok
}

// isToken reports whether a part is clearly a token, by its origin or its name.
func isToken(p credential.Part) bool {
	h := p.Hole
	if h == nil {
		return credential.IsJWT(p.Text)
	}
	switch h.Origin {
	case credential.Header, credential.Call:
		return false // passed on, or made by code that was not seen
	}
	name := h.Key
	if name == "" {
		name = h.Name
	}
	return credential.IsCredentialName(name)
}

// isIDToken reports whether a token is named as the ID token of OpenID Connect.
func isIDToken(p credential.Part) bool {
	if p.Hole == nil {
		return false
	}
	words := credential.Words(p.Hole.Name + " " + p.Hole.Key)
	i := slices.Index(words, "id")
	return i >= 0 && i+1 < len(words) && words[i+1] == "token" || slices.Contains(words, "idtoken")
}

func describe(p credential.Part) string {
	if p.Hole == nil {
		return "the literal token"
	}
	return "`" + p.Hole.Name + "`"
}
