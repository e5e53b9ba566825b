package module

import (
	"bytes"
	"slices"
)

// A specScanner finds the import specifiers in a file's bytes:
//
//	import … from "x"   import "x"   import("x")   require("x")   export … from "x"
//
// It does not parse, so it also finds those in comments and strings. That
// costs a file parsed for nothing now and then, where parsing all of them would
// cost more than all the rest of a run.
type specScanner struct {
	// names holds each specifier once: most files import the same few.
	names map[string]string
	found []string
}

func newSpecScanner() *specScanner { return &specScanner{names: map[string]string{}} }

// maxSpec is the length of the longest specifier that is taken for one.
const maxSpec = 512

var (
	kwFrom    = []byte("from")
	kwImport  = []byte("import")
	kwRequire = []byte("require")
)

func (s *specScanner) scan(src []byte) []string {
	s.found = s.found[:0]
	s.keyword(src, kwFrom, false, true)
	s.keyword(src, kwImport, true, true)
	s.keyword(src, kwRequire, true, false)
	return slices.Clone(s.found)
}

// keyword finds the specifiers behind kw: called says that kw("x") counts,
// bare that kw "x" does.
func (s *specScanner) keyword(src, kw []byte, called, bare bool) {
	for at := 0; ; {
		i := bytes.Index(src[at:], kw)
		if i < 0 {
			return
		}
		start := at + i
		at = start + len(kw)
		if start > 0 && identByte(src[start-1]) {
			continue
		}
		rest := skipBlank(src[at:])
		call := false
		if called && len(rest) > 0 && rest[0] == '(' {
			call = true
			rest = skipBlank(rest[1:])
		}
		if !call && !bare || len(rest) == 0 {
			continue
		}
		quote := rest[0]
		if quote != '"' && quote != '\'' && (quote != '`' || !call) {
			continue
		}
		rest = rest[1:min(len(rest), maxSpec)]
		end := bytes.IndexByte(rest, quote)
		if end <= 0 || bytes.IndexByte(rest[:end], '\n') >= 0 || quote == '`' && bytes.Contains(rest[:end], []byte("${")) {
			continue
		}
		spec, ok := s.names[string(rest[:end])]
		if !ok {
			spec = string(rest[:end])
			s.names[spec] = spec
		}
		s.found = append(s.found, spec)
	}
}

// skipBlank skips white space and comments: import(/* webpackChunkName: "a" */ "./a").
func skipBlank(b []byte) []byte {
	for {
		n := 0
		for n < len(b) && (b[n] == ' ' || b[n] == '\t' || b[n] == '\r' || b[n] == '\n') {
			n++
		}
		b = b[n:]
		if !bytes.HasPrefix(b, []byte("/*")) {
			return b
		}
		end := bytes.Index(b, []byte("*/"))
		if end < 0 {
			return nil
		}
		b = b[end+2:]
	}
}

func identByte(c byte) bool {
	return c == '_' || c == '$' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}
