package headertypo_test

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
	"github.com/authlint/authlint/rules/headertypo"
)

func TestTypeScript(t *testing.T) { tstest.RunAll(t, "../../testdata/ts/headertypo", headertypo.Rule) }

func TestExamples(t *testing.T) { tstest.RunExamples(t, headertypo.Rule) }

func TestFixes(t *testing.T) { tstest.RunFixes(t, "../../testdata/ts/headertypo/fix", headertypo.Rule) }
