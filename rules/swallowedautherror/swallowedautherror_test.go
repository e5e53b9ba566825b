package swallowedautherror

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

func TestTypeScript(t *testing.T) { tstest.RunAll(t, "../../testdata/ts/swallowedautherror", Rule) }

func TestFixes(t *testing.T) {
	tstest.RunFixes(t, "../../testdata/ts/swallowedautherror/fix", Rule)
}
