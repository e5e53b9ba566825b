package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// What the pages of code hosts read.

// GitHub writes workflow commands, which GitHub Actions turns into annotations.
// The log shows of a command only its message, so that has the place as well.
// docs.github.com/actions/reference/workflow-commands-for-github-actions
func (r *Run) GitHub(w io.Writer) error {
	t := r.texts()
	for i := range r.Findings {
		f := &r.Findings[i]
		start, end := positions(t, f.At)
		file := r.Relative(f.At.File)
		place := fmt.Sprintf("file=%s,line=%d,endLine=%d", property(file), start.Line, end.Line)
		if start.Line == end.Line { // columns are taken only within one line
			place += fmt.Sprintf(",col=%d,endColumn=%d", start.Column, end.Column)
		}
		_, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", bySeverity(f.Severity, "error", "warning", "notice"), place,
			property("authlint "+f.Rule), data(fmt.Sprintf("%s:%d:%d: %s [%s]", file, start.Line, start.Column, advised(f), f.Rule)))
		if err != nil {
			return err
		}
	}
	return nil
}

// data and property escape what would end a workflow command or a property of it.
func data(s string) string { return dataEscapes.Replace(s) }

func property(s string) string { return propertyEscapes.Replace(s) }

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
		End   int `json:"end"`
	} `json:"lines"`
}

// GitLab writes a Code Quality report, that of docs.gitlab.com/ci/testing/code_quality.
func (r *Run) GitLab(w io.Writer) error {
	t := r.texts()
	out := []gitlabIssue{}
	fingerprints := r.fingerprints(t)
	for i := range r.Findings {
		f := &r.Findings[i]
		start, end := positions(t, f.At)
		issue := gitlabIssue{
			Description: advised(f), CheckName: f.Rule, Fingerprint: fingerprints[i],
			Severity: bySeverity(f.Severity, "major", "minor", "info"),
		}
		issue.Location.Path = r.Relative(f.At.File)
		issue.Location.Lines.Begin, issue.Location.Lines.End = start.Line, end.Line
		out = append(out, issue)
	}
	return encode(w, out)
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// The diagnostic format of reviewdog, rdjson:
// github.com/reviewdog/reviewdog/tree/master/proto/rdf. Columns count bytes.
type (
	rdResult struct {
		Source      rdSource       `json:"source"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Code        rdCode         `json:"code"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
		Related     []rdRelated    `json:"relatedLocations,omitempty"`
	}
	rdLocation struct {
		Path  string  `json:"path"`
		Range rdRange `json:"range"`
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}
	rdCode struct {
		Value string `json:"value"`
		URL   string `json:"url,omitempty"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

// RDJSON writes diagnostics for reviewdog.
func (r *Run) RDJSON(w io.Writer) error {
	t := r.texts()
	out := rdResult{rdSource{"authlint", homepage}, []rdDiagnostic{}}
	for i := range r.Findings {
		f := r.jsonFinding(t, &r.Findings[i])
		d := rdDiagnostic{
			Message: advised(&r.Findings[i]), Location: rdLocation{f.File, rdRangeOf(f.Start, f.End)},
			Severity: bySeverity(r.Findings[i].Severity, "ERROR", "WARNING", "INFO"), Code: rdCode{f.Rule, f.URL},
		}
		for _, related := range f.Related {
			if related.File != "" {
				d.Related = append(d.Related, rdRelated{related.Message, rdLocation{related.File, rdRangeOf(related.Start, related.End)}})
			}
		}
		for _, fix := range f.Fixes {
			// A suggestion is one change of the file of its diagnostic.
			if len(fix.Edits) == 1 && fix.Edits[0].File == f.File {
				e := fix.Edits[0]
				d.Suggestions = append(d.Suggestions, rdSuggestion{rdRangeOf(e.Start, e.End), e.Text})
			}
		}
		out.Diagnostics = append(out.Diagnostics, d)
	}
	return encode(w, out)
}

func rdRangeOf(start, end jsonPosition) rdRange {
	return rdRange{rdPosition{start.Line, start.Column}, rdPosition{end.Line, end.Column}}
}
