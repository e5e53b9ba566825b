// Package loggedtoken flags a token that is written to a log.
package loggedtoken

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is logged-token.
var Rule = &rule.Rule{ID: "logged-token", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, l := range p.Facts.Logs {
		if !isToken(l.Value) || credential.NameOf(l.Text+" token") == credential.NameOther {
			continue // the text tells of another trade: "captcha token", "reset token"
		}
		if (l.Guarded || l.Tool) && !p.Strict {
			continue // in development alone, or a command that prints it on purpose
		}
		f := rule.Finding{
			At:      l.At,
			Message: fmt.Sprintf("`%s` is written to the log by `%s`; who reads the log, or a collector of it, can use the session", l.Value.Name, l.Call),
			Help:    "leave the token out, or write whether it is there: `!!token`",
		}
		if p.Facts.Language == authflow.Go {
			f.Help = "leave the token out, or write whether it is there: `token != \"\"`"
		}
		if l.Remove != nil {
			f.Fixes = []rule.Fix{{Message: "Remove the log statement", Edits: []authflow.Edit{*l.Remove}}}
		}
		p.Report(f)
	}
}

// isToken reports whether a value is a token of a login: what a function makes
// of one may be its length, a part or a hash.
func isToken(h credential.Hole) bool {
	switch h.Origin {
	case credential.Call, credential.Env:
		return false
	case credential.Storage:
		return credential.IsCredentialName(h.Key)
	}
	if strings.EqualFold(h.Key, "Authorization") {
		return true // the header, with the token in it
	}
	name := h.Name
	if i := strings.LastIndexAny(name, ".]"); i >= 0 {
		name = name[i+1:]
	}
	if name == "" {
		name = h.Key
	}
	return credential.IsCredentialName(name) && !h.Reshaped
}
