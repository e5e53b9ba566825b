package rule

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

// A Doc is what a rule's page says.
type Doc struct {
	Title     string
	Summary   string   // the first paragraph of "What it does", without markup but for backquotes
	Severity  Severity // that of a finding, where the rule does not weigh it itself
	Preset    string   // Recommended or Strict: the first preset that has the rule
	Languages []string // "ts", "go"
	CWE       []int
	Fix       string // "safe", "suggested" or "none"
	Since     string // the version that brought the rule
	Body      string // the page without its front matter
	Examples  []Example
}

// Metadata is what the head of a page says, in words.
func (d *Doc) Metadata() []string {
	out := []string{d.Severity.String(), d.Preset, strings.Join(d.Languages, " and ")}
	if d.Fix != "none" {
		out = append(out, d.Fix+" fix")
	}
	for _, n := range d.CWE {
		out = append(out, fmt.Sprintf("CWE-%d", n))
	}
	return append(out, "since "+d.Since)
}

// The presets. Strict has all that Recommended has.
const (
	Recommended = "recommended"
	Strict      = "strict"
)

// An Example is a block of code on a rule's page.
type Example struct {
	Lang string // "ts" or "go"
	Bad  bool   // the rule flags it, exactly once; a good one is clean under all rules
	Code string
	Line int // of its first line of code, in the page
}

// Headings are those that a page has, in this order.
var Headings = []string{"What it does", "Why it matters", "Example", "How to fix", "What it does not see", "References"}

// Doc returns what the rule's page says. It never returns nil: a page that
// cannot be parsed is a fault of ours that a test over all rules finds, not a
// reason to end a user's run.
func (r *Rule) Doc() *Doc {
	if d, ok := docs.Load(r); ok {
		return d.(*Doc)
	}
	d, err := ParsePage(r.Page)
	if err != nil {
		d = &Doc{Title: r.ID, Severity: Warning, Preset: Recommended, Languages: []string{"ts", "go"}, Fix: "none"}
	}
	docs.Store(r, d)
	return d
}

var docs sync.Map // *Rule -> *Doc

// ParsePage reads a page: YAML front matter, then the Headings. Errors name the
// line of the page.
func ParsePage(text string) (*Doc, error) {
	front, body, ok := cutFrontMatter(text)
	if !ok {
		return nil, errors.New("line 1: a page begins with front matter between two lines of ---")
	}
	d, err := parseFrontMatter(front)
	if err != nil {
		return nil, err
	}
	d.Body = strings.TrimLeft(body, "\n")
	sections, err := parseSections(body, 1+strings.Count(text[:len(text)-len(body)], "\n"))
	if err != nil {
		return nil, err
	}
	d.Summary = firstParagraph(sections[0].text)
	if d.Summary == "" {
		return nil, fmt.Errorf("line %d: nothing stands below %q", sections[0].line, sections[0].heading)
	}
	for _, s := range sections {
		if s.heading == "Example" {
			d.Examples = s.examples
		}
	}
	return d, nil
}

func cutFrontMatter(text string) (front, body string, ok bool) {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return "", "", false
	}
	return strings.Cut(rest, "\n---\n")
}

// frontMatter is the head of a page as it is written.
type frontMatter struct {
	Title     string   `yaml:"title"`
	Severity  string   `yaml:"severity"`
	Preset    string   `yaml:"preset"`
	Languages []string `yaml:"languages"`
	CWE       []int    `yaml:"cwe"`
	Fix       string   `yaml:"fix"`
	Since     string   `yaml:"since"`
}

func parseFrontMatter(front string) (*Doc, error) {
	var m frontMatter
	if err := yaml.UnmarshalWithOptions([]byte(front), &m, yaml.Strict()); err != nil {
		line, message := 1, err.Error()
		var y yaml.Error
		if errors.As(err, &y) {
			message = y.GetMessage()
			if t := y.GetToken(); t != nil && t.Position != nil {
				line = t.Position.Line
			}
		}
		return nil, fmt.Errorf("line %d: front matter: %s", line+1, message)
	}
	fault := func(key, format string, args ...any) error {
		return fmt.Errorf("line %d: %s: %s", lineOfKey(front, key), key, fmt.Sprintf(format, args...))
	}
	severity, ok := ParseSeverity(m.Severity)
	switch {
	case m.Title == "":
		return nil, fault("title", "is empty")
	case !ok || severity == Off:
		return nil, fault("severity", "%q is none of advice, warning, error", m.Severity)
	case m.Preset != Recommended && m.Preset != Strict:
		return nil, fault("preset", "%q is neither recommended nor strict", m.Preset)
	case len(m.Languages) == 0:
		return nil, fault("languages", "is empty")
	case slices.ContainsFunc(m.CWE, func(n int) bool { return n <= 0 }):
		return nil, fault("cwe", "a weakness has a number above 0")
	case m.Fix != "safe" && m.Fix != "suggested" && m.Fix != "none":
		return nil, fault("fix", "%q is none of safe, suggested, none", m.Fix)
	case m.Since == "":
		return nil, fault("since", "is empty")
	}
	for _, l := range m.Languages {
		if l != "ts" && l != "go" {
			return nil, fault("languages", "%q is neither ts nor go", l)
		}
	}
	return &Doc{
		Title: m.Title, Severity: severity, Preset: m.Preset, Languages: m.Languages,
		CWE: m.CWE, Fix: m.Fix, Since: m.Since,
	}, nil
}

// lineOfKey returns the line of the page on which a key of the front matter
// stands, or the first where it is missing.
func lineOfKey(front, key string) int {
	for i, line := range strings.Split(front, "\n") {
		if strings.HasPrefix(line, key+":") {
			return i + 2
		}
	}
	return 1
}

// A section is what stands below a heading.
type section struct {
	heading  string
	line     int
	text     string // prose, without fenced blocks
	examples []Example
}

// parseSections cuts the body at its headings. line is that of its first line
// in the page.
func parseSections(body string, line int) ([]section, error) {
	var sections []section
	var fence *Example
	for text := range strings.Lines(body) {
		text = strings.TrimRight(text, "\r\n")
		info, isFence := strings.CutPrefix(text, "```")
		switch {
		case fence != nil && isFence:
			if s := &sections[len(sections)-1]; fence.Lang != "" {
				s.examples = append(s.examples, *fence)
			}
			fence = nil
		case fence != nil:
			fence.Code += text + "\n"
		case strings.HasPrefix(text, "## "):
			heading := strings.TrimPrefix(text, "## ")
			n := len(sections)
			if n == len(Headings) || heading != Headings[n] {
				return nil, fmt.Errorf("line %d: heading %q out of place; a page has %q, in this order", line, heading, Headings)
			}
			sections = append(sections, section{heading: heading, line: line})
		case len(sections) == 0:
			if text != "" {
				return nil, fmt.Errorf("line %d: text before the first heading", line)
			}
		case isFence:
			e, err := newExample(sections[len(sections)-1].heading, info)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
			e.Line = line + 1
			fence = &e
		default:
			sections[len(sections)-1].text += text + "\n"
		}
		line++
	}
	if fence != nil {
		return nil, fmt.Errorf("line %d: the block is never closed", fence.Line-1)
	}
	if n := len(sections); n < len(Headings) {
		return nil, fmt.Errorf("line %d: heading %q is missing", line, Headings[n])
	}
	return sections, nil
}

// newExample reads the words after the fence. Outside the examples a block is
// an illustration, of any language.
func newExample(heading, info string) (Example, error) {
	if heading != "Example" {
		return Example{}, nil
	}
	switch info {
	case "ts bad", "go bad", "ts good", "go good":
		lang, kind, _ := strings.Cut(info, " ")
		return Example{Lang: lang, Bad: kind == "bad"}, nil
	}
	return Example{}, fmt.Errorf("an example is one of ts bad, ts good, go bad, go good; not %q", info)
}

var (
	link     = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	emphasis = regexp.MustCompile(`\*\*?([^*\s](?:[^*]*[^*\s])?)\*\*?`)
)

// firstParagraph returns the first paragraph of markdown as one line of text.
func firstParagraph(text string) string {
	paragraph, _, _ := strings.Cut(strings.TrimSpace(text), "\n\n")
	paragraph = link.ReplaceAllString(paragraph, "$1")
	paragraph = emphasis.ReplaceAllString(paragraph, "$1")
	return strings.Join(strings.Fields(paragraph), " ")
}

// URL returns where the rule's page can be read.
func (r *Rule) URL() string {
	return "https://github.com/authlint/authlint/blob/main/rules/" + r.Name() + "/doc.md"
}
