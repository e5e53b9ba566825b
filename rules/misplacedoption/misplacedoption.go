// Package misplacedoption flags options among the headers, headers among the
// options, and the options of another client.
package misplacedoption

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is misplaced-option.
var Rule = &rule.Rule{ID: "misplaced-option", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, y := range p.Facts.Layouts {
		if y.Library != "axios" && y.Library != "fetch" && y.Library != "HttpClient" && y.Library != "jQuery" {
			continue // its options were not looked up
		}
		for _, a := range y.Arguments {
			if a.Role != authflow.ConfigRole {
				continue
			}
			report := func(f *rule.Finding) {
				if f != nil && !seen[f.At] { // one object may serve several calls
					seen[f.At] = true
					p.Report(*f)
				}
			}
			if headers := authflow.Find(a.Members, "headers"); headers != nil {
				for _, m := range headers.Members {
					report(amongHeaders(y, a, m))
				}
			}
			for _, m := range a.Members {
				report(header(y, a, m))
				report(foreign(y, a, m))
			}
		}
	}
}

// option names what sends cookies in each library.
func option(library string) (name, value string) {
	switch library {
	case "fetch":
		return "credentials", "'include'"
	case "jQuery":
		return "xhrFields", "{ withCredentials: true }"
	}
	return "withCredentials", "true"
}

var modes = []string{"cors", "no-cors", "same-origin", "navigate"}
var credentials = []string{"include", "same-origin", "omit", "true", "false"}

// amongHeaders judges a property of headers that is no header.
func amongHeaders(y *authflow.Layout, a authflow.Operand, m authflow.Property) *rule.Finding {
	name, value := option(y.Library)
	switch {
	case y.Browser == authflow.No:
		return nil // nothing there looks at the option in its right place either
	case m.Name == "withCredentials", m.Name == "credentials" && slices.Contains(credentials, m.Constant):
		if authflow.Find(a.Members, name) != nil || y.Credentials == authflow.Yes {
			return nil // it stands in its place too
		}
	case m.Name == "mode" && slices.Contains(modes, m.Constant) && authflow.Find(a.Members, "mode") == nil:
		name = "mode"
		value = "'" + m.Constant + "'"
	default:
		return nil
	}
	f := &rule.Finding{
		At:      m.At,
		Message: fmt.Sprintf("`%s` inside `headers` is sent as a header of that name, and the option is not set", m.Name),
		Help:    fmt.Sprintf("move it out of `headers`: `%s: %s`", name, value),
	}
	if a.Inside.Valid() && m.Cut.File == a.Inside.File && m.Constant != "false" && m.Constant != "omit" && m.Constant != "" {
		f.Fixes = []rule.Fix{{Message: "Move it out of the headers", Edits: []authflow.Edit{
			{At: a.Inside, Text: " " + name + ": " + value + ","}, {At: m.Cut},
		}}}
	}
	return f
}

// header judges a header that stands beside headers, among the options.
func header(y *authflow.Layout, a authflow.Operand, m authflow.Property) *rule.Finding {
	if !strings.EqualFold(m.Name, "Authorization") || m.Form == authflow.FunctionForm {
		return nil
	}
	f := &rule.Finding{
		At:      m.At,
		Message: fmt.Sprintf("`%s` stands among the options of `%s`, which knows no such option, so the header is not sent", m.Name, y.Call),
		Help:    "write it inside `headers`",
	}
	if authflow.Find(a.Members, "headers") == nil && a.Closed {
		before, after := m.At, m.At
		before.End, after.Start = before.Start, after.End
		f.Fixes = []rule.Fix{{Message: "Put it inside headers", Edits: []authflow.Edit{{At: before, Text: "headers: { "}, {At: after, Text: " }"}}}}
	}
	return f
}

// foreign judges the option of the other client, and a value that fetch
// refuses.
func foreign(y *authflow.Layout, a authflow.Operand, m authflow.Property) *rule.Finding {
	name, value := option(y.Library)
	f := &rule.Finding{At: m.At, Help: fmt.Sprintf("write `%s: %s`", name, value)}
	switch {
	case y.Library == "fetch" && m.Name == "credentials" && m.Form == authflow.TruthForm:
		f.Message = fmt.Sprintf("`credentials: %s` is none of 'include', 'same-origin' and 'omit', so `%s` throws a TypeError", m.Constant, y.Call)
		if m.Constant == "false" {
			name, value, f.Help = "credentials", "'omit'", "write `credentials: 'omit'`"
		}
	case y.Browser == authflow.No || authflow.Find(a.Members, name) != nil || m.Constant == "false":
		return nil
	case y.Library == "fetch" && m.Name == "withCredentials":
		f.Message = "`withCredentials` is an option of axios and XMLHttpRequest; fetch ignores it and sends no cookies to another origin"
	case y.Library == "jQuery" && m.Name == "withCredentials" && authflow.Find(a.Members, "beforeSend") == nil:
		f.Message = "`withCredentials` stands outside `xhrFields`, where jQuery does not look for it, so no cookies go to another origin"
	case y.Library == "axios" && m.Name == "credentials" && m.Constant == "include" && y.Credentials == authflow.No && !byFetch(a):
		f.Message = "`credentials` is an option of fetch; axios ignores it and sends no cookies to another origin"
	default:
		return nil
	}
	f.Fixes = []rule.Fix{{Message: fmt.Sprintf("Write %s: %s", name, value), Edits: []authflow.Edit{{At: m.At, Text: name + ": " + value}}}}
	return f
}

// byFetch: an adapter of its own may read any option.
func byFetch(a authflow.Operand) bool {
	return authflow.Find(a.Members, "adapter") != nil || authflow.Find(a.Members, "fetchOptions") != nil
}
