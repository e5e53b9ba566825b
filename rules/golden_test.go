package rules

import (
	"path/filepath"
	"testing"
)

// Every rule that offers a fix shows by a golden what it makes of a file, in each
// of its languages.
func TestFixesHaveGoldens(t *testing.T) {
	for _, r := range All {
		d := r.Doc()
		for _, lang := range d.Languages {
			in := filepath.Join("../testdata/ts", r.Name(), "*", "*.golden")
			if lang == "go" {
				in = filepath.Join("../testdata/go/src/fixes", r.Name(), "*.golden")
			}
			goldens, err := filepath.Glob(in)
			if err != nil || (len(goldens) > 0) != (d.Fix != "none") {
				t.Errorf("%s in %s: its fix is %s, and it has %d goldens in %s", r.ID, lang, d.Fix, len(goldens), in)
			}
		}
	}
}
