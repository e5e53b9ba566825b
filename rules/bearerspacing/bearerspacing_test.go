package bearerspacing

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

const fixtures = "../../testdata/ts/bearerspacing"

func TestTypeScript(t *testing.T) { tstest.RunAll(t, fixtures, Rule) }

func TestFixes(t *testing.T) {
	tstest.RunFixes(t, fixtures+"/fix", Rule)
	tstest.RunFixes(t, fixtures+"/fix-constant", Rule)
}

// The space is put unasked only where nothing but this header is changed.
func TestSafe(t *testing.T) {
	for dir, safe := range map[string]bool{"/fix": true, "/fix-constant": false} {
		for _, f := range tstest.Findings(tstest.Facts(t, fixtures+dir), Rule, false) {
			if len(f.Fixes) != 1 || f.Fixes[0].Safe != safe {
				t.Errorf("%s: %s: fixes %+v, want one, safe=%v", dir, f.Message, f.Fixes, safe)
			}
		}
	}
}

func TestPage(t *testing.T) { tstest.RunExamples(t, Rule) }
