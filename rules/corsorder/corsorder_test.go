package corsorder

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

func TestTypeScript(t *testing.T) { tstest.RunAll(t, "../../testdata/ts/corsorder", Rule) }
