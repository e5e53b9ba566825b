package incompletelogout

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

func TestTypeScript(t *testing.T) { tstest.RunAll(t, "../../testdata/ts/incompletelogout", Rule) }

func TestPage(t *testing.T) { tstest.RunExamples(t, Rule) }
