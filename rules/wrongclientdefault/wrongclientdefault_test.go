package wrongclientdefault

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

const fixtures = "../../testdata/ts/wrongclientdefault"

func TestTypeScript(t *testing.T) { tstest.RunAll(t, fixtures, Rule) }

func TestFixes(t *testing.T) {
	tstest.RunFixes(t, fixtures+"/fix", Rule)
	tstest.RunFixes(t, fixtures+"/fix-replaced", Rule)
}

func TestPage(t *testing.T) { tstest.RunExamples(t, Rule) }
