package credential

import "slices"

// developmentWords are those by which code tells a developer's machine from the
// real one, in either direction.
var developmentWords = []string{"dev", "develop", "development", "debug", "local", "localhost", "test", "testing", "mock"}

// SpeaksOfDevelopment reports whether a condition asks where the code runs:
// cfg.Env == "production", gin.Mode() == gin.DebugMode.
func SpeaksOfDevelopment(condition string) bool {
	return slices.ContainsFunc(Words(condition), func(w string) bool {
		return slices.Contains(developmentWords, w) || slices.Contains([]string{"prod", "production", "env", "environment", "mode", "release", "staging"}, w)
	})
}

// NamesDevelopment reports whether the name of a function or file says that it
// is for developers' machines: devCORS, server.dev.ts.
func NamesDevelopment(name string) bool {
	return slices.ContainsFunc(Words(name), func(w string) bool { return slices.Contains(developmentWords, w) })
}
