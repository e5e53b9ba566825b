package source

import (
	"slices"
	"strings"
)

// testFolders hold tests, or what is made for them, in projects of either
// language.
var testFolders = []string{
	"test", "tests", "__tests__", "e2e", "cypress", "playwright", "integrationtest",
	"mock", "mocks", "__mocks__", "fixture", "fixtures", "__fixtures__", "stories", "__stories__",
	"testdata", "testing", "testutil", "testutils", "test-utils", "testhelper", "testhelpers",
}

// InTests reports whether a folder, or one around it, holds tests. The path is
// relative to the project, or a Go import path.
func InTests(folder string) bool {
	for d := range strings.SplitSeq(folder, "/") {
		if slices.Contains(testFolders, strings.ToLower(d)) {
			return true
		}
	}
	return false
}
