package unstoredtoken

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

func TestTypeScript(t *testing.T) {
	const dir = "../../testdata/ts/unstoredtoken"
	cases, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name(), func(t *testing.T) { tstest.Run(t, filepath.Join(dir, c.Name()), Rule) })
	}
}
