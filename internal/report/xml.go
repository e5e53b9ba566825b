package report

import (
	"encoding/xml"
	"fmt"
	"io"

	"github.com/authlint/authlint/internal/rule"
)

// Checkstyle writes the XML of checkstyle.org, which many CI servers read.
func (r *Run) Checkstyle(w io.Writer) error {
	type item struct {
		Line     int    `xml:"line,attr"`
		Column   int    `xml:"column,attr"`
		Severity string `xml:"severity,attr"`
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
	type file struct {
		Name  string `xml:"name,attr"`
		Items []item `xml:"error"`
	}
	out := struct {
		XMLName xml.Name `xml:"checkstyle"`
		Version string   `xml:"version,attr"`
		Files   []file   `xml:"file"`
	}{Version: "4.3"}
	t := r.texts()
	for _, group := range r.byFile() {
		f := file{Name: r.Relative(group[0].At.File)}
		for i := range group {
			start, _ := positions(t, group[i].At)
			f.Items = append(f.Items, item{start.Line, start.Column, bySeverity(group[i].Severity, "error", "warning", "info"),
				advised(&group[i]), "authlint." + group[i].Rule})
		}
		out.Files = append(out.Files, f)
	}
	return encodeXML(w, out)
}

// JUnit writes a test report: each finding is a test that failed, and a run that
// found nothing one that passed.
func (r *Run) JUnit(w io.Writer) error {
	type failure struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
	type testcase struct {
		Name    string   `xml:"name,attr"`
		Class   string   `xml:"classname,attr"`
		File    string   `xml:"file,attr,omitempty"`
		Line    int      `xml:"line,attr,omitempty"`
		Failure *failure `xml:"failure"`
	}
	type suite struct {
		Name     string     `xml:"name,attr"`
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Cases    []testcase `xml:"testcase"`
	}
	out := struct {
		XMLName  xml.Name `xml:"testsuites"`
		Name     string   `xml:"name,attr"`
		Tests    int      `xml:"tests,attr"`
		Failures int      `xml:"failures,attr"`
		Suites   []suite  `xml:"testsuite"`
	}{Name: "authlint", Tests: max(1, len(r.Findings)), Failures: len(r.Findings)}
	t := r.texts()
	for _, group := range r.byFile() {
		name := r.Relative(group[0].At.File)
		s := suite{Name: name, Tests: len(group), Failures: len(group)}
		for i := range group {
			f := &group[i]
			start, _ := positions(t, f.At)
			place := fmt.Sprintf("%s:%d:%d", name, start.Line, start.Column)
			s.Cases = append(s.Cases, testcase{f.Rule + " at " + place, name, name, start.Line,
				&failure{f.Severity.String(), f.Message, place + ": " + advised(f)}})
		}
		out.Suites = append(out.Suites, s)
	}
	if len(out.Suites) == 0 {
		out.Suites = []suite{{Name: "authlint", Tests: 1, Cases: []testcase{{Name: "no findings", Class: "authlint"}}}}
	}
	return encodeXML(w, out)
}

// byFile splits the findings, which are sorted, by their file.
func (r *Run) byFile() (groups [][]rule.Finding) {
	start := 0
	for i := range r.Findings {
		if i+1 == len(r.Findings) || r.Findings[i+1].At.File != r.Findings[i].At.File {
			groups = append(groups, r.Findings[start:i+1])
			start = i + 1
		}
	}
	return groups
}

// encodeXML escapes what XML cannot hold: encoding/xml replaces control
// characters and invalid UTF-8.
func encodeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
