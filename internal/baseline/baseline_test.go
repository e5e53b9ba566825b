package baseline

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// find makes findings whose fingerprints are a file and a code.
func find(places ...string) (out []Finding) {
	for _, p := range places {
		_, code, _ := strings.Cut(p, ":")
		out = append(out, Finding{p, func(file string) string { return file + ":" + code }})
	}
	return out
}

func TestNew(t *testing.T) {
	entry := func(place string) Entry {
		file, _, _ := strings.Cut(place, ":")
		return Entry{Fingerprint: place, File: file}
	}
	b := &Baseline{Version: 1, Findings: []Entry{entry("a:1"), entry("a:2"), entry("old:1"), entry("old:2"), entry("there:9")}}
	isNew, stale := b.New(find("a:1", "a:3", "new:1", "new:1", "new:3", "new:9"), func(file string) bool { return file == "old" })
	// Of two in the renamed file one was there; what is in a file that is still
	// there was not moved out of it.
	if want := []bool{false, true, false, true, true, true}; !slices.Equal(isNew, want) {
		t.Errorf("new: got %v, want %v", isNew, want)
	}
	var left []string
	for _, e := range stale {
		left = append(left, e.Fingerprint)
	}
	if want := []string{"a:2", "old:2", "there:9"}; !slices.Equal(left, want) {
		t.Errorf("stale: got %v, want %v", left, want)
	}
}

func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), Name)
	for _, entries := range [][]Entry{{{Fingerprint: "2", File: "b"}, {Fingerprint: "1", File: "a"}}, nil} {
		if err := Write(path, slices.Clone(entries)); err != nil {
			t.Fatal(err)
		}
		b, err := Read(path)
		if err != nil || len(b.Findings) != len(entries) || len(entries) > 0 && b.Findings[0].File != "a" {
			t.Errorf("got %+v, %v", b, err)
		}
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("%d files are left, want the baseline alone", len(left))
	}
}
