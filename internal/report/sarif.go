package report

import (
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf16"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

const homepage = "https://github.com/authlint/authlint"

// SARIF writes the run in the Static Analysis Results Interchange Format, version
// 2.1.0 (OASIS). Paths are relative to the working directory, which the log calls
// %SRCROOT%; columns count UTF-16 code units (section 3.14.17).
func (r *Run) SARIF(w io.Writer) error {
	s := &sarifWriter{Run: r, texts: r.texts(), run: sarif.NewRunWithInformationURI("authlint", homepage), rules: map[string]int{}}
	s.run.WithColumnKind("utf16CodeUnits")
	s.run.Tool.Driver.WithVersion(r.Version)
	fingerprints := r.fingerprints(s.texts)
	for i := range r.Findings {
		s.run.AddResult(s.result(&r.Findings[i], fingerprints[i]))
	}
	s.run.AddInvocation(s.invocation())
	report := sarif.NewReport()
	report.AddRun(s.run)
	return report.PrettyWrite(w)
}

type sarifWriter struct {
	*Run
	texts texts
	run   *sarif.Run
	rules map[string]int // the index of a rule among those of the tool
}

func (s *sarifWriter) result(f *rule.Finding, fingerprint string) *sarif.Result {
	out := sarif.NewRuleResult(f.Rule).WithRuleIndex(s.rule(f.Rule)).WithLevel(bySeverity(f.Severity, "error", "warning", "note")).
		WithMessage(sarif.NewTextMessage(advised(f))).AddLocation(s.location(f.At)).
		WithPartialFingerprints(map[string]string{"authlint/v1": fingerprint})
	for i, related := range f.Related {
		if related.At.Valid() {
			out.AddRelatedLocation(s.location(related.At).WithID(i + 1).WithMessage(sarif.NewTextMessage(related.Message)))
		}
	}
	for _, fix := range f.Fixes {
		out.AddFixe(s.fix(fix))
	}
	return out
}

// rule describes a rule once and returns its index.
func (s *sarifWriter) rule(id string) int {
	if i, ok := s.rules[id]; ok {
		return i
	}
	s.rules[id] = len(s.rules)
	d := s.run.AddRule(id)
	known, ok := knownRule(id)
	if !ok {
		return s.rules[id]
	}
	doc := known.Doc()
	text := func(s string) *sarif.MultiformatMessageString { return sarif.NewMultiformatMessageString().WithText(s) }
	tags := []string{"security", "authentication"}
	for _, cwe := range doc.CWE {
		tags = append(tags, fmt.Sprintf("external/cwe/cwe-%03d", cwe))
	}
	d.WithName(known.Name()).WithShortDescription(text(doc.Title)).WithFullDescription(text(doc.Summary)).
		WithHelp(text(doc.Body).WithMarkdown(doc.Body)).WithHelpURI(known.URL()).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(bySeverity(doc.Severity, "error", "warning", "note"))).
		WithProperties(&sarif.PropertyBag{Tags: tags})
	return s.rules[id]
}

func (s *sarifWriter) fix(fix rule.Fix) *sarif.Fix {
	out := sarif.NewFix().WithDescription(sarif.NewTextMessage(fix.Message))
	changes := map[string]*sarif.ArtifactChange{}
	for _, e := range fix.Edits {
		change := changes[e.At.File]
		if change == nil {
			change = sarif.NewArtifactChange().WithArtifactLocation(s.artifact(e.At.File))
			changes[e.At.File] = change
			out.AddArtifactChange(change)
		}
		change.AddReplacement(s.replacement(e))
	}
	return out
}

func (s *sarifWriter) replacement(e authflow.Edit) *sarif.Replacement {
	return sarif.NewReplacement().WithDeletedRegion(s.region(e.At)).WithInsertedContent(sarif.NewArtifactContent().WithText(e.Text))
}

// invocation says what could not be analysed.
func (s *sarifWriter) invocation() *sarif.Invocation {
	out := sarif.NewInvocation().WithExecutionSuccessful(!s.Blind)
	for _, p := range s.Problems {
		n := sarif.NewNotification().WithLevel("warning").WithMessage(sarif.NewTextMessage(p.Message))
		if p.File != "" {
			n.AddLocation(sarif.NewLocation().WithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(s.artifact(p.File))))
		}
		out.AddToolExecutionNotification(n)
	}
	return out
}

func (s *sarifWriter) location(at source.Span) *sarif.Location {
	return sarif.NewLocation().WithPhysicalLocation(
		sarif.NewPhysicalLocation().WithArtifactLocation(s.artifact(at.File)).WithRegion(s.region(at)))
}

func (s *sarifWriter) artifact(path string) *sarif.ArtifactLocation {
	uri := (&url.URL{Path: s.Relative(path)}).EscapedPath()
	return sarif.NewArtifactLocation().WithURI(uri).WithURIBaseID("%SRCROOT%")
}

func (s *sarifWriter) region(at source.Span) *sarif.Region {
	t := s.texts.of(at.File)
	start, end := t.position(at.Start), t.position(at.End)
	return sarif.NewRegion().WithStartLine(start.Line).WithStartColumn(t.column16(start)).
		WithEndLine(end.Line).WithEndColumn(t.column16(end))
}

// column16 is the column of a position in UTF-16 code units, counted from 1.
func (t *text) column16(p source.Position) int {
	before := t.src[p.Offset-p.Column+1 : p.Offset]
	if strings.IndexFunc(before, func(r rune) bool { return r > 0x7f }) < 0 {
		return p.Column
	}
	return len(utf16.Encode([]rune(before))) + 1
}
