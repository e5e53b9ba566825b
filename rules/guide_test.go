package rules

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/rule"
)

// A guideRow says which line of which fixture holds an entry of the field
// guide: see testdata/guide/README.md.
type guideRow struct {
	at                                            string
	rule, entry, lang, verdict, file, line, about string
}

// What the guide says of the rules is held by fixtures, and the tables that say
// by which are true.
func TestGuide(t *testing.T) {
	rows := guideRows(t)
	for _, row := range rows {
		if problem := row.problem(); problem != "" {
			t.Errorf("%s: %s %s: %s", row.at, row.rule, row.entry, problem)
		}
	}
	for _, r := range All {
		of := slices.DeleteFunc(slices.Clone(rows), func(row guideRow) bool { return row.rule != r.ID })
		if len(of) > 0 {
			wholeGuide(t, r, of)
		}
	}
}

func guideRows(t *testing.T) (rows []guideRow) {
	t.Helper()
	files, err := filepath.Glob("../testdata/guide/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			at := path.Base(file) + ":" + strconv.Itoa(i+1)
			f := strings.Split(line, "\t")
			switch {
			case line == "" || line[0] == '#':
			case len(f) != 7:
				t.Errorf("%s: %d columns, want 7", at, len(f))
			default:
				rows = append(rows, guideRow{at, f[0], f[1], f[2], f[3], f[4], f[5], f[6]})
			}
		}
	}
	return rows
}

func (row guideRow) problem() string {
	r, ok := Lookup(row.rule)
	switch {
	case !ok:
		return "no such rule"
	case !slices.Contains(r.Doc().Languages, row.lang):
		return "the rule does not read " + row.lang
	case row.about == "":
		return "does not say what it is"
	case row.verdict == "none":
		return ""
	case !strings.HasPrefix(row.file, "../") && !strings.HasPrefix(row.file, fixtures(r, row.lang)) && !strings.HasPrefix(row.file, "go/src/strict/"+r.Name()+"/"):
		return row.file + " is no fixture of the rule"
	}
	text, err := os.ReadFile(filepath.Join("../testdata", row.file))
	if err != nil {
		return err.Error()
	}
	return row.differs(strings.Split(string(text), "\n"))
}

func fixtures(r *rule.Rule, lang string) string {
	if lang == "go" {
		return "go/src/" + r.Name() + "/"
	}
	return "ts/" + r.Name() + "/"
}

// differs says in what the fixture is not what the row says. Files that are no
// fixtures, scripts of the command say, need only hold the line.
func (row guideRow) differs(lines []string) string {
	i, problem := row.lineOf(lines)
	if problem != "" {
		return row.file + problem
	}
	if strings.HasPrefix(row.file, "../") {
		return ""
	}
	_, want, found := strings.Cut(lines[i], "want")
	strictly := strings.HasPrefix(want, ":strict") || strings.HasPrefix(row.file, "go/src/strict/")
	is := "silent"
	switch {
	case found && strictly:
		is = "strict"
	case found:
		is = "flagged"
	case strings.Contains(row.file, "/gaps/") || strings.Contains(strings.Join(lines[max(0, i-2):i+1], "\n"), "gap"):
		is = "gap"
	}
	if is != row.verdict {
		return row.file + ":" + strconv.Itoa(i+1) + " is " + is + ", not " + row.verdict
	}
	return ""
}

// lineOf finds the line that the row means: the only one with its text, or, of
// "text » more", the first with the second text behind the only one with the first.
func (row guideRow) lineOf(lines []string) (at int, problem string) {
	text, more, found := strings.Cut(row.line, " » ")
	has := func(text string) func(string) bool {
		return func(line string) bool { return strings.Contains(line, text) }
	}
	i := slices.IndexFunc(lines, has(text))
	if i < 0 || text == "" {
		return 0, " has no line " + strconv.Quote(text)
	}
	if slices.ContainsFunc(lines[i+1:], has(text)) {
		return 0, " has several lines " + strconv.Quote(text)
	}
	if !found {
		return i, ""
	}
	j := slices.IndexFunc(lines[i+1:], has(more))
	if j < 0 {
		return 0, " has no line " + strconv.Quote(more) + " behind " + strconv.Quote(text)
	}
	return i + 1 + j, ""
}

// wholeGuide: no letter and no number of a rule is left out, and each of its
// languages has something that is found and something that is not.
func wholeGuide(t *testing.T, r *rule.Rule, of []guideRow) {
	has := func(match func(guideRow) bool) bool { return slices.ContainsFunc(of, match) }
	last, right := 'a', 1
	for _, row := range of {
		kind, number := rune(row.entry[0]), strings.TrimLeft(row.entry, "rl")
		n, err := strconv.Atoi(number)
		switch {
		case err == nil && kind == 'r':
			right = max(right, n)
		case err == nil && kind == 'l': // no rule has all of the shapes met later
		case len(row.entry) == 1:
			last = max(last, kind)
		default:
			t.Errorf("%s: %s: the entry %q is neither a letter nor r or l and a number", row.at, r.ID, row.entry)
		}
	}
	for c := 'a'; c <= last; c++ {
		if !has(func(row guideRow) bool { return row.entry == string(c) }) {
			t.Errorf("%s: the wrong shape %c is left out", r.ID, c)
		}
	}
	for n := 1; n <= right; n++ {
		if !has(func(row guideRow) bool { return row.entry == "r"+strconv.Itoa(n) }) {
			t.Errorf("%s: the look-alike r%d is left out", r.ID, n)
		}
	}
	for _, lang := range r.Doc().Languages {
		if !has(func(row guideRow) bool {
			return row.lang == lang && (row.verdict == "flagged" || row.verdict == "strict")
		}) {
			t.Errorf("%s: nothing of %s is found", r.ID, lang)
		}
		if !has(func(row guideRow) bool { return row.lang == lang && row.verdict == "silent" }) {
			t.Errorf("%s: nothing of %s is right", r.ID, lang)
		}
	}
}
