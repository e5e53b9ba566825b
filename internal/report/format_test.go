package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// awkwardRun has what a format must escape or count: other alphabets before the
// finding, a file name with blanks and colons, quotes and line ends in the words.
func awkwardRun(t *testing.T) *Run {
	r, span := newRun(t, map[string]string{"web/a b:c.ts": "x\n'é😀', send(<token>)\n"})
	at := span("web/a b:c.ts", "<token>")
	r.Findings = []rule.Finding{
		{
			Rule: "missing-bearer", Severity: rule.Error, At: at, Message: "50% of \"a\",\nb: <c>", Help: "put & it",
			Related: []rule.Related{{At: at, Message: "here"}},
			Fixes:   []rule.Fix{{Message: "Put it", Edits: []authflow.Edit{{At: at, Text: "`x`"}}}},
		},
		{Rule: "suppression", Severity: rule.Advice, At: at, Message: "m"},
	}
	r.Problems = []source.Problem{{Kind: source.Load, Message: "m"}, {Kind: source.Parse, File: at.File, Message: "m"}}
	return r
}

func write(t *testing.T, r *Run, format string) string {
	t.Helper()
	f, ok := FormatNamed(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	var b bytes.Buffer
	if err := f.Write(r, &b, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGitHub(t *testing.T) {
	// Columns count bytes: é has two of them, 😀 four.
	want := "::error file=web/a b%3Ac.ts,line=2,endLine=2,col=16,endColumn=23,title=authlint missing-bearer::" +
		"web/a b:c.ts:2:16: 50%25 of \"a\",%0Ab: <c>; put & it [missing-bearer]\n" +
		"::notice file=web/a b%3Ac.ts,line=2,endLine=2,col=16,endColumn=23,title=authlint suppression::web/a b:c.ts:2:16: m [suppression]\n"
	if got := write(t, awkwardRun(t), "github"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSARIF(t *testing.T) {
	empty, _ := newRun(t, nil)
	for name, r := range map[string]*Run{"awkward": awkwardRun(t), "full": fullRun(t), "empty": empty} {
		out, err := sarif.FromString(write(t, r, "sarif"))
		if err != nil {
			t.Fatal(err)
		}
		if err := out.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	out, err := sarif.FromString(write(t, awkwardRun(t), "sarif"))
	if err != nil {
		t.Fatal(err)
	}
	run := out.Runs[0]
	first := run.Results[0]
	where := first.Locations[0].PhysicalLocation
	if got := *where.ArtifactLocation.URI; got != "web/a%20b:c.ts" {
		t.Errorf("uri %q", got)
	}
	// é is one UTF-16 code unit, 😀 two.
	if got := *where.Region.StartColumn; got != 13 {
		t.Errorf("column %d, want 13", got)
	}
	if got := *run.Tool.Driver.Rules[first.RuleIndex].ID; got != *first.RuleID {
		t.Errorf("the rule of index %d is %s", first.RuleIndex, got)
	}
	if rule := run.Tool.Driver.Rules[0]; !strings.Contains(*rule.Help.Markdown, "## Example") || *rule.ShortDescription.Text == "" {
		t.Error("a rule has no help")
	}
	if len(first.Fixes) != 1 || len(first.RelatedLocations) != 1 || first.PartialFingerprints["authlint/v1"] == "" {
		t.Errorf("incomplete: %+v", first)
	}
	if fix := first.Fixes[0].ArtifactChanges[0].Replacements[0]; *fix.DeletedRegion.StartColumn != 13 || *fix.DeletedRegion.EndColumn != 20 || *fix.InsertedContent.Text != "`x`" {
		t.Errorf("the fix replaces %+v by %+v", fix.DeletedRegion, fix.InsertedContent)
	}
	if got := *first.RelatedLocations[0].PhysicalLocation.Region.StartColumn; got != 13 {
		t.Errorf("the related place is in column %d, want 13", got)
	}
	if got := len(run.Invocations[0].ToolExecutionNotifications); got != 2 {
		t.Errorf("%d problems, want 2", got)
	}
}

func TestGitLab(t *testing.T) {
	var got []gitlabIssue
	if err := json.Unmarshal([]byte(write(t, awkwardRun(t), "gitlab")), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Severity != "major" || got[1].Severity != "info" || got[0].Location.Path != "web/a b:c.ts" ||
		got[0].Location.Lines.Begin != 2 || got[0].Fingerprint == got[1].Fingerprint {
		t.Errorf("%+v", got)
	}
	empty, _ := newRun(t, nil)
	if got := write(t, empty, "gitlab"); got != "[]\n" {
		t.Errorf("an empty report is %q", got)
	}
}

func TestRDJSON(t *testing.T) {
	var got rdResult
	if err := json.Unmarshal([]byte(write(t, awkwardRun(t), "rdjson")), &got); err != nil {
		t.Fatal(err)
	}
	d := got.Diagnostics[0]
	if d.Severity != "ERROR" || d.Location.Range.Start != (rdPosition{2, 16}) || d.Suggestions[0].Text != "`x`" ||
		len(d.Related) != 1 || !strings.HasPrefix(d.Code.URL, "https://") {
		t.Errorf("%+v", d)
	}
}

func TestCheckstyle(t *testing.T) {
	want := `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="web/a b:c.ts">
    <error line="2" column="16" severity="error" message="50% of &#34;a&#34;,&#xA;b: &lt;c&gt;; put &amp; it" source="authlint.missing-bearer"></error>
    <error line="2" column="16" severity="info" message="m" source="authlint.suppression"></error>
  </file>
</checkstyle>
`
	if got := write(t, awkwardRun(t), "checkstyle"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestJUnit(t *testing.T) {
	type report struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Cases    []struct {
			Name    string `xml:"name,attr"`
			Failure *struct {
				Type string `xml:"type,attr"`
				Text string `xml:",chardata"`
			} `xml:"failure"`
		} `xml:"testsuite>testcase"`
	}
	read := func(r *Run) (got report) {
		if err := xml.Unmarshal([]byte(write(t, r, "junit")), &got); err != nil {
			t.Fatal(err)
		}
		return got
	}
	got := read(awkwardRun(t))
	if got.Tests != 2 || got.Failures != 2 || got.Cases[0].Name != "missing-bearer at web/a b:c.ts:2:16" ||
		got.Cases[0].Failure.Type != "error" || !strings.Contains(got.Cases[0].Failure.Text, "put & it") {
		t.Errorf("%+v", got)
	}
	empty, _ := newRun(t, nil)
	if got := read(empty); got.Tests != 1 || got.Failures != 0 || len(got.Cases) != 1 || got.Cases[0].Failure != nil {
		t.Errorf("a run without findings: %+v", got)
	}
}
