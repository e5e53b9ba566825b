// Package nullishtoken flags a value that is null or undefined when nobody is
// logged in and is put into the header all the same: Bearer null.
package nullishtoken

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is nullish-token.
var Rule = &rule.Rule{ID: "nullish-token", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, w := range p.Facts.Headers {
		if !strings.EqualFold(w.Name, "Authorization") || seen[w.At] || logsOut(p.Facts, w) {
			continue
		}
		if f, ok := judge(p.Facts.Evidence.Declared.Schemes, w); ok {
			seen[w.At] = true
			p.Report(f)
		}
	}
	for _, a := range p.Facts.Storage {
		if q := a.Unasked; q != nil && a.Encoding != authflow.JSON && !a.Test && !seen[q.At] {
			seen[q.At] = true // one look is missing, whatever is stored
			p.Report(stored(a))
		}
	}
}

// stored: fetch resolves when a login is refused, and the text "undefined" is
// stored, which counts as a token ever after.
func stored(a *authflow.StorageAccess) rule.Finding {
	return rule.Finding{
		At:      a.At,
		Message: fmt.Sprintf("`%s` is stored without a look at the answer: where the %s is refused there is no token, and the text `undefined` is stored for one", a.Token(), a.Unasked.Purpose),
		Help:    "look first: `if (!response.ok) throw …`",
		Related: []rule.Related{{At: a.Unasked.At, Message: "fetch resolves here even when the server answers 401"}},
	}
}

// logsOut: whoever logs out is logged in.
func logsOut(facts *authflow.Facts, w *authflow.HeaderWrite) bool {
	return w.Call.Valid() && slices.ContainsFunc(facts.Requests, func(q *authflow.Request) bool {
		return q.At == w.Call && q.Purpose == authflow.Logout
	})
}

func judge(schemes credential.Schemes, w *authflow.HeaderWrite) (rule.Finding, bool) {
	for _, v := range w.Values {
		hole, nullish := schemes.Nullish(v)
		if !nullish {
			continue
		}
		text := hole.NullText()
		f := rule.Finding{
			At:      w.ValueAt,
			Message: fmt.Sprintf("`%s` is %s when nobody is logged in, and `%s %s` is sent", hole.Name, text, credential.SchemeOf(v), text),
			Help:    "send the header only where there is a token",
		}
		if len(w.SkipNull) > 0 {
			f.Fixes = []rule.Fix{{Message: "Leave the header out where there is no token", Edits: w.SkipNull}}
		}
		return f, true
	}
	f := rule.Finding{
		At:   w.ValueAt,
		Help: "leave the property out where there is no token: `...(token && { Authorization: … })`",
	}
	switch w.NullFate() {
	case authflow.NullText:
		f.Message = fmt.Sprintf("the value is %s when nobody is logged in, which %s sends as the text `%s`", w.Null, w.Sender, w.Null)
	case authflow.NullThrows:
		f.Message = fmt.Sprintf("the value is %s when nobody is logged in, at which %s throws and sends nothing", w.Null, w.Sender)
	default:
		return rule.Finding{}, false
	}
	return f, true
}
