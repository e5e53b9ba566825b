// Package module knows a project's TypeScript and JavaScript files as modules:
// which of them are worth parsing, what each imports and exports, and which
// file an import means. It reads files and executes nothing.
package module

import (
	"context"

	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// Options say what a project is.
type Options struct {
	Dir   string   // the root: absolute
	Files []string // every TypeScript, JavaScript and markup file of the project: absolute, sorted
	Jobs  int      // how many files are read and parsed at once; 0 means one a processor
	// Seed is the prefilter: whether a file's bytes mention anything that
	// matters. It is called from several goroutines and must not keep src. Nil
	// makes every file a seed.
	Seed func(src []byte) bool
}

// A Project is the files of one root. Its methods are safe for concurrent use.
type Project struct{}

// Load reads every file once, and parses those that pass the prefilter. It
// never fails: whatever goes wrong with a file is in Problems.
func Load(ctx context.Context, o Options) *Project { return &Project{} }

// Seeds returns the files that passed the prefilter, sorted by path. Generated
// files are left out; File opens them too.
func (p *Project) Seeds() []*File { return nil }

// File returns a file of the project, parsed at the first call; nil for a path
// that is not one of the project's, or a file that could not be parsed.
func (p *Project) File(path string) *File { return nil }

// Resolve returns the file that an import in another means. It is not ok for
// what lies outside the project: a package, a built-in module, an asset, or a
// file that is not there.
func (p *Project) Resolve(from *File, spec string) (path string, ok bool) { return "", false }

// Importers returns the files that import, re-export or require a file, sorted.
// They are found in the bytes, without parsing, so one whose import stands in a
// comment is among them.
func (p *Project) Importers(path string) []string { return nil }

// Mentions reports whether the text of a file matches. It reads the file again
// unless it has been parsed. The function must not keep src.
func (p *Project) Mentions(path string, match func(src []byte) bool) bool { return false }

// Problems returns what could not be read, parsed or understood so far, sorted.
func (p *Project) Problems() []source.Problem { return nil }

// Counts returns how many files have been parsed so far, and how many were
// skipped: unreadable, too large, not text, minified or generated.
func (p *Project) Counts() (parsed, skipped int) { return 0, 0 }

// Lookup finds what a file exports under a name, through re-exports and stars:
// the file that has it and the export there. The name "default" stands for the
// default export, "*" for the module itself.
//
// The Export returned is one of these:
//   - Binding or Node is set and From empty: a value of the file in.
//   - From is set: the value comes from there, and it lies outside the project
//     or could not be found; or Name is "*" and it is the namespace of From.
//   - Name is "*" and nothing else is set: it is the namespace of the file in.
func (p *Project) Lookup(f *File, name string) (in *File, e Export, ok bool) {
	return nil, Export{}, false
}

// A File is a parsed file.
type File struct {
	Path   string
	Tree   *syntax.Tree
	Scopes *scope.Info
}

// Span returns where a node stands.
func (f *File) Span(n syntax.Node) source.Span {
	return source.Span{File: f.Path, Start: n.Start(), End: n.End()}
}

// Import returns what a binding is imported from: the specifier as written, and
// the name it has there. That is "default" for a default import, and "*" for
// the module as a whole, as in import * as x, import x = require("y"), const x =
// require("y") and const x = await import("y").
func (f *File) Import(b *scope.Binding) (spec, name string, ok bool) { return "", "", false }

// Export returns what the file itself exports under a name, in the syntax of
// either module system; what a star re-exports is not included.
func (f *File) Export(name string) (Export, bool) { return Export{}, false }

// Stars returns the specifiers of export * from "x", in source order.
func (f *File) Stars() []string { return nil }

// CommonJS reports whether the file sets module.exports as a whole: then
// require of it, and its default import, give that value, which is its export
// "default".
func (f *File) CommonJS() bool { return false }

// An Export is what a name of a module stands for.
type Export struct {
	// Binding is the exported name's declaration in the file, if it has one.
	Binding *scope.Binding
	// Node is the expression, for a default export or an assignment to exports,
	// or the declaration.
	Node syntax.Node
	// From and Name are set for a re-export, and for an imported name that is
	// exported: the specifier, and the name there, "*" for a namespace.
	From, Name string
}
