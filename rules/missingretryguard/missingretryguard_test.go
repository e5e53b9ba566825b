package missingretryguard

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

func TestTypeScript(t *testing.T) {
	const dir = "../../testdata/ts/missingretryguard"
	cases, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name(), func(t *testing.T) { tstest.Run(t, filepath.Join(dir, c.Name()), Rule) })
	}
}

// The fix tests and sets a flag, after which nothing is left to find.
func TestFixes(t *testing.T) { tstest.RunFixes(t, "../../testdata/ts/missingretryguard/fix", Rule) }
