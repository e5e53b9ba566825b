// Package duplicatescheme flags a scheme that is put before a value which has it
// already: Bearer Bearer.
package duplicatescheme

import (
	_ "embed"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is duplicate-scheme.
var Rule = &rule.Rule{ID: "duplicate-scheme", Page: page, Run: run}

func run(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, w := range p.Facts.Headers {
		if !w.IsAuthorization() || w.TestsScheme || seen[w.ValueAt] {
			continue
		}
		fault, related, ok := judge(p.Facts, w)
		if !ok {
			continue
		}
		seen[w.ValueAt] = true
		f := rule.Finding{At: w.ValueAt, Message: fault.Message(), Help: fault.Help(), Related: related}
		if len(w.TakeScheme) > 0 {
			f.Fixes = []rule.Fix{{Message: "Leave out the scheme here", Edits: w.TakeScheme}}
		}
		p.Report(f)
	}
}

func judge(facts *authflow.Facts, w *authflow.HeaderWrite) (credential.Fault, []rule.Related, bool) {
	schemes := facts.Evidence.Declared.Schemes
	for _, v := range w.Values {
		if fault, ok := schemes.Duplicate(v); ok {
			return fault, nil, true
		}
		if stored, related := stored(facts, v); len(stored) > 0 {
			// What is sent is the scheme and then what was stored with its own.
			if fault, ok := schemes.Duplicate(credential.Join(before(v), stored)); ok {
				return fault, related, true
			}
		}
	}
	return credential.Fault{}, nil, false
}

// before is what stands before the first hole of a value.
func before(v credential.Shape) credential.Shape {
	for i, p := range v {
		if p.Hole != nil {
			return v[:i]
		}
	}
	return v
}

// stored returns what the token of a value is stored as, where every write of
// its key puts a scheme before it.
func stored(facts *authflow.Facts, v credential.Shape) (shape credential.Shape, related []rule.Related) {
	rest := v[len(before(v)):]
	hole := rest.Sole()
	if hole == nil || hole.Origin != credential.Storage || hole.Key == "" {
		return nil, nil
	}
	for _, s := range facts.Storage {
		if s.Op != authflow.Write || s.Key != "" && s.Key != hole.Key {
			continue
		}
		if s.Key == "" {
			return nil, nil // it may write this key
		}
		for _, value := range s.Value {
			if len(value) == 0 {
				continue // it is cleared
			}
			scheme, ok := facts.Evidence.Declared.Schemes.Schemed(value)
			if !ok {
				return nil, nil
			}
			shape = value
			related = []rule.Related{{At: s.At, Message: "it is stored with `" + strings.TrimSpace(scheme) + "` here"}}
		}
	}
	return shape, related
}
