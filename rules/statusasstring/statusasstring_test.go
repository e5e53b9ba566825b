package statusasstring

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

const fixtures = "../../testdata/ts/statusasstring"

func TestTypeScript(t *testing.T) {
	for _, c := range []string{"wrong", "lookalikes", "gaps", "fix"} {
		t.Run(c, func(t *testing.T) { tstest.Run(t, filepath.Join(fixtures, c), Rule) })
	}
}

// The fix drops the quotes, after which nothing is left to find.
func TestFix(t *testing.T) {
	dir := filepath.Join(fixtures, "fix")
	want, err := os.ReadFile(filepath.Join(dir, "retry.ts.golden"))
	if err != nil {
		t.Fatal(err)
	}
	if got := tstest.Fixed(t, dir, "retry.ts", Rule); got != string(want) {
		t.Errorf("fixed:\n%s\nwant:\n%s", got, want)
	}
}
