package rules

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table of rules into the README")

// The README's table of rules is generated from the rules' pages.
func TestREADME(t *testing.T) {
	const path = "../README.md"
	const begin, end = "<!-- rules: begin -->\n", "<!-- rules: end -->"
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok1 := strings.Cut(string(readme), begin)
	table, tail, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		t.Fatalf("%s: no place for the table between %q and %q", path, begin, end)
	}
	want := rulesTable()
	if table == want {
		return
	}
	if !*update {
		t.Fatalf("%s: the table of rules is not that of the pages; go test ./rules -run README -update writes it.\nwant:\n%s", path, want)
	}
	if err := os.WriteFile(path, []byte(head+begin+want+end+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}

func rulesTable() string {
	var b strings.Builder
	b.WriteString("| rule | what it flags | languages | severity | preset | fix |\n|---|---|---|---|---|---|\n")
	for _, r := range All {
		d := r.Doc()
		languages := strings.NewReplacer("ts", "TypeScript", "go", "Go").Replace(strings.Join(d.Languages, ", "))
		fix := d.Fix
		if fix == "none" {
			fix = ""
		}
		fmt.Fprintf(&b, "| [%s](rules/%s/doc.md) | %s | %s | %s | %s | %s |\n", r.ID, r.Name(), d.Title, languages, d.Severity, d.Preset, fix)
	}
	return b.String()
}
