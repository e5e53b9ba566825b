package unauthenticatedrequest

import (
	"testing"

	"github.com/authlint/authlint/internal/tstest"
)

const fixtures = "../../testdata/ts/unauthenticatedrequest"

func TestTypeScript(t *testing.T) { tstest.RunAll(t, fixtures, Rule) }

func TestPage(t *testing.T) { tstest.RunExamples(t, Rule) }
