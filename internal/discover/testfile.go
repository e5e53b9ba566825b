package discover

import (
	"path"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/source"
)

// testMarks stand between dots in the names of test files: login.spec.ts.
var testMarks = []string{"test", "spec", "cy", "e2e", "e2e-spec", "stories", "story", "mock", "mocks", "fixture", "bench"}

// testSetups are the beginnings of names of files that set tests up.
var testSetups = []string{"jest.", "vitest.", "karma.", "playwright.", "cypress.", "setuptests.", "test-setup.", "testsetup."}

// IsTest reports whether a file is a test or made for tests. The path is
// relative to the project, with forward slashes.
func IsTest(rel string) bool {
	dir, name := path.Split(rel)
	if strings.HasSuffix(name, "_test.go") {
		return true
	}
	if source.InTests(dir) {
		return true
	}
	if languageOf(name) == Go {
		return false
	}
	lower := strings.ToLower(name)
	if slices.ContainsFunc(testSetups, func(s string) bool { return strings.HasPrefix(lower, s) }) {
		return true
	}
	parts := strings.Split(lower, ".")
	return len(parts) > 2 && slices.ContainsFunc(parts[1:len(parts)-1], func(p string) bool { return slices.Contains(testMarks, p) })
}
