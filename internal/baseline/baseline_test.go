package baseline

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestNew(t *testing.T) {
	b := &Baseline{Version: 1, Findings: []Entry{{Fingerprint: "a"}, {Fingerprint: "gone"}}}
	isNew, stale := b.New([]string{"a", "b"})
	if !slices.Equal(isNew, []bool{false, true}) || len(stale) != 1 || stale[0].Fingerprint != "gone" {
		t.Errorf("got %v and %v", isNew, stale)
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
