package discover

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/authlint/authlint/internal/nearest"
)

// A pattern is one argument of the command line: a file, a directory with all
// below it, or a glob.
type pattern struct {
	text string // as written
	// file is the absolute path of a single file.
	file string
	// base is the directory below which to look: absolute.
	base string
	// glob is matched against the path below base; empty for all of it.
	glob string
}

// parsePattern reads a pattern relative to a directory. What is there under
// that very name is meant before anything else: "[id].tsx" is a file's name in
// some frameworks.
func parsePattern(dir, text string) (pattern, error) {
	p := pattern{text: text}
	if text == "" {
		return p, errors.New("an empty pattern; leave it out to check everything below the working directory")
	}
	path, all := strings.CutSuffix(filepath.ToSlash(text), "...")
	if all && path != "" && !strings.HasSuffix(path, "/") || strings.Contains(path, "...") {
		return p, fmt.Errorf("pattern %q: ... stands for everything below a directory, at the end: dir/...; for parts of names write a glob: dir/**/*.ts", text)
	}
	p.base = absolute(dir, path)
	info, err := os.Stat(p.base)
	switch {
	case err == nil && info.IsDir():
		return p, nil
	case err == nil && !info.Mode().IsRegular():
		return p, fmt.Errorf("pattern %q: a pipe, socket or device is never read; name a file", text)
	case err == nil && !all:
		p.file, p.base = p.base, ""
		return p, nil
	case err == nil:
		return p, fmt.Errorf("pattern %q: %s is a file, not a directory", text, strings.TrimSuffix(path, "/"))
	case !errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(path, "*?[{"):
		return p, fmt.Errorf("pattern %q: %w", text, errors.Unwrap(err))
	}
	if !all && strings.ContainsAny(path, "*?[{") {
		return parseGlob(dir, p, path)
	}
	return p, fmt.Errorf("pattern %q matches nothing: there is no %s%s", text, cleaned(path), Hint(path, p.base))
}

func parseGlob(dir string, p pattern, path string) (pattern, error) {
	base, glob := doublestar.SplitPattern(path)
	if !doublestar.ValidatePattern(glob) {
		return p, fmt.Errorf("pattern %q is not a valid glob: a bracket or brace is not closed", p.text)
	}
	p.base, p.glob = absolute(dir, base), glob
	if _, err := os.Stat(p.base); err != nil {
		return p, fmt.Errorf("pattern %q matches nothing: there is no %s%s", p.text, cleaned(base), Hint(base, p.base))
	}
	return p, nil
}

// filter returns the files, all below the pattern's base, that it matches.
func (p *pattern) filter(files []string) []string {
	if p.glob == "" {
		return files
	}
	var out []string
	for _, path := range files {
		rel, _ := below(p.base, path)
		if doublestar.MatchUnvalidated(p.glob, rel) {
			out = append(out, path)
		}
	}
	return out
}

// noMatch says why a pattern whose place exists matches nothing.
func (f *finder) noMatch(p pattern) error {
	what := "Go, TypeScript or JavaScript"
	if len(f.Languages) == 1 {
		what = map[Language]string{Go: "Go", TypeScript: "TypeScript or JavaScript"}[f.Languages[0]]
	}
	if p.file != "" {
		return fmt.Errorf("pattern %q matches nothing: it is no %s file; authlint reads .go, .ts, .tsx, .js, .jsx, .mjs, .cjs, .mts, .cts, .vue, .svelte, .astro and .html", p.text, what)
	}
	for _, problem := range f.result.Problems {
		if _, inside := below(p.base, problem.File); inside {
			return fmt.Errorf("pattern %q matches nothing that could be read: %s: %s", p.text, problem.File, problem.Message)
		}
	}
	if p.base == f.Dir && p.glob == "" {
		return fmt.Errorf("nothing to check: no %s file of the project's own is below %s; run authlint where the project is, or name it with -C", what, f.Dir)
	}
	return fmt.Errorf("pattern %q matches nothing: no %s file of the project's own is there", p.text, what)
}

func absolute(dir, path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}

// cleaned is a path as a message names it.
func cleaned(path string) string {
	return filepath.ToSlash(filepath.Clean(filepath.FromSlash(path)))
}

// Hint is the end of a message about a misspelt path, "; did you mean web/lib?",
// or empty. shown is the path as the user wrote it. The first element that is
// missing is looked for among its neighbours.
func Hint(shown, missing string) string {
	parent, shown := filepath.Dir(missing), filepath.Clean(shown)
	if parent == missing {
		return ""
	}
	entries, err := os.ReadDir(parent)
	if err != nil {
		return Hint(filepath.Dir(shown), parent)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	name, ok := nearest.Of(filepath.Base(missing), names)
	if !ok {
		return ""
	}
	return "; did you mean " + cleaned(filepath.Join(filepath.Dir(shown), name)) + "?"
}
