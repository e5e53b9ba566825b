package unsafeerrorresponse

import (
	"os"
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

func TestTypeScript(t *testing.T) { tstest.RunAll(t, "../../testdata/ts/unsafeerrorresponse", Rule) }

func TestFixes(t *testing.T) {
	tstest.RunFixes(t, "../../testdata/ts/unsafeerrorresponse/fix", Rule)
}

// Where ?. is not allowed, or does not help, there is no fix.
func TestNoFixes(t *testing.T) {
	const dir = "../../testdata/ts/unsafeerrorresponse/unfixed"
	want, err := os.ReadFile(dir + "/api.ts")
	if err != nil {
		t.Fatal(err)
	}
	if got := tstest.Fixed(t, dir, "api.ts", Rule); got != string(want) {
		t.Errorf("fixed to\n%s", got)
	}
}
