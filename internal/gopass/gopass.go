// Package gopass makes analyzers of rules: go vet, golangci-lint, nogo and
// every other driver of go/analysis run them over the auth facts that gohttp
// reads.
package gopass

import (
	"fmt"
	"go/token"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/internal/rule"
)

const home = "https://github.com/authlint/authlint/blob/main/rules/"

// New returns the analyzer of a rule. Its result is the []rule.Finding that it
// reported, with all that a diagnostic has no place for.
func New(r *rule.Rule) *analysis.Analyzer {
	doc := r.Doc()
	a := &analysis.Analyzer{
		Name:             r.Name(),
		Doc:              summary(r, doc),
		URL:              home + r.Name() + "/doc.md",
		Requires:         []*analysis.Analyzer{gohttp.Analyzer, Files},
		RunDespiteErrors: true,
		ResultType:       reflect.TypeFor[[]rule.Finding](),
	}
	strict := a.Flags.Bool("strict", false, "say also what the evidence is light for")
	tests := a.Flags.Bool("tests", false, "report findings in tests too")
	a.Run = func(pass *analysis.Pass) (any, error) {
		if doc.Preset == rule.Strict && !*strict {
			return []rule.Finding(nil), nil // the rule is of the other preset
		}
		facts := pass.ResultOf[gohttp.Analyzer].(*authflow.Facts)
		files := pass.ResultOf[Files].(FileSet)
		findings, err := Judge(r, seen(facts, *strict), *strict)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", pass.Pkg.Path(), err)
		}
		var out []rule.Finding
		for _, f := range findings {
			if files.Keeps(&f, *tests) {
				out = append(out, f)
				pass.Report(files.diagnostic(f))
			}
		}
		if all, err := Judge(r, facts, *strict); err == nil {
			for _, f := range all {
				files.Keeps(&f, *tests) // a comment that ignores it is of use
			}
		}
		return out, nil
	}
	return a
}

// summary is the text that drivers print for help: the title, then what the
// rule does.
func summary(r *rule.Rule, doc *rule.Doc) string {
	if doc.Summary == "" {
		return doc.Title
	}
	return doc.Title + "\n\n" + doc.Summary
}

// Judge runs a rule over facts. A rule that panics gives an error, not the end
// of the run.
func Judge(r *rule.Rule, facts *authflow.Facts, strict bool) (out []rule.Finding, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("rule %s: %w", r.ID, gohttp.PanicError(p))
		}
	}()
	r.Run(&rule.Pass{Facts: facts, Strict: strict, Report: func(f rule.Finding) {
		f.Rule = r.ID
		if f.Severity == rule.Off {
			f.Severity = r.Doc().Severity
		}
		out = append(out, f)
	}})
	return out, nil
}

// seen returns the facts without the writes that only a caller in another
// package can decide. A driver that runs one package after the other meets the
// callers later and judges the write there, but cannot take back what it said
// before.
func seen(facts *authflow.Facts, strict bool) *authflow.Facts {
	unseen := func(w *authflow.HeaderWrite) bool { return w.CallersUnseen }
	if strict || !slices.ContainsFunc(facts.Headers, unseen) {
		return facts
	}
	out := *facts
	out.Headers = slices.DeleteFunc(slices.Clone(facts.Headers), unseen)
	return &out
}

// diagnostic returns the finding in the words of go/analysis.
func (fs FileSet) diagnostic(f rule.Finding) analysis.Diagnostic {
	d := analysis.Diagnostic{
		Pos:      fs.pos(f.At.File, f.At.Start),
		End:      fs.pos(f.At.File, f.At.End),
		Category: f.Rule,
		Message:  f.Message,
	}
	for _, r := range f.Related {
		if pos := fs.pos(r.At.File, r.At.Start); pos.IsValid() {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: pos, End: fs.pos(r.At.File, r.At.End), Message: r.Message})
		}
	}
	for _, fix := range f.Fixes {
		if s, ok := fs.suggested(fix); ok {
			d.SuggestedFixes = append(d.SuggestedFixes, s)
		}
	}
	return d
}

func (fs FileSet) suggested(fix rule.Fix) (analysis.SuggestedFix, bool) {
	s := analysis.SuggestedFix{Message: fix.Message}
	for _, e := range fix.Edits {
		pos := fs.pos(e.At.File, e.At.Start)
		if !pos.IsValid() {
			return s, false // another package's file is not to be edited from here
		}
		s.TextEdits = append(s.TextEdits, analysis.TextEdit{Pos: pos, End: fs.pos(e.At.File, e.At.End), NewText: []byte(e.Text)})
	}
	return s, len(s.TextEdits) > 0
}

func (fs FileSet) pos(file string, offset int) token.Pos {
	f, ok := fs[file]
	if !ok || offset < 0 || offset > f.tokens.Size() {
		return token.NoPos
	}
	return f.tokens.Pos(offset)
}
