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
	// Settings set weights where Severity does not; of several, the last counts.
	Settings []Setting
}

// A Setting gives rules another weight, in all files or in some.
type Setting struct {
	Files    func(file string) bool // nil means all
	Severity map[string]rule.Severity
}

func (s *Selection) strict() bool { return s.Preset == rule.Strict }

// enabled reports whether a rule has to run: it may be asked for in some files
// alone.
func (s *Selection) enabled(r *rule.Rule) bool {
	if !s.enabledID(r.ID) {
		return false
	}
	if _, set := s.Severity[r.ID]; set {
		return true
	}
	on := s.byDefault(r)
	for _, set := range s.Settings {
		switch severity, ok := set.Severity[r.ID]; {
		case ok && severity != rule.Off:
			on = true
		case ok && set.Files == nil:
			on = false
		}
	}
	return on
}

// byDefault reports whether a rule runs where nothing sets its weight.
func (s *Selection) byDefault(r *rule.Rule) bool {
	return len(s.Only) > 0 || s.strict() || r.Doc().Preset != rule.Strict
}

// enabledID reports whether a rule is neither turned off by name nor left out.
func (s *Selection) enabledID(id string) bool {
	if severity, set := s.Severity[id]; set && severity == rule.Off {
		return false
	}
	return len(s.Only) == 0 || slices.Contains(s.Only, id)
}

// weigh returns the severity of a finding, Off where it is not asked for. The
// rule is nil for what is no rule of the catalogue.
func (s *Selection) weigh(f *rule.Finding, r *rule.Rule) rule.Severity {
	if severity, set := s.Severity[f.Rule]; set {
		return severity
	}
	for _, set := range slices.Backward(s.Settings) {
		if severity, ok := set.Severity[f.Rule]; ok && (set.Files == nil || set.Files(f.At.File)) {
			return severity
		}
	}
	if r != nil && !s.byDefault(r) {
		return rule.Off // it runs for other files
	}
	return f.Severity
}

// ran returns what a suppress.Set asks: whether a rule ran.
func ran(rules []*rule.Rule) func(name string) bool {
	return func(name string) bool {
		return slices.ContainsFunc(rules, func(r *rule.Rule) bool { return suppress.SameRule(name, r.ID) })
	}
}
