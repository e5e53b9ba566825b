package tshttp

import (
	"bytes"
	"maps"
	"regexp"
	"slices"

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
			if s.read[path] != nil || out[path] != nil || s.in.Exclude != nil && s.in.Exclude(path) {
				continue
			}
			if f := s.project.File(path); f != nil && s.project.Mentions(path, func(src []byte) bool {
				return webStorageUse.Match(src) && !testWords.Any(src)
			}) {
				out[path] = f
			}
		}
	}
	return slices.SortedFunc(maps.Values(out), func(a, b *module.File) int { return bytes.Compare([]byte(a.Path), []byte(b.Path)) })
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

// renamed matches where code gives what it imports or takes apart another name:
// get as readKey, get: readKey.
var renamed = regexp.MustCompile(`\b([A-Za-z_$][\w$]*)\s*(?:\sas\s|:)\s*([A-Za-z_$][\w$]*)\s*[,}]`)

// aliases returns the names that a function goes by in a file.
func aliases(src []byte, name string) []string {
	out := []string{name}
	if name == "" || !bytes.Contains(src, []byte(name)) {
		return out
	}
	for _, m := range renamed.FindAllSubmatch(src, -1) {
		if string(m[1]) == name && !slices.Contains(out, string(m[2])) {
			out = append(out, string(m[2]))
		}
	}
	return out
}
