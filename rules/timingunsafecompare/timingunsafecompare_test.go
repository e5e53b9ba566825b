package timingunsafecompare

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

func TestTypeScript(t *testing.T) { tstest.RunAll(t, "../../testdata/ts/timingunsafecompare", Rule) }

func TestFixes(t *testing.T) { tstest.RunFixes(t, "../../testdata/ts/timingunsafecompare/fix", Rule) }
