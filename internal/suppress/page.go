package suppress

import (
	_ "embed"

	"github.com/authlint/authlint/internal/rule"
)

//go:embed suppression.md
var page string

// Rule is what there is to explain about directives. It is not in the catalogue:
// it judges directives, not facts, and so has no Run.
var Rule = &rule.Rule{ID: RuleID, Page: page}
