package lint

import (
	"slices"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/suppress"
)

// A Selection says which rules run and how much their findings weigh. Rules are
// named by their IDs; suppress.RuleID is the one that is not in the catalogue.
type Selection struct {
	Preset string // rule.Recommended, also if empty, or rule.Strict
	// Only leaves just these rules, whatever the preset; empty means all.
	Only []string
	// Severity sets the weight of all findings of a rule. It also turns the rule
	// on, or off.
	Severity map[string]rule.Severity
}

func (s *Selection) strict() bool { return s.Preset == rule.Strict }

func (s *Selection) enabled(r *rule.Rule) bool {
	if !s.enabledID(r.ID) {
		return false
	}
	_, set := s.Severity[r.ID]
	return set || len(s.Only) > 0 || s.strict() || r.Doc().Preset != rule.Strict
}

// enabledID reports whether a rule is neither turned off nor left out.
func (s *Selection) enabledID(id string) bool {
	if severity, set := s.Severity[id]; set && severity == rule.Off {
		return false
	}
	return len(s.Only) == 0 || slices.Contains(s.Only, id)
}

// weigh returns the severity of a finding.
func (s *Selection) weigh(f *rule.Finding) rule.Severity {
	if severity, set := s.Severity[f.Rule]; set {
		return severity
	}
	return f.Severity
}

// ran returns what a suppress.Set asks: whether a rule ran.
func ran(rules []*rule.Rule) func(name string) bool {
	return func(name string) bool {
		return slices.ContainsFunc(rules, func(r *rule.Rule) bool { return suppress.SameRule(name, r.ID) })
	}
}
