package interceptornoreturn

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

func TestTypeScript(t *testing.T) { tstest.RunAll(t, "../../testdata/ts/interceptornoreturn", Rule) }

func TestFixes(t *testing.T) {
	tstest.RunFixes(t, "../../testdata/ts/interceptornoreturn/fix", Rule)
}
