package storagekeymismatch

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

const fixtures = "../../testdata/ts/storagekeymismatch"

func TestTypeScript(t *testing.T) { tstest.RunAll(t, fixtures, Rule) }

func TestFixes(t *testing.T) { tstest.RunFixes(t, fixtures+"/fix", Rule) }

func TestPage(t *testing.T) { tstest.RunExamples(t, Rule) }
