package discover

import (
	"path"
	"path/filepath"
	"strings"
)

// A Language is one that authlint reads.
type Language string

const (
	Go         Language = "go"
	TypeScript Language = "ts" // with JavaScript and the scripts in markup
)

// languageOf returns the language of a file, empty for one that is not read.
// Declaration files hold no code.
func languageOf(name string) Language {
	switch filepath.Ext(name) {
	case ".go":
		return Go
	case ".ts", ".mts", ".cts":
		if isDeclaration(name) {
			return ""
		}
		return TypeScript
	case ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte", ".astro", ".html":
		return TypeScript
	}
	return ""
}

func isDeclaration(name string) bool {
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	return filepath.Ext(stem) == ".d"
}

// skipped reports whether a file or directory of that path, relative and with
// forward slashes, is left out unless it is asked for by name.
func skipped(rel string, l Language) bool {
	rest := rel
	for {
		dir, after, more := strings.Cut(rest, "/")
		if !more {
			break
		}
		if skipsDir(dir, l) {
			return true
		}
		rest = after
	}
	return l == TypeScript && isMinified(rest) || skipsDir(rest, l)
}

// skipsDir reports whether what lies in a directory of that name is not the
// project's own code.
func skipsDir(name string, l Language) bool {
	switch name {
	case ".git", ".hg", ".svn", // version control
		"node_modules", "bower_components", "vendor", ".yarn", ".pnpm-store", // other people's code
		".next", ".nuxt", ".output", ".svelte-kit", ".angular", ".turbo", ".cache", ".nx", ".venv", // made by tools
		"testdata": // as in Go: code that is not part of the project
		return true
	case "dist", "build", "out", "coverage":
		// Where a bundler writes; in Go these are packages like any other.
		return l == TypeScript
	}
	return false
}

func isMinified(name string) bool {
	stem := strings.TrimSuffix(name, path.Ext(name))
	return strings.HasSuffix(stem, ".min") || strings.HasSuffix(stem, "-min")
}
