// Package discover finds the files that a run is about: those that the patterns
// of the command line ask for, and around them all of the project that may hold
// evidence about them. It reads directories, and git's index where there is
// one, but no file's content, and runs nothing of the project.
package discover

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/authlint/authlint/internal/source"
)

// Options say where to look for what.
type Options struct {
	Dir      string // the working directory, absolute
	Patterns []string
	// Languages to look for; none means all.
	Languages []Language
	// Named are files that are wanted beside what patterns ask for, whether they
	// are there or not: absolute.
	Named []string
	// Exclude tells files that are not wanted, whatever asks for them. It may be
	// nil.
	Exclude func(path string) bool
	// Beside tells files of no language that are listed all the same, as evidence.
	// It may be nil.
	Beside func(path string) bool
}

// A Result is what was found.
type Result struct {
	// Go and TypeScript are all files of the project: those below the working
	// directory, and those outside of it that are wanted. Absolute, sorted.
	Go, TypeScript []string
	// Beside are the other files below the working directory that Options.Beside
	// wants, sorted. Not all of them need to be there.
	Beside []string
	// Problems are directories and files that could not be read.
	Problems []source.Problem
	// Excluded is how many of the files that patterns ask for are excluded.
	Excluded int

	dir    string
	wanted map[string]bool
	named  map[string]bool
}

// Wanted reports whether the patterns ask for a file. Only in those are
// mistakes reported; the others may hold evidence.
func (r *Result) Wanted(path string) bool { return r.wanted[path] }

// Named reports whether a pattern is this very file.
func (r *Result) Named(path string) bool { return r.named[path] }

// IsTest reports whether a file is a test or made for tests, judged by its
// place below the working directory.
func (r *Result) IsTest(path string) bool {
	rel, err := filepath.Rel(r.dir, path)
	if err != nil || strings.HasPrefix(rel, "..") {
		rel = filepath.Base(path)
	}
	return IsTest(filepath.ToSlash(rel))
}

// CountWanted returns how many files of each language are wanted.
func (r *Result) CountWanted() (goFiles, tsFiles int) {
	for f := range r.wanted {
		if languageOf(f) == Go {
			goFiles++
		} else {
			tsFiles++
		}
	}
	return goFiles, tsFiles
}

// Find lists the files. An error is about a pattern, and says what to do.
func Find(ctx context.Context, o Options) (*Result, error) {
	o.Dir = filepath.Clean(o.Dir)
	if len(o.Patterns)+len(o.Named) == 0 {
		o.Patterns = []string{"./..."}
	}
	f := &finder{Options: o, listings: map[string]*listing{}}
	f.result = &Result{dir: o.Dir, wanted: map[string]bool{}, named: map[string]bool{}}

	all := map[string]bool{}
	project := f.list(ctx, o.Dir)
	for _, path := range project.below(o.Dir) {
		all[path] = true
	}
	f.result.Beside = f.evidence(project)
	for _, path := range o.Named {
		if !f.wants(path) {
			return nil, f.noMatch(pattern{text: path, file: path})
		}
		f.result.named[path], f.result.wanted[path], all[path] = true, true, true
	}
	for _, text := range o.Patterns {
		p, err := parsePattern(o.Dir, text)
		if err != nil {
			return nil, err
		}
		found := f.match(ctx, p)
		if len(found) == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			return nil, f.noMatch(p)
		}
		for _, path := range found {
			all[path] = true
			f.result.wanted[path] = true
		}
	}
	f.exclude(all)
	for path := range all {
		switch languageOf(path) {
		case Go:
			f.result.Go = append(f.result.Go, path)
		case TypeScript:
			f.result.TypeScript = append(f.result.TypeScript, path)
		}
	}
	slices.Sort(f.result.Go)
	slices.Sort(f.result.TypeScript)
	slices.SortFunc(f.result.Problems, func(a, b source.Problem) int { return strings.Compare(a.File, b.File) })
	f.result.Problems = slices.Compact(f.result.Problems)
	return f.result, ctx.Err()
}

// exclude takes away what is not wanted. The TypeScript stays among the files of
// the project: an import may lead through it.
func (f *finder) exclude(all map[string]bool) {
	if f.Options.Exclude == nil {
		return
	}
	for path := range all {
		if !f.Options.Exclude(path) {
			continue
		}
		if f.result.wanted[path] {
			f.result.Excluded++
			delete(f.result.wanted, path)
		}
		if languageOf(path) == Go {
			delete(all, path)
		}
	}
}

// A finder holds what one Find has seen so far.
type finder struct {
	Options
	result   *Result
	listings map[string]*listing
}

// wants reports whether a file is of a language that is looked for.
func (f *finder) wants(path string) bool {
	l := languageOf(path)
	return l != "" && (len(f.Languages) == 0 || slices.Contains(f.Languages, l))
}

// match returns the files that a pattern asks for.
func (f *finder) match(ctx context.Context, p pattern) []string {
	if p.file != "" {
		return f.matchFile(p.file)
	}
	// What lies below the working directory was listed already; a place that is
	// left out there, or ignored, is looked at when it is asked for by name.
	if rel, ok := below(f.Dir, p.base); ok && !skipped(rel, Go) && !skipped(rel, TypeScript) {
		if found := p.filter(f.list(ctx, f.Dir).below(p.base)); len(found) > 0 {
			return found
		}
	}
	return p.filter(f.list(ctx, p.base).below(p.base))
}

// matchFile takes a file by its name, whatever directory it lies in. One that is
// named through a symbolic link is read, since it was asked for.
func (f *finder) matchFile(path string) []string {
	if !f.wants(path) {
		return nil
	}
	f.result.named[path] = true
	return []string{path}
}

// A listing is the files below a directory, of the languages looked for, and
// those beside them, of which nobody has looked whether they are there.
type listing struct {
	root   string
	files  []string // absolute
	beside []string // absolute
}

// list returns the files below a directory, by git where it knows, else by
// walking.
func (f *finder) list(ctx context.Context, root string) *listing {
	if l := f.listings[root]; l != nil {
		return l
	}
	wants := func(path string) bool { return f.wants(path) || f.Beside != nil && f.Beside(path) }
	found, ok := listGit(ctx, root, wants)
	// Where git has nothing to list, the directory itself may be ignored: it was
	// asked for all the same.
	if !ok || found.empty {
		problems := found.problems
		found = walk(ctx, root, wants)
		found.problems = append(found.problems, problems...)
	}
	l := &listing{root: root}
	for _, path := range found.files {
		if f.wants(path) {
			l.files = append(l.files, path)
		} else {
			l.beside = append(l.beside, path)
		}
	}
	l.files = regular(l.files)
	f.result.Problems = append(f.result.Problems, found.problems...)
	f.listings[root] = l
	return l
}

// below returns the files below a directory that are not left out on the way
// from there to the file.
func (l *listing) below(base string) []string {
	var out []string
	for _, path := range l.files {
		if rel, ok := below(base, path); ok && !skipped(rel, languageOf(path)) {
			out = append(out, path)
		}
	}
	return out
}

// evidence returns the files beside that the project itself has.
func (f *finder) evidence(l *listing) []string {
	var out []string
	for _, path := range l.beside {
		rel, ok := below(l.root, path)
		if ok && !skipped(rel, TypeScript) && (f.Exclude == nil || !f.Exclude(path)) {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}

// regular keeps the files that are there and are files: git's index also lists
// what was deleted meanwhile, and links, which may lead out of the project or in
// circles.
func regular(paths []string) []string {
	keep := make([]bool, len(paths))
	var g errgroup.Group
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		g.Go(func() error {
			for i := w; i < len(paths); i += workers {
				info, err := os.Lstat(paths[i])
				keep[i] = err == nil && info.Mode().IsRegular()
			}
			return nil
		})
	}
	g.Wait()
	var out []string
	for i, path := range paths {
		if keep[i] {
			out = append(out, path)
		}
	}
	return out
}

// A found is what listing a directory gave.
type found struct {
	files    []string // absolute, each once, in no order
	problems []source.Problem
	empty    bool // nothing at all is there, of any language
}

// below returns the path of a file relative to a directory, with forward
// slashes; empty for the directory itself.
func below(dir, path string) (rel string, ok bool) {
	if path == dir {
		return "", true
	}
	if !strings.HasSuffix(dir, string(filepath.Separator)) {
		dir += string(filepath.Separator)
	}
	rel, ok = strings.CutPrefix(path, dir)
	return filepath.ToSlash(rel), ok
}
