package report

import (
	"encoding/json"
	"io"

	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// The JSON output, version 1, is described by docs/output.schema.json. Members
// are only ever added within a version.

type jsonOutput struct {
	Version  int           `json:"version"`
	Tool     jsonTool      `json:"tool"`
	Findings []jsonFinding `json:"findings"`
	Problems []jsonProblem `json:"problems"`
	Summary  jsonSummary   `json:"summary"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonFinding struct {
	Rule        string        `json:"rule"`
	Severity    string        `json:"severity"`
	Message     string        `json:"message"`
	Help        string        `json:"help"`
	File        string        `json:"file"`
	Start       jsonPosition  `json:"start"`
	End         jsonPosition  `json:"end"`
	Related     []jsonRelated `json:"related"`
	Fixes       []jsonFix     `json:"fixes"`
	URL         string        `json:"url"`
	Fingerprint string        `json:"fingerprint"`
}

type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

type jsonRelated struct {
	File    string       `json:"file"`
	Start   jsonPosition `json:"start"`
	End     jsonPosition `json:"end"`
	Message string       `json:"message"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Safe    bool       `json:"safe"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	File  string       `json:"file"`
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
	Text  string       `json:"text"`
}

type jsonProblem struct {
	Kind    string `json:"kind"`
	File    string `json:"file"`
	Message string `json:"message"`
}

type jsonSummary struct {
	Files      jsonFiles `json:"files"`
	Errors     int       `json:"errors"`
	Warnings   int       `json:"warnings"`
	Advice     int       `json:"advice"`
	Suppressed int       `json:"suppressed"`
	Baselined  int       `json:"baselined"`
	Fixed      int       `json:"fixed"`
	DurationMS int64     `json:"duration_ms"`
}

type jsonFiles struct {
	Go      int `json:"go"`
	TS      int `json:"ts"`
	Parsed  int `json:"parsed"`
	Skipped int `json:"skipped"`
}

// JSON writes the run as one JSON object.
func (r *Run) JSON(w io.Writer) error {
	t := r.texts()
	errors, warnings, advice := r.count()
	out := jsonOutput{
		Version:  1,
		Tool:     jsonTool{"authlint", r.Version},
		Findings: []jsonFinding{},
		Problems: []jsonProblem{},
		Summary: jsonSummary{
			Files:  jsonFiles{r.Files.Go, r.Files.TypeScript, r.Files.Parsed, r.Files.Skipped},
			Errors: errors, Warnings: warnings, Advice: advice,
			Suppressed: r.Suppressed, Baselined: r.Baselined + r.KnownBefore, Fixed: r.Fixed, DurationMS: r.Duration.Milliseconds(),
		},
	}
	fingerprints := r.fingerprints(t)
	for i := range r.Findings {
		f := r.jsonFinding(t, &r.Findings[i])
		f.Fingerprint = fingerprints[i]
		out.Findings = append(out.Findings, f)
	}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, jsonProblem{string(p.Kind), r.Relative(p.File), p.Message})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func (r *Run) jsonFinding(t texts, f *rule.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Severity: f.Severity.String(), Message: f.Message, Help: f.Help, File: r.Relative(f.At.File),
		Related: []jsonRelated{}, Fixes: []jsonFix{},
	}
	out.Start, out.End = positions(t, f.At)
	if known, ok := knownRule(f.Rule); ok {
		out.URL = known.URL()
	}
	for _, related := range f.Related {
		start, end := positions(t, related.At)
		out.Related = append(out.Related, jsonRelated{r.Relative(related.At.File), start, end, related.Message})
	}
	for _, fix := range f.Fixes {
		x := jsonFix{fix.Message, fix.Safe, []jsonEdit{}}
		for _, e := range fix.Edits {
			start, end := positions(t, e.At)
			x.Edits = append(x.Edits, jsonEdit{r.Relative(e.At.File), start, end, e.Text})
		}
		out.Fixes = append(out.Fixes, x)
	}
	return out
}

func positions(t texts, at source.Span) (start, end jsonPosition) {
	x := t.of(at.File)
	return jsonPosition(x.position(at.Start)), jsonPosition(x.position(at.End))
}
