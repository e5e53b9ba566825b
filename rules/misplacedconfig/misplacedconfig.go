// Package misplacedconfig flags request options that stand where the client
// does not look for options.
package misplacedconfig

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is misplaced-config.
var Rule = &rule.Rule{ID: "misplaced-config", Page: page, Run: run}

// libraries are those whose arguments were looked up; others take options
// second.
var libraries = []string{"axios", "fetch", "HttpClient", chained}

// chained is the one whose options are methods of the request.
const chained = "superagent"

func run(p *rule.Pass) {
	for _, y := range p.Facts.Layouts {
		if y.Makes || !slices.Contains(libraries, y.Library) {
			continue
		}
		for i, a := range y.Arguments {
			switch {
			case a.Role == authflow.ExtraRole:
				if ignored(a) {
					extra(p, y, i)
				}
			case a.Role == authflow.BodyRole && i == len(y.Arguments)-1 && isConfig(a):
				p.Report(asBody(y, a))
			}
		}
	}
}

func asBody(y *authflow.Layout, a authflow.Operand) rule.Finding {
	f := rule.Finding{
		At:      a.At,
		Message: fmt.Sprintf("%s where `%s` takes the body: sent as data, and without effect on the request", stand(a.Members), y.Call),
		Help:    "call the methods of the request: `.set(headers)`, `.withCredentials()`",
	}
	if y.Library != chained {
		f.Help = "pass the body, or null, before the options"
		f.Fixes = []rule.Fix{{Message: "Put null before the options", Edits: []authflow.Edit{{At: before(a.At), Text: "null, "}}}}
	}
	return f
}

// marks are the options without which an object may be a body; others may
// stand beside them.
var (
	marks   = []string{"headers", "Headers", "withCredentials"}
	options = append([]string{
		"header", "auth", "params", "timeout", "responseType", "observe", "reportProgress", "baseURL", "signal", "cancelToken",
		"onUploadProgress", "onDownloadProgress", "validateStatus", "maxBodyLength", "maxContentLength", "transformRequest", "credentials",
	}, marks...)
)

// isConfig reports whether an object that is sent as a body can only be meant
// as options: all of its properties are, and headers are given as an object. A
// body may have a field of that name, in a list, a text, or beside others.
func isConfig(a authflow.Operand) bool {
	if a.Form != authflow.ObjectForm || !a.Closed {
		return false
	}
	marked := false
	for _, m := range a.Members {
		switch {
		case !slices.Contains(options, m.Name):
			return false
		case m.Name == "withCredentials":
			marked = marked || m.Form == authflow.TruthForm
		case slices.Contains(marks, m.Name):
			if m.Form != authflow.OpaqueForm && m.Form != authflow.ObjectForm {
				return false
			}
			marked = true
		}
	}
	return marked
}

// ignored reports whether an argument that nobody looks at was meant to say
// something about the request.
func ignored(a authflow.Operand) bool {
	switch a.Form {
	case authflow.ObjectForm:
		return slices.ContainsFunc(a.Members, func(m authflow.Property) bool { return slices.Contains(options, m.Name) || m.Name == "Authorization" }) ||
			!a.Closed && len(a.Members) == 0
	case authflow.OpaqueForm:
		return true
	}
	return false
}

func extra(p *rule.Pass, y *authflow.Layout, i int) {
	a := y.Arguments[i]
	f := rule.Finding{
		At:      a.At,
		Message: fmt.Sprintf("`%s` takes %s, so this one is ignored, and with it the headers or credentials that it holds", y.Call, count(y.Takes)),
		Help:    "the options are argument " + fmt.Sprint(y.Takes) + " of this method",
	}
	if last := y.Arguments[y.Takes-1]; last.Form == authflow.EmptyForm && i == y.Takes && len(y.Arguments) == i+1 && last.Role == authflow.ConfigRole {
		f.Fixes = []rule.Fix{{
			Message: "Drop the empty argument before the options",
			Edits:   []authflow.Edit{{At: source.Span{File: a.At.File, Start: last.At.Start, End: a.At.Start}}},
		}}
	}
	p.Report(f)
}

// stand is the beginning of a sentence about options: "`headers` stands".
func stand(members []authflow.Property) string {
	out := ""
	for i, m := range members {
		switch {
		case i > 0 && i == len(members)-1:
			out += " and "
		case i > 0:
			out += ", "
		}
		out += "`" + m.Name + "`"
	}
	if len(members) == 1 {
		return out + " stands"
	}
	return out + " stand"
}

func count(n int) string {
	return [...]string{"no argument", "one argument", "two arguments", "three arguments"}[n]
}

func before(at source.Span) source.Span { at.End = at.Start; return at }
