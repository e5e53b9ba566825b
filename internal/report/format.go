package report

import (
	"io"
	"slices"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/rules"
)

// A Format is one way to write a run.
type Format struct {
	Name  string
	Write func(r *Run, w io.Writer, o TextOptions) error
	// Problems: the output says what could not be analysed, too.
	Problems bool
}

// Formats are all of them, the default first.
var Formats = []Format{
	{Name: "text", Write: (*Run).Text},
	{Name: "json", Write: plain((*Run).JSON), Problems: true},
	{Name: "sarif", Write: plain((*Run).SARIF), Problems: true},
	{Name: "github", Write: plain((*Run).GitHub)},
	{Name: "gitlab", Write: plain((*Run).GitLab)},
	{Name: "checkstyle", Write: plain((*Run).Checkstyle)},
	{Name: "junit", Write: plain((*Run).JUnit)},
	{Name: "rdjson", Write: plain((*Run).RDJSON)},
	{Name: "html", Write: plain((*Run).HTML), Problems: true},
}

// FormatNamed returns the format of that name.
func FormatNamed(name string) (Format, bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}

func plain(write func(*Run, io.Writer) error) func(*Run, io.Writer, TextOptions) error {
	return func(r *Run, w io.Writer, _ TextOptions) error { return write(r, w) }
}

// knownRule is the rule of a finding. That of the remarks about suppressions is
// not in the catalogue.
func knownRule(id string) (*rule.Rule, bool) {
	if id == suppress.RuleID {
		return suppress.Rule, true
	}
	return rules.Lookup(id)
}

// advised is the message of a finding with what to do about it.
func advised(f *rule.Finding) string {
	if f.Help == "" {
		return f.Message
	}
	return f.Message + "; " + f.Help
}

// bySeverity chooses what a format calls a severity.
func bySeverity(s rule.Severity, err, warning, advice string) string {
	switch s {
	case rule.Error:
		return err
	case rule.Warning:
		return warning
	}
	return advice
}
