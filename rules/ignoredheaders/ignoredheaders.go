// Package ignoredheaders flags headers where the platform or the library drops
// them.
package ignoredheaders

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

// Rule is ignored-headers.
var Rule = &rule.Rule{ID: "ignored-headers", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, y := range p.Facts.Layouts {
		for _, a := range y.Arguments {
			f := judge(y, a)
			if f != nil && !seen[f.At] { // one object may serve several calls
				seen[f.At] = true
				p.Report(*f)
			}
		}
	}
}

func judge(y *authflow.Layout, a authflow.Operand) *rule.Finding {
	if a.Role != authflow.ConfigRole {
		return nil
	}
	headers := authflow.Find(a.Members, "headers")
	switch y.Library {
	case "EventSource", "WebSocket":
		return stream(y, a, headers)
	case "setContext":
		if m := authorization(a.Members); m != nil {
			return &rule.Finding{
				At:      m.At,
				Message: fmt.Sprintf("`%s` stands in the context beside `headers`, where no link looks for it, so it is not sent", m.Name),
				Help:    "return it inside headers: `{ headers: { ...headers, authorization } }`",
			}
		}
	case "ApolloClient":
		if headers != nil && authflow.Find(a.Members, "link") != nil {
			return &rule.Finding{
				At:      headers.At,
				Message: "`headers` has no effect on an ApolloClient that is given a `link`, so they are not sent",
				Help:    "give the headers to the link, or set them in setContext",
			}
		}
	case "axios", "fetch", "HttpClient":
		if headers == nil {
			return nil
		}
		if mode := authflow.Find(a.Members, "mode"); y.Library == "fetch" && mode != nil && mode.Constant == "no-cors" && y.Browser == authflow.Yes {
			if m := authorization(headers.Members); m != nil {
				return &rule.Finding{
					At:      m.At,
					Message: fmt.Sprintf("browsers drop `%s` from a request in the mode 'no-cors', so it goes out without credentials", m.Name),
					Help:    "leave the mode out; the server has to allow the origin and the header (CORS)",
				}
			}
		}
		if m := ofAnswers(headers.Members); m != nil && y.Browser != authflow.No {
			return &rule.Finding{
				Severity: rule.Warning,
				At:       m.At,
				Message:  fmt.Sprintf("`%s` is a header of answers; sent with a request it allows nothing, and makes the browser ask the server for leave to send it", m.Name),
				Help:     "leave it out: it is the server that has to send it",
			}
		}
	}
	return nil
}

// stream judges the options of the platform's EventSource and WebSocket, which
// send no headers.
func stream(y *authflow.Layout, a authflow.Operand, headers *authflow.Property) *rule.Finding {
	m := headers
	if m == nil {
		m = authorization(a.Members)
	}
	if m == nil || y.Browser == authflow.No || y.Library == "WebSocket" && y.Browser != authflow.Yes {
		return nil
	}
	help := "send a short-lived ticket in the URL or a cookie, or read the stream with fetch"
	if y.Library == "WebSocket" {
		help = "send a short-lived ticket in the URL or the first message, or a cookie"
	}
	return &rule.Finding{
		At:      m.At,
		Message: fmt.Sprintf("the %s of browsers takes no headers, so `%s` is not sent", y.Library, m.Name),
		Help:    help,
	}
}

func authorization(members []authflow.Property) *authflow.Property {
	return first(members, func(name string) bool { return strings.EqualFold(name, "Authorization") })
}

// ofAnswers finds a header that only answers have (Fetch, "CORS protocol").
func ofAnswers(members []authflow.Property) *authflow.Property {
	return first(members, func(name string) bool {
		name, ok := strings.CutPrefix(strings.ToLower(name), "access-control-")
		return ok && (strings.HasPrefix(name, "allow-") || strings.HasPrefix(name, "expose-"))
	})
}

func first(members []authflow.Property, is func(string) bool) *authflow.Property {
	i := slices.IndexFunc(members, func(m authflow.Property) bool { return is(m.Name) })
	if i < 0 {
		return nil
	}
	return &members[i]
}
