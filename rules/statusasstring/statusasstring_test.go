package statusasstring

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

const fixtures = "../../testdata/ts/statusasstring"

func TestTypeScript(t *testing.T) { tstest.RunAll(t, fixtures, Rule) }

// The fix drops the quotes, after which nothing is left to find.
func TestFixes(t *testing.T) { tstest.RunFixes(t, fixtures+"/fix", Rule) }
