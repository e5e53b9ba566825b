package tshttp

import (
	"bytes"
	"cmp"
	"iter"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// Wrappers of stores mention no token: the key comes from their callers. They
// are found from both ends: from a call of a function whose file accesses web
// storage, and from a wrapper to the files that import it, under whichever name.

// storeWrappers returns the files, not yet read, of functions that files which
// were read call, and that access web storage. To know what the calls return,
// they were parsed already.
func (s *survey) storeWrappers() []*module.File {
	out := map[string]*module.File{}
	for _, sh := range s.read {
		for _, c := range sh.calls {
			path := c.fn.path
			if s.looked[path] || s.read[path] != nil || s.in.Exclude != nil && s.in.Exclude(path) {
				continue
			}
			s.looked[path] = true
			if f := s.project.File(path); f != nil && s.project.Mentions(path, accessesStorage) {
				out[path] = f
			}
		}
	}
	return slices.SortedFunc(maps.Values(out), func(a, b *module.File) int { return bytes.Compare([]byte(a.Path), []byte(b.Path)) })
}

func accessesStorage(src []byte) bool {
	return bytes.Contains(src, []byte("Storage")) && webStorageUse.Match(src) && !testWords.Any(src)
}

// handKeysOn finds the wrappers of wrappers: functions that hand a parameter on to
// one whose callers decide about a key.
func (s *survey) handKeysOn() {
	decided := map[place]bool{}
	for _, sh := range s.read {
		for _, fn := range sh.keyFuncs {
			decided[fn] = true
		}
	}
	for range maxCallers {
		more := false
		for _, sh := range s.sheets() {
			for _, c := range sh.calls {
				fn := functionOf(c.call.Node)
				if at := placeOf(sh.file, fn); !decided[c.fn] || !fn.OK() || decided[at] || !handsParameter(sh.file, c.call.Node) {
					continue
				}
				decided[placeOf(sh.file, fn)], more = true, true
				sh.asked = false
				sh.askForKeysOf(fn)
			}
		}
		if !more {
			return
		}
	}
}

// handsParameter: a parameter of the function around is in the arguments.
func handsParameter(f *module.File, call syntax.Node) bool {
	for n := range call.Child(syntax.FieldArguments).Descendants() {
		if n.Kind() != syntax.Identifier {
			continue
		}
		if b := f.Scopes.Lookup(n); b != nil && b.Kind == scope.Param {
			return true
		}
	}
	return false
}

// renamed matches what follows a name that code gives another where it imports
// it or takes it apart: get as readKey, get: readKey.
var renamed = regexp.MustCompile(`^\s*(?:\sas\s|:)\s*([A-Za-z_$][\w$]*)\s*[,}]`)

// byDefault matches what follows import where a default export is.
var byDefault = regexp.MustCompile(`^\s+([A-Za-z_$][\w$]*)\s*(?:,\s*\{[^{}]*\}\s*)?from\s*['"]([^'"]+)['"]`)

// aliases returns the names that a function of a file goes by in an importer. One
// that is the default export has the empty name, and each importer's own.
func aliases(src []byte, file, name string) []string {
	var out []string
	if name == "" {
		for rest := range behind(src, "import") {
			if m := byDefault.FindSubmatch(rest); m != nil && stemOf(string(m[2])) == stemOf(file) {
				out = append(out, string(m[1]))
			}
		}
		name = "default" // export { default as storage } from
	} else {
		out = append(out, name)
	}
	for rest := range behind(src, name) {
		if m := renamed.FindSubmatch(rest); m != nil && !slices.Contains(out, string(m[1])) {
			out = append(out, string(m[1]))
		}
	}
	return out
}

// behind yields what follows each place where a text has a word. To look for the
// word first is many times as fast as an expression over all of the text.
func behind(src []byte, word string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for at := 0; ; {
			i := bytes.Index(src[at:], []byte(word))
			if i < 0 {
				return
			}
			start := at + i
			at = start + len(word)
			if (start == 0 || !isWordByte(src[start-1])) && !yield(src[at:]) {
				return
			}
		}
	}
}

// exportsAnew matches what follows export where something is exported anew: what
// it is, and from which module.
var exportsAnew = regexp.MustCompile(`^\s*(\*|\{[^{}]*\})\s*(?:as \w+\s*)?from\s*['"]([^'"]+)['"]`)

// exportsAny reports whether an importer of a file exports some of its functions
// anew, all of them or by name.
func exportsAny(src []byte, file string, names []string) bool {
	if len(names) == 0 {
		return false
	}
	stem := stemOf(file)
	for rest := range behind(src, "export") {
		m := exportsAnew.FindSubmatch(rest)
		if m == nil || stemOf(string(m[2])) != stem {
			continue
		}
		what := m[1]
		if what[0] == '*' || slices.ContainsFunc(names, func(n string) bool { return bytes.Contains(what, []byte(cmp.Or(n, "default"))) }) {
			return true
		}
	}
	return false
}

// stemOf is the name that imports know a file by: that of its directory where it
// is an index.
func stemOf(file string) string {
	dir, base := path.Split(filepath.ToSlash(file))
	base, _, _ = strings.Cut(base, ".")
	if base == "index" || base == "" {
		return path.Base(dir)
	}
	return base
}
