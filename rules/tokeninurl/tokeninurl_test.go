package tokeninurl

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

const fixtures = "../../testdata/ts/tokeninurl"

func TestTypeScript(t *testing.T) { tstest.RunAll(t, fixtures, Rule) }

func TestPage(t *testing.T) { tstest.RunExamples(t, Rule) }
