package rules

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/rule"
)

func TestEveryFolderIsListedOnce(t *testing.T) {
	pages, err := filepath.Glob("*/doc.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no rule's folder found: %v", err)
	}
	listed := map[string]int{}
	for _, r := range All {
		listed[r.Name()]++
	}
	for _, p := range pages {
		name := filepath.Dir(p)
		if listed[name] != 1 {
			t.Errorf("rules/%s is listed %d times in All", name, listed[name])
		}
		delete(listed, name)
		page, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		if r, ok := Lookup(name); ok && r.Page != string(page) {
			t.Errorf("%s: its Page is not rules/%s", r.ID, p)
		}
	}
	for name := range listed {
		t.Errorf("the rule %s has no folder of its name with a doc.md", name)
	}
}

func TestPages(t *testing.T) {
	for _, r := range All {
		t.Run(r.ID, func(t *testing.T) {
			if r.Run == nil {
				t.Error("has no Run")
			}
			if r.ID != strings.ToLower(r.ID) || strings.Trim(r.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
				t.Errorf("ID %q is not words joined by hyphens", r.ID)
			}
			page := "rules/" + r.Name() + "/doc.md"
			d, err := rule.ParsePage(r.Page)
			if err != nil {
				t.Fatalf("%s: %v", page, err)
			}
			for _, lang := range d.Languages {
				for _, bad := range []bool{true, false} {
					if !slices.ContainsFunc(d.Examples, func(e rule.Example) bool { return e.Lang == lang && e.Bad == bad }) {
						t.Errorf("%s: no ```%s %s example", page, lang, map[bool]string{true: "bad", false: "good"}[bad])
					}
				}
			}
			for _, e := range d.Examples {
				if !slices.Contains(d.Languages, e.Lang) {
					t.Errorf("%s:%d: an example in %s, which is not one of the rule's languages", page, e.Line, e.Lang)
				}
				if strings.TrimSpace(e.Code) == "" {
					t.Errorf("%s:%d: an empty example", page, e.Line)
				}
			}
			if strings.Contains(d.Title, "`") || strings.HasSuffix(d.Title, ".") {
				t.Errorf("%s: the title %q is not plain words without a full stop", page, d.Title)
			}
		})
	}
}

func TestLookup(t *testing.T) {
	for _, name := range []string{"missing-bearer", "missingbearer", "MissingBearer"} {
		if r, ok := Lookup(name); !ok || r.ID != "missing-bearer" {
			t.Errorf("Lookup(%q) = %v, %v", name, r, ok)
		}
	}
	if _, ok := Lookup("missing-baerer"); ok {
		t.Error("a misspelt name is found")
	}
	if id, ok := Nearest("missing-baerer"); !ok || id != "missing-bearer" {
		t.Errorf("Nearest = %q, %v", id, ok)
	}
}
