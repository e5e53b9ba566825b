// Package headertypo flags credentials under a name that is not that of the
// header, and look-ups of the header under a name that it is never kept by.
package headertypo

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

// Rule is header-typo.
var Rule = &rule.Rule{ID: "header-typo", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	report := func(f *rule.Finding) {
		if f != nil && !seen[f.At] { // one object, or one helper, may serve several calls
			seen[f.At] = true
			p.Report(*f)
		}
	}
	for _, w := range p.Facts.Headers {
		report(written(p.Facts, w))
	}
	for _, y := range p.Facts.Layouts {
		for _, a := range y.Arguments {
			report(option(y, a))
		}
	}
	for _, r := range p.Facts.HeaderReads {
		report(looked(p.Facts, r))
	}
}

// ownNames are hosts that document Authentication.
var ownNames = []string{"tiendanube.com", "nuvemshop.com.br"}

// written judges the name of a header that is sent.
func written(facts *authflow.Facts, w *authflow.HeaderWrite) *rule.Finding {
	for _, v := range w.Values {
		kind, mistaken := facts.Evidence.Declared.Schemes.MistakenName(w.Name, v)
		if !mistaken || read(facts, w.Name) {
			continue
		}
		f := &rule.Finding{At: w.NameAt, Help: "call the header `Authorization`"}
		if !f.At.Valid() {
			f.At = w.At
		}
		rename := authflow.Edit{At: w.NameAt, Text: "Authorization"}
		switch kind {
		case credential.PunctuatedHeader:
			f.Message = fmt.Sprintf("`%s` has a colon in it, which no header's name may have, so the request fails before it is sent", w.Name)
		case credential.MisspeltHeader:
			if w.Via.Valid() && !w.NameAt.Valid() {
				return nil // judged where the name is written
			}
			f.Message = fmt.Sprintf("`%s` is not how the header is spelled, so the server finds no credentials and answers 401", w.Name)
		default:
			if w.Accompanied || ownName(w.Origin) {
				return nil
			}
			f.Message = fmt.Sprintf("the credentials are sent in `%s`, where no server looks for them; it answers 401", w.Name)
		}
		if w.NameAt.Valid() && (kind != credential.SchemeHeader || credential.HasScheme(v)) {
			f.Fixes = []rule.Fix{{Message: "Call the header Authorization", Edits: []authflow.Edit{rename}}}
		} else if w.NameAt.Valid() && len(w.PutScheme) > 0 {
			f.Fixes = []rule.Fix{{Message: "Send it as Authorization: Bearer", Edits: append([]authflow.Edit{rename}, w.PutScheme...)}}
		}
		return f
	}
	return nil
}

func ownName(origin string) bool {
	return slices.ContainsFunc(ownNames, func(h string) bool { return strings.HasSuffix(origin, "//"+h) || strings.HasSuffix(origin, "."+h) })
}

// read reports whether a server of the project reads the header of that name.
func read(facts *authflow.Facts, name string) bool {
	return slices.ContainsFunc(facts.Evidence.NamesRead, func(n authflow.NameRead) bool { return strings.EqualFold(n.Name, name) })
}

// option judges header: { … } where the client knows headers.
func option(y *authflow.Layout, a authflow.Operand) *rule.Finding {
	if a.Role != authflow.ConfigRole || !slices.Contains([]string{"axios", "fetch", "HttpClient"}, y.Library) {
		return nil // a body may have such a field, and mini programs call it so
	}
	if authflow.Find(a.Members, "headers") != nil || authflow.Find(a.Members, "adapter") != nil {
		return nil
	}
	for _, m := range a.Members {
		if !strings.EqualFold(m.Name, "header") && !strings.EqualFold(m.Name, "headers") || m.Form == authflow.FunctionForm || m.Form == authflow.TruthForm {
			continue
		}
		f := &rule.Finding{
			At:      m.NameAt,
			Message: fmt.Sprintf("`%s` is no option of `%s`, which ignores it, so none of these headers is sent", m.Name, y.Call),
			Help:    "call the option `headers`",
			Fixes:   []rule.Fix{{Message: "Call the option headers", Edits: []authflow.Edit{{At: m.NameAt, Text: "headers"}}}},
		}
		if m.NameAt == m.At {
			f.Fixes[0].Edits[0].Text = "headers: " + m.Name
		}
		return f
	}
	return nil
}

// looked judges a look-up under a spelling that is never there.
func looked(facts *authflow.Facts, r *authflow.HeaderRead) *rule.Finding {
	f := &rule.Finding{
		At:      r.At,
		Message: fmt.Sprintf("Node keeps header names in lower case, so `%s` is always undefined", r.Spelled),
		Help:    fmt.Sprintf("look it up as `%s`", r.Key),
	}
	if facts.Language == authflow.Go {
		f.Message = fmt.Sprintf("`%s` is always nil: the keys of http.Header are canonical, and only its methods convert", r.Spelled)
		f.Help = fmt.Sprintf("use Get, or look it up as %q", r.Key)
	}
	if r.KeyAt.Valid() {
		f.Fixes = []rule.Fix{{Message: fmt.Sprintf("Look it up as %s", r.Key), Edits: []authflow.Edit{{At: r.KeyAt, Text: r.Key}}}}
	}
	return f
}
