// Package rule says what a rule is: its identity, its page and its judgement
// over auth facts. A rule knows neither syntax nor library nor language; the
// same Run judges the facts of a Go package and those of a TypeScript project.
package rule

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
)

// A Rule is one row of the catalogue.
type Rule struct {
	// ID is what users see everywhere, words joined by hyphens: "missing-bearer".
	ID string
	// Page is the rule's doc.md, the one source of its prose and metadata.
	Page string
	// Run judges facts and reports findings.
	Run func(*Pass)
}

// Name is the ID without hyphens, for places that take only identifiers (Go
// analyzers, vet flags).
func (r *Rule) Name() string { return strings.ReplaceAll(r.ID, "-", "") }

// A Pass is one run of one rule over one set of facts.
type Pass struct {
	Facts *authflow.Facts
	// Strict: the strict preset is on. A rule then also says what its evidence
	// is too light for in the recommended preset.
	Strict bool
	// Report hands out a finding. Its Rule need not be set.
	Report func(Finding)
}

// Severity is how much a finding weighs. The order is that of gravity.
type Severity uint8

const (
	Off     Severity = iota
	Advice           // works, but a reviewer would ask for better
	Warning          // will bite in a reachable situation
	Error            // breaks, or lets someone in
)

var severityNames = [...]string{"off", "advice", "warning", "error"}

func (s Severity) String() string { return severityNames[s] }

// ParseSeverity is the inverse of String.
func ParseSeverity(s string) (Severity, bool) {
	for i, n := range severityNames {
		if n == s {
			return Severity(i), true
		}
	}
	return Off, false
}

// A Finding is one mistake in the user's code.
type Finding struct {
	Rule     string   // the rule's ID; filled in by the driver
	Severity Severity // Off, the zero value, stands for that of the rule's page
	At       source.Span
	// Message names the thing in the user's own code, then the consequence:
	// lower case, no full stop. Help says what to do.
	Message string
	Help    string
	Related []Related
	Fixes   []Fix
	// Fingerprint is a name that stays when lines move; filled in by the driver.
	Fingerprint string
}

// Related is a place that explains a finding: its evidence, or the other half
// of a mismatch.
type Related struct {
	At      source.Span
	Message string
}

// A Fix is one way to mend a finding. Several fixes of a finding are
// alternatives.
type Fix struct {
	Message string // a verb phrase: "Put one space after Bearer"
	// Safe fixes may be applied unasked: they cannot make working code fail.
	Safe  bool
	Edits []authflow.Edit
}
