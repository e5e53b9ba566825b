// Package staletoken flags a token that is read once and sent from then on.
package staletoken

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is stale-token.
var Rule = &rule.Rule{ID: "stale-token", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, s := range p.Facts.Snapshots {
		if s.Keeper == authflow.KeptBySource {
			p.Report(rule.Finding{
				At:      s.At,
				Message: fmt.Sprintf("`%s` is put into a source that never refreshes it and that `%s` keeps, so every request fails once it has expired", s.Token, s.Holder),
				Help:    "give the token to Config.TokenSource or Config.Client, which refresh it",
				Related: []rule.Related{{At: s.SentAt, Message: "it is kept here"}},
			})
		}
	}
	if len(p.Facts.Evidence.Reloads) > 0 {
		return // whoever logs in gets the modules anew, and what they read at load with them
	}
	for _, s := range p.Facts.Snapshots {
		if !s.When.Once() || s.Renewed.Valid() {
			continue
		}
		f := rule.Finding{
			At:      s.At,
			Message: fmt.Sprintf("`%s` is read once, %s; %s sends that value whoever logs in or out later", s.Token, moment(s.When), keeper(s)),
			Help:    help(s.Keeper),
		}
		if !within(s.At, s.SentAt) {
			f.Related = []rule.Related{{At: s.SentAt, Message: "it is sent from here"}}
		}
		p.Report(f)
	}
}

func moment(m authflow.Moment) string {
	if m == authflow.AtStart {
		return "when the service is made"
	}
	return "when the module is loaded"
}

func keeper(s *authflow.Snapshot) string {
	switch {
	case s.Holder != "":
		return "`" + s.Holder + "`"
	case s.Keeper == authflow.KeptByConstant:
		return "the request"
	case s.Keeper == authflow.KeptBySocket:
		return "the socket"
	}
	return "the client"
}

func help(k authflow.KeeperKind) string {
	switch k {
	case authflow.KeptByClient:
		return "read it for each request: in an interceptor or link, or from a function that the client takes for its headers"
	case authflow.KeptBySocket:
		return "give `auth` a function: it is called at each connection"
	}
	return "read it where it is sent"
}

// within reports whether the read stands in the code that sends it.
func within(read, sent source.Span) bool { return sent.Contains(read) }
