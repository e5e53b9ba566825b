// Package module knows a project's TypeScript and JavaScript files as modules:
// which of them are worth parsing, what each imports and exports, and which
// file an import means. It reads files and executes nothing.
package module

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"sync"
	"unsafe"

	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/source"
)

// Options say what a project is.
type Options struct {
	Dir   string   // the root: absolute
	Files []string // every TypeScript, JavaScript and markup file of the project: absolute, sorted; those outside Dir are ignored
	Jobs  int      // how many files are read and parsed at once; 0 means one a processor
	// Seed is the prefilter: whether a file's bytes mention anything that
	// matters. It is called from several goroutines and must not keep src. Nil
	// makes every file a seed.
	Seed func(src []byte) bool
	// Packages are those that make a file which imports one a seed, whatever Seed
	// says.
	Packages map[string]bool
	// Passive tells files that are never seeds. It may be nil.
	Passive func(path string) bool
	// Mark is text that Marked finds the files by; empty marks none.
	Mark string
	// Overlay holds files that are not as they are on disk.
	Overlay source.Overlay
}

// A Project is the files of one root. Its methods are safe for concurrent use.
type Project struct {
	ctx     context.Context
	began   int64 // nanoseconds since 1970
	dir     string
	realDir string // dir without symbolic links
	jobs    int    // as in Options
	overlay source.Overlay
	entries []*entry
	seeds   []*File

	byPath map[string]*entry
	// stems gives the file that an import without extension means.
	stems map[string]string
	// dirs are the directories that hold files, and those above them up to dir.
	dirs map[string]bool

	// present are the configuration files in dirs, around what was seen of these.
	present map[string]bool
	around  []cache.Dir

	packages  func() *packages
	configs   configs
	aliases   aliases
	importers func() map[string][]string

	mu              sync.Mutex
	asked           []ConfigTrail
	problems        []source.Problem
	parsed, skipped int
}

// Seeds returns the files that passed the prefilter, sorted by path. Generated
// files are left out; File opens them too.
func (p *Project) Seeds() []*File { return p.seeds }

// Marked returns the paths of the files whose text holds the mark, parsed or
// not, sorted.
func (p *Project) Marked() []string {
	var out []string
	for _, e := range p.entries {
		if e.marked {
			out = append(out, e.path)
		}
	}
	return out
}

// Paths returns the paths of all files, sorted.
func (p *Project) Paths() []string {
	out := make([]string, 0, len(p.byPath))
	for path := range p.byPath {
		out = append(out, path)
	}
	slices.Sort(out)
	return out
}

// File returns a file of the project, parsed at the first call; nil for a path
// that is not one of the project's, or a file that could not be parsed.
func (p *Project) File(path string) *File {
	e := p.byPath[path]
	if e == nil {
		return nil
	}
	if e.target != nil {
		e = e.target
	}
	return p.open(e)
}

// Mentions reports whether the text of a file matches. The function must not
// keep src.
//
// A file that was not parsed is read again: few are asked about, and keeping
// the text of all would cost as much memory as all the rest.
func (p *Project) Mentions(path string, match func(src []byte) bool) bool {
	e := p.byPath[path]
	if e == nil {
		return false
	}
	if e.target != nil {
		e = e.target
	}
	if f := e.opened(); f != nil {
		text := f.Tree.Source()
		return match(unsafe.Slice(unsafe.StringData(text), len(text)))
	}
	src, _, refused := p.read(e.path, maxBytes, nil)
	if refused != "" {
		return false
	}
	e.mu.Lock()
	e.sum = cache.Sum(src)
	e.mu.Unlock()
	return match(src)
}

// Problems returns what could not be read, parsed or understood so far, sorted.
func (p *Project) Problems() []source.Problem {
	p.mu.Lock()
	defer p.mu.Unlock()
	problems := slices.Clone(p.problems)
	slices.SortFunc(problems, func(a, b source.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(problems)
}

func (p *Project) problem(kind source.ProblemKind, file, message string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.problems = append(p.problems, source.Problem{Kind: kind, File: file, Message: message})
}

// Counts returns how many files have been parsed so far, and how many were
// skipped: unreadable, too large, not text, minified or generated.
func (p *Project) Counts() (parsed, skipped int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.parsed, p.skipped
}

// within reports whether path is dir or lies below it.
func within(dir, path string) bool {
	if len(path) < len(dir) || path[:len(dir)] != dir {
		return false
	}
	return len(path) == len(dir) || path[len(dir)] == filepath.Separator || (dir != "" && dir[len(dir)-1] == filepath.Separator)
}
